export interface NumberFormat {
  /** Significant digits. Default 4. Ignored when `decimals` is given. */
  readonly significant?: number;
  /** Digits after the point, always all of them, for columns that line up. */
  readonly decimals?: number;
  /** Show `+` before positive numbers. Default false. */
  readonly signed?: boolean;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LARGEST_PLAIN = 1e6;
const SMALLEST_PLAIN = 1e-4;

function superscript(exponent: number): string {
  const digits = String(Math.abs(exponent)).replace(/\d/g, (digit) => SUPERSCRIPTS.charAt(Number(digit)));
  return exponent < 0 ? `⁻${digits}` : digits;
}

function magnitude(value: number, format: NumberFormat): string {
  if (value === Number.POSITIVE_INFINITY) return '∞';
  const significant = format.significant ?? 4;
  if (value !== 0 && (value >= LARGEST_PLAIN || value < SMALLEST_PLAIN)) {
    const [mantissa = '', exponent = '0'] = value
      .toExponential(format.decimals ?? significant - 1)
      .split('e');
    const digits = format.decimals === undefined ? String(Number(mantissa)) : mantissa;
    return `${digits}×10${superscript(Number(exponent))}`;
  }
  if (format.decimals !== undefined) return value.toFixed(format.decimals);
  return String(Number(value.toPrecision(significant)));
}

/**
 * A number for reading: a real minus sign, `1.2×10⁻⁷` below 10⁻⁴ and from 10⁶ on, `∞`, `NaN`.
 * English and Chinese write numbers alike, so the language plays no part.
 */
export function formatNumber(value: number, format: NumberFormat = {}): string {
  if (Number.isNaN(value)) return 'NaN';
  const negative = value < 0 || Object.is(value, -0);
  const digits = magnitude(Math.abs(value), format);
  const isZero = Number(digits) === 0;
  if (negative && !isZero) return `−${digits}`;
  return format.signed && !isZero ? `+${digits}` : digits;
}
