import type { PixelArea } from './geometry';
import type { LinearScale } from './linear-scale';

export type PixelPoint = readonly [x: number, y: number];

/** How far, in pixels, a drawn line may run from the sampled one: invisible, and most samples of a smooth curve are not needed. */
const FLATNESS = 0.1;

/**
 * The visible pieces of the sampled curve `y` over ascending `x`, in pixels and inside `area`.
 *
 * A piece ends where a value is not finite, after each index in `breaks`, and where the curve leaves the area.
 */
export function visiblePolylines(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  toX: LinearScale,
  toY: LinearScale,
  area: PixelArea,
  breaks: ReadonlySet<number> = new Set(),
): PixelPoint[][] {
  const pieces: PixelPoint[][] = [];
  let piece: PixelPoint[] = [];
  const finish = (): void => {
    if (piece.length > 1) pieces.push(simplified(piece));
    piece = [];
  };
  for (let i = 0; i + 1 < x.length; i++) {
    const x0 = toX(x[i] as number);
    const y0 = toY(y[i] as number);
    const x1 = toX(x[i + 1] as number);
    const y1 = toY(y[i + 1] as number);
    const segment = breaks.has(i) ? undefined : clippedSegment(x0, y0, x1, y1, area);
    if (segment === undefined) {
      finish();
      continue;
    }
    const [start, end] = segment;
    if (piece.length === 0) piece.push(start);
    piece.push(end);
    if (end[0] !== x1 || end[1] !== y1) finish();
  }
  finish();
  return pieces;
}

/** The part of a segment inside `area` (Liang and Barsky, 1984), or undefined if there is none or an end is not finite. */
export function clippedSegment(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  area: PixelArea,
): readonly [PixelPoint, PixelPoint] | undefined {
  const dx = x1 - x0;
  const dy = y1 - y0;
  if (!Number.isFinite(dx) || !Number.isFinite(dy)) return undefined;
  let enter = 0;
  let leave = 1;
  for (const [direction, room] of [
    [-dx, x0 - area.left],
    [dx, area.right - x0],
    [-dy, y0 - area.top],
    [dy, area.bottom - y0],
  ] as const) {
    if (direction === 0) {
      if (room < 0) return undefined;
    } else if (direction < 0) enter = Math.max(enter, room / direction);
    else leave = Math.min(leave, room / direction);
  }
  if (enter > leave) return undefined;
  // Rounding may leave an end outside when the other one is very far away.
  const inside = (x: number, y: number): PixelPoint => [
    clamp(x, area.left, area.right),
    clamp(y, area.top, area.bottom),
  ];
  return [
    inside(x0 + enter * dx, y0 + enter * dy),
    leave === 1 ? inside(x1, y1) : inside(x0 + leave * dx, y0 + leave * dy),
  ];
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/**
 * Drops points whose removal moves the line by less than {@link FLATNESS} pixels vertically. From the last point kept, the slopes
 * that pass near every point since form a cone; a point is kept as soon as its successor lies outside. Abscissas must not descend.
 */
function simplified(points: readonly PixelPoint[]): PixelPoint[] {
  const [first] = points;
  if (first === undefined || points.length < 3) return [...points];
  const kept: PixelPoint[] = [first];
  let anchor = first;
  let lowest = Number.NEGATIVE_INFINITY;
  let highest = Number.POSITIVE_INFINITY;
  for (let i = 1; i < points.length; i++) {
    const point = points[i] as PixelPoint;
    const run = point[0] - anchor[0];
    const rise = point[1] - anchor[1];
    if (run > 0 && rise >= lowest * run && rise <= highest * run) {
      lowest = Math.max(lowest, (rise - FLATNESS) / run);
      highest = Math.min(highest, (rise + FLATNESS) / run);
      continue;
    }
    const previous = points[i - 1] as PixelPoint;
    if (previous !== anchor) kept.push(previous);
    anchor = previous;
    const width = point[0] - anchor[0];
    lowest = width > 0 ? (point[1] - anchor[1] - FLATNESS) / width : Number.POSITIVE_INFINITY;
    highest = width > 0 ? (point[1] - anchor[1] + FLATNESS) / width : Number.NEGATIVE_INFINITY;
  }
  kept.push(points[points.length - 1] as PixelPoint);
  return kept;
}
