/** How strongly a value is tinted: `p1` to `p6` for positive ones, `n1` to `n6` for negative ones. */
export type Shade = 'zero' | 'nan' | `${'p' | 'n'}${1 | 2 | 3 | 4 | 5 | 6}`;

export const STRONGEST = 6;

/** `largest` is the largest finite magnitude of the tensor; infinities are as strong as that. */
export function shadeOf(value: number, largest: number): Shade {
  if (Number.isNaN(value)) return 'nan';
  if (value === 0) return 'zero';
  const share = Math.min(1, Math.abs(value) / largest);
  const level = Math.max(1, Math.ceil(share * STRONGEST)) as 1 | 2 | 3 | 4 | 5 | 6;
  return `${value > 0 ? 'p' : 'n'}${level}`;
}
