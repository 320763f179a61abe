import { shortestDecimal, withPoint, withPythonExponent } from '../../exchange/decimal';

const view = new DataView(new ArrayBuffer(4));

/** The bits of a float32 as PyTorch's `view(torch.int32)` and C show them: `0x3f000000`. */
export function bitPattern(value: number): string {
  view.setFloat32(0, value);
  return `0x${view.getUint32(0).toString(16).padStart(8, '0')}`;
}

/** As Python writes a float: `1.0`, `1e-07`, `float('inf')`. */
export function pythonFloat(value: number): string {
  if (Number.isNaN(value)) return "float('nan')";
  if (!Number.isFinite(value)) return value < 0 ? "float('-inf')" : "float('inf')";
  return withPoint(pythonNumber(value));
}

/** As Python writes a number that may be whole: `1`, `0.5`, `1e-07`. */
export function pythonNumber(value: number): string {
  return withPythonExponent(shortestDecimal(value));
}
