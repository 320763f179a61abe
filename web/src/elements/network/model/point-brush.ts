import type { OwnKind, OwnSample } from './own-points';

/** More would not be drawn by hand. */
export const MOST_DRAWN_POINTS = 2000;

/** What the brush leaves behind. */
export interface Brush {
  readonly kind: OwnKind;
  /** Class, or value; of a curve the ordinate is the target. */
  readonly target: number;
  readonly erases: boolean;
}

const distance = (sample: OwnSample, x: number, y: number): number =>
  Math.hypot((sample[0] as number) - x, (sample[1] as number) - y);

/**
 * The points after the brush has touched a place.
 *
 * @param reach how far an eraser reaches, and how near to another one a new point may lie
 */
export function brushed(
  samples: readonly OwnSample[],
  { kind, target, erases }: Brush,
  [x, y]: readonly [number, number],
  reach: number,
): readonly OwnSample[] {
  if (erases) {
    const kept = samples.filter((sample) => distance(sample, x, y) > reach);
    return kept.length === samples.length ? samples : kept;
  }
  if (samples.length >= MOST_DRAWN_POINTS) return samples;
  if (samples.some((sample) => distance(sample, x, y) < reach / 2)) return samples;
  const place = [Math.fround(x), Math.fround(y)];
  return [...samples, kind === 'curve' ? place : [...place, target]];
}
