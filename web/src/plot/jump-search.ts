import { nextAbove } from './float32';
import { samplePositions } from './sampling';

const POINTS_PER_LEVEL = 48;
/** A continuous change spreads out when it is magnified; a jump keeps nearly all of its height between two neighbours. */
const SHARE_KEPT_BY_A_JUMP = 0.5;

/**
 * The float32 abscissa in [`low`, `high`] at which `sample` jumps, or undefined where it only rises or falls steeply.
 * Of the two neighbours between which the jump lies, it is the one that is the rounder number.
 */
export function locateJump(
  sample: (x: Float32Array) => Float32Array,
  low: number,
  high: number,
): number | undefined {
  let left = Math.fround(low);
  let right = Math.fround(high);
  while (nextAbove(left) < right) {
    const x = samplePositions(left, right, POINTS_PER_LEVEL);
    const y = sample(x);
    const height = Math.abs((y[y.length - 1] as number) - (y[0] as number));
    const steepest = largestStep(y);
    if (!(Math.abs((y[steepest + 1] as number) - (y[steepest] as number)) >= SHARE_KEPT_BY_A_JUMP * height))
      return undefined;
    left = x[steepest] as number;
    right = x[steepest + 1] as number;
  }
  return isRound(right) && !isRound(left) ? right : left;
}

function largestStep(y: Float32Array): number {
  let best = 0;
  let height = -1;
  for (let i = 0; i + 1 < y.length; i++) {
    const step = Math.abs((y[i + 1] as number) - (y[i] as number));
    if (step > height) {
      height = step;
      best = i;
    }
  }
  return best;
}

const isRound = (value: number): boolean => Math.fround(Number(value.toFixed(6))) === value;
