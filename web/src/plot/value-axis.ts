import { nice } from 'd3-array';
import type { Interval, LinearScale } from './linear-scale';
import { linearScale } from './linear-scale';
import { axisTicks } from './ticks';

/** An axis whose ends are those of its domain. */
export interface ValueAxis {
  readonly scale: LinearScale;
  readonly ticks: readonly number[];
  /** Digits after the point that tell neighbouring ticks apart; `undefined` where they span several orders of magnitude. */
  readonly decimals: number | undefined;
}

/** More decades than this are cut off at the lower end. */
const MOST_DECADES = 8;

/** From 0, or below where values are, to a round number at or above `highest`. */
export function linearAxis(lowest: number, highest: number, range: Interval, spacing: number): ValueAxis {
  const top = highest > lowest ? highest : lowest + 1;
  const [start, end] = nice(Math.min(0, lowest), top, 4);
  const { values, decimals } = axisTicks(start, end, Math.abs(range[1] - range[0]), spacing);
  return { scale: linearScale([start, end], range), ticks: values, decimals };
}

/** Whole decades around positive values from `lowest` to `highest`; what is smaller, or 0, lies at the end of the axis. */
export function logAxis(lowest: number, highest: number, range: Interval): ValueAxis {
  const last = Math.ceil(Math.log10(highest) - 1e-9);
  const wanted = Math.floor(Math.log10(lowest) + 1e-9);
  const first = Math.max(last - MOST_DECADES, Math.min(last - 1, wanted));
  const smallest = 10 ** first;
  const exponents = linearScale([first, last], range);
  const scale = Object.assign((value: number) => exponents(Math.log10(Math.max(smallest, value))), {
    invert: (pixel: number) => 10 ** exponents.invert(pixel),
  });
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index));
  return { scale, ticks, decimals: undefined };
}
