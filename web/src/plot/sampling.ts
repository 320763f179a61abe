import { nextAbove, nextBelow } from './float32';

/**
 * Ascending, distinct float32 abscissas from `left` to `right`, about `count` of them.
 *
 * They are multiples of one step, so that a curve does not shimmer while it is panned. Each of the `special` points inside brings
 * its two float32 neighbours along: values just before, at and just after it tell a jump from a corner.
 */
export function samplePositions(
  left: number,
  right: number,
  count: number,
  special: readonly number[] = [],
): Float32Array {
  const step = (right - left) / count;
  const first = Math.ceil(left / step);
  const last = Math.floor(right / step);
  const positions = [left, right];
  for (let i = first; i <= last; i++) positions.push(i * step);
  for (const point of special) {
    const around = [nextBelow(point), Math.fround(point), nextAbove(point)];
    if (around.every((position) => position > left && position < right)) positions.push(...around);
  }
  const sorted = Float32Array.from(positions).sort();
  let length = 0;
  for (const position of sorted) {
    if (length === 0 || position !== sorted[length - 1]) sorted[length++] = position;
  }
  return sorted.slice(0, length);
}
