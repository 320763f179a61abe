/** An affine map from data to pixels. */
export interface LinearScale {
  (value: number): number;
  /** From pixels back to data. */
  invert(pixel: number): number;
}

export type Interval = readonly [start: number, end: number];

/** Maps `domain` onto `range`; either may run backwards, `domain` must not be empty. */
export function linearScale([d0, d1]: Interval, [r0, r1]: Interval): LinearScale {
  const slope = (r1 - r0) / (d1 - d0);
  return Object.assign((value: number) => r0 + (value - d0) * slope, {
    invert: (pixel: number) => d0 + (pixel - r0) / slope,
  });
}
