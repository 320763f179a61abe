export interface NumberLimits {
  readonly minimum: number;
  readonly maximum: number;
  readonly integer?: boolean;
}

export type ParsedNumber =
  | { readonly value: number }
  | { readonly refusal: 'not-a-number' | 'not-an-integer' | 'out-of-range' };

const FULL_WIDTH_OFFSET = 0xfee0;

/** What people type for a number, with full-width forms, real minus signs and a decimal comma, as JavaScript writes it. */
function plain(text: string): string {
  return text
    .trim()
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/[\u2212\u2012\u2013]/g, '-')
    .replace(/^([+-]?\d*),(\d+)$/, '$1.$2');
}

export function parseNumber(text: string, { minimum, maximum, integer = false }: NumberLimits): ParsedNumber {
  const source = plain(text);
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(source) ? Number(source) : Number.NaN;
  if (Number.isNaN(value)) return { refusal: 'not-a-number' };
  if (integer && !Number.isInteger(value)) return { refusal: 'not-an-integer' };
  if (value < minimum || value > maximum) return { refusal: 'out-of-range' };
  return { value };
}

/** The nearest multiple of `step` counted from 0, without binary noise: 0.30000000000000004 becomes 0.3. */
export function snap(value: number, step: number, { minimum, maximum }: NumberLimits): number {
  const snapped = Number((Math.round(value / step) * step).toPrecision(12));
  return Math.min(maximum, Math.max(minimum, snapped));
}
