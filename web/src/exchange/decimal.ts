/** Numbers as text that reads back as the same number. */

const MOST_DIGITS = 9;

/** The shortest decimal that reads back as the same float32, as JavaScript writes numbers: `0.1`, `1e-7`, `-0`, `Infinity`, `NaN`. */
export function shortestDecimal(value: number): string {
  if (!Number.isFinite(value) || value === 0) return Object.is(value, -0) ? '-0' : String(value);
  for (let digits = 1; digits < MOST_DIGITS; digits += 1) {
    const candidate = Number(value.toPrecision(digits));
    if (Math.fround(candidate) === value) return String(candidate);
  }
  return String(Number(value.toPrecision(MOST_DIGITS)));
}

/** As Python writes exponents: `1e-07`. */
export const withPythonExponent = (decimal: string): string => decimal.replace(/e([+-])(\d)$/, 'e$10$2');

/** As Python writes a float that is whole: `1.0`. */
export const withPoint = (decimal: string): string => decimal.replace(/^-?\d+$/, '$&.0');
