/** Counts of values in equal bins. */
export interface Histogram {
  readonly start: number;
  readonly end: number;
  readonly counts: Uint32Array;
  /** Values outside [`start`, `end`] or not finite. */
  readonly outside: number;
}

/** Counts `values` in `bins` equal bins from `start` to `end`; the last bin includes `end`. */
export function histogram(values: ArrayLike<number>, start: number, end: number, bins: number): Histogram {
  const counts = new Uint32Array(bins);
  const perUnit = bins / (end - start);
  let outside = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value >= start && value <= end) {
      const bin = Math.min(bins - 1, Math.floor((value - start) * perUnit));
      counts[bin] = (counts[bin] as number) + 1;
    } else outside++;
  }
  return { start, end, counts, outside };
}

/** Smallest and largest finite value, or undefined if there is none. */
export function extentOf(values: ArrayLike<number>): readonly [lowest: number, highest: number] | undefined {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!Number.isFinite(value)) continue;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  return lowest <= highest ? [lowest, highest] : undefined;
}

export interface Moments {
  readonly mean: number;
  /** Of the values as a whole population. */
  readonly variance: number;
}

/** Mean and variance in float64, in two passes; NaN for no values. */
export function momentsOf(values: ArrayLike<number>): Moments {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  const mean = sum / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += ((values[i] as number) - mean) ** 2;
  return { mean, variance: squares / values.length };
}

/** The share of values, from 0 to 1, that satisfy `test`. */
export function shareOf(values: ArrayLike<number>, test: (value: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (test(values[i] as number)) count++;
  return count / values.length;
}
