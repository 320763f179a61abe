const view = new DataView(new ArrayBuffer(4));
const MOST_DIGITS = 9;

/** The shortest decimal that reads back as the same float32, as JavaScript writes numbers: `0.1`, `1e-7`, `Infinity`, `NaN`. */
export function shortestDecimal(value: number): string {
  if (!Number.isFinite(value) || value === 0) return Object.is(value, -0) ? '-0' : String(value);
  for (let digits = 1; digits < MOST_DIGITS; digits += 1) {
    const candidate = Number(value.toPrecision(digits));
    if (Math.fround(candidate) === value) return String(candidate);
  }
  return String(Number(value.toPrecision(MOST_DIGITS)));
}

/** The bits of a float32 as PyTorch's `view(torch.int32)` and C show them: `0x3f000000`. */
export function bitPattern(value: number): string {
  view.setFloat32(0, value);
  return `0x${view.getUint32(0).toString(16).padStart(8, '0')}`;
}

/** As Python writes a float: `1.0`, `1e-07`, `float('inf')`. */
export function pythonFloat(value: number): string {
  if (Number.isNaN(value)) return "float('nan')";
  if (!Number.isFinite(value)) return value < 0 ? "float('-inf')" : "float('inf')";
  return pythonNumber(value).replace(/^-?\d+$/, '$&.0');
}

/** As Python writes a number that may be whole: `1`, `0.5`, `1e-07`. */
export function pythonNumber(value: number): string {
  return shortestDecimal(value).replace(/e([+-])(\d)$/, 'e$10$2');
}
