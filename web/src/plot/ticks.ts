import { tickStep, ticks } from 'd3-array';

/** More do not help the eye, however large the screen. */
const MOST_TICKS = 14;

export interface Ticks {
  readonly values: readonly number[];
  /** Digits after the point that tell neighbouring ticks apart. */
  readonly decimals: number;
}

/** Round numbers from `start` to `end`, about one every `spacing` of the `length` pixels between them. */
export function axisTicks(start: number, end: number, length: number, spacing: number): Ticks {
  const count = Math.min(MOST_TICKS, Math.max(2, Math.floor(length / spacing)));
  const step = tickStep(start, end, count);
  return {
    // -0 would be written with a minus sign.
    values: ticks(start, end, count).map((value) => value + 0),
    decimals: Math.max(0, -Math.floor(Math.log10(step) + 1e-9)),
  };
}
