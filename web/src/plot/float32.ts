const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/** The smallest float32 above `value` rounded to float32; `value` must be finite. */
export function nextAbove(value: number): number {
  float[0] = value;
  const current = bits[0] as number;
  // Negative floats count downwards from the sign bit; both zeros step to the smallest positive subnormal.
  bits[0] = float[0] === 0 ? 1 : current > 0 ? current + 1 : current - 1;
  return float[0];
}

/** The largest float32 below `value` rounded to float32; `value` must be finite. */
export const nextBelow = (value: number): number => -nextAbove(-value);
