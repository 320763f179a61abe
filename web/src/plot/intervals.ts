import type { Interval } from './linear-scale';

/** The maximal intervals of ascending `x` on which |y| < `threshold`; ends between two samples are interpolated linearly. */
export function intervalsBelow(x: ArrayLike<number>, y: ArrayLike<number>, threshold: number): Interval[] {
  const intervals: Interval[] = [];
  let start: number | undefined;
  for (let i = 0; i < x.length; i++) {
    const below = Math.abs(y[i] as number) < threshold;
    if (below && start === undefined) start = i === 0 ? (x[0] as number) : crossing(x, y, threshold, i - 1);
    if (!below && start !== undefined) {
      intervals.push([start, crossing(x, y, threshold, i - 1)]);
      start = undefined;
    }
  }
  if (start !== undefined) intervals.push([start, x[x.length - 1] as number]);
  return intervals.filter(([from, to]) => to > from);
}

function crossing(x: ArrayLike<number>, y: ArrayLike<number>, threshold: number, i: number): number {
  const x0 = x[i] as number;
  const x1 = x[i + 1] as number;
  const y0 = Math.abs(y[i] as number);
  const y1 = Math.abs(y[i + 1] as number);
  const share = (threshold - y0) / (y1 - y0);
  return Number.isFinite(share) ? x0 + share * (x1 - x0) : x1;
}
