import { rowOf, type Tensor } from './tensor';

/** PyTorch's defaults, `torch.set_printoptions`. */
const PRECISION = 4;
const THRESHOLD = 1000;
const EDGE_ITEMS = 3;
const LINE_WIDTH = 80;

/** Digits after which every float32 that is not a tie at `PRECISION` digits has shown so. */
const DIGITS_TO_SEE_A_TIE = 90;

/** Python rounds a tie to the even digit, JavaScript away from zero. `long` is the same number with many more digits. */
function roundTieToEven(rounded: string, long: string): string {
  const cut = long.search(/\./) + 1 + PRECISION;
  if (!/^50*$/.test(long.slice(cut))) return rounded;
  const truncated = long.slice(0, cut);
  return Number(truncated.at(-1)) % 2 === 0 ? truncated : rounded;
}

function sign(value: number): string {
  return value < 0 || Object.is(value, -0) ? '-' : '';
}

/** Python's `'{:.4f}'.format(value)` for a finite value. */
function fixed(value: number): string {
  const magnitude = Math.abs(value);
  return sign(value) + roundTieToEven(magnitude.toFixed(PRECISION), magnitude.toFixed(DIGITS_TO_SEE_A_TIE));
}

/** Python's `'{:.4e}'.format(value)` for a finite value. */
function scientific(value: number): string {
  const magnitude = Math.abs(value);
  const [mantissa = '', exponent = '+0'] = magnitude.toExponential(PRECISION).split('e');
  const [long = '', longExponent] = magnitude.toExponential(DIGITS_TO_SEE_A_TIE).split('e');
  // Where rounding carried into a new digit it was upwards to an even 1.0000.
  const digits = exponent === longExponent ? roundTieToEven(mantissa, long) : mantissa;
  return `${sign(value)}${digits}e${exponent.charAt(0)}${exponent.slice(1).padStart(2, '0')}`;
}

/** Python's `'{:.0f}'.format(value)` for a whole value, with the point that PyTorch adds. */
function whole(value: number): string {
  return `${sign(value)}${Math.abs(value)}.`;
}

function chooseNotation(magnitudes: readonly number[]): (value: number) => string {
  const largest = magnitudes.reduce((most, magnitude) => Math.max(most, magnitude), 0);
  const smallest = magnitudes.reduce(
    (least, magnitude) => Math.min(least, magnitude),
    Number.POSITIVE_INFINITY,
  );
  const isWhole = magnitudes.every(Number.isInteger);
  if (largest / smallest > 1000 || largest > 1e8 || (!isWhole && smallest < 1e-4)) return scientific;
  return isWhole ? whole : fixed;
}

/** Writes every value of a tensor the way PyTorch prints it: one notation and one width for all. */
export interface ValueFormat {
  readonly width: number;
  /** Not padded. */
  write(value: number): string;
}

/** PyTorch's choice among `0.5000`, `1.` and `1.0000e-05` for these values. */
export function pytorchFormat(values: Float32Array): ValueFormat {
  const telling = [...values].filter((value) => Number.isFinite(value) && value !== 0);
  const notation = telling.length === 0 ? whole : chooseNotation(telling.map(Math.abs));
  const write = (value: number): string => {
    if (Number.isNaN(value)) return 'nan';
    if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
    return notation(value);
  };
  return { width: telling.reduce((widest, value) => Math.max(widest, write(value).length), 1), write };
}

/** Indices 0 .. count - 1, or the first and last three with a gap where PyTorch shortens. */
function shownIndices(count: number, shortened: boolean): (number | 'gap')[] {
  const all = Array.from({ length: count }, (_, index) => index);
  if (!shortened || count <= 2 * EDGE_ITEMS) return all;
  return [...all.slice(0, EDGE_ITEMS), 'gap', ...all.slice(-EDGE_ITEMS)];
}

function withoutGap(indices: readonly (number | 'gap')[]): number[] {
  return indices.filter((index) => index !== 'gap');
}

function printRow(row: Float32Array, indent: number, shortened: boolean, format: ValueFormat): string {
  const items = shownIndices(row.length, shortened).map((index) =>
    index === 'gap' ? ' ...' : format.write(row[index] ?? Number.NaN).padStart(format.width),
  );
  const perLine = Math.max(1, Math.floor((LINE_WIDTH - indent) / (format.width + 2)));
  const lines: string[] = [];
  for (let start = 0; start < items.length; start += perLine)
    lines.push(items.slice(start, start + perLine).join(', '));
  return `[${lines.join(`,\n${' '.repeat(indent + 1)}`)}]`;
}

/** What `print(tensor)` of PyTorch prints for float32 at its default options. */
export function printTensor(tensor: Tensor): string {
  const indent = 'tensor('.length;
  const shortened = tensor.values.length > THRESHOLD;
  const rows = shownIndices(tensor.rows, shortened && tensor.rank === 2);
  const columns = withoutGap(shownIndices(tensor.columns, shortened));
  const telling = withoutGap(rows).flatMap((row) =>
    columns.map((column) => rowOf(tensor, row)[column] ?? Number.NaN),
  );
  const format = pytorchFormat(Float32Array.from(telling));
  if (tensor.rank === 1) return `tensor(${printRow(tensor.values, indent, shortened, format)})`;
  const printed = rows.map((row) =>
    row === 'gap' ? '...' : printRow(rowOf(tensor, row), indent + 1, shortened, format),
  );
  return `tensor([${printed.join(`,\n${' '.repeat(indent + 1)}`)}])`;
}
