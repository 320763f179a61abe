export interface DataColumn {
  readonly name: string;
  readonly values: ArrayLike<number | string>;
}

/** The numbers behind a picture: columns of equal length. */
export interface DataTable {
  /** Stem of the file names. */
  readonly name: string;
  readonly columns: readonly DataColumn[];
  /** How the numbers came about: activations, parameters, seed ... */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The shortest decimal that reads back as the same float32, or as the same float64 where it is none. */
export function shortest(value: number): string {
  if (Math.fround(value) !== value) return String(value);
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(Number(value.toPrecision(9)));
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const cell = (value: number | string): string =>
  typeof value === 'number' ? shortest(value) : quoted(value);

/** RFC 4180: a header line, then a line for each row. */
export function toCsv({ columns }: DataTable): string {
  const rows = Math.max(0, ...columns.map(({ values }) => values.length));
  const lines = [columns.map(({ name }) => quoted(name)).join(',')];
  for (let i = 0; i < rows; i++) lines.push(columns.map(({ values }) => cell(values[i] ?? '')).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

/** JSON has no NaN or infinity: they become null. */
export function toJson({ columns, settings }: DataTable): string {
  const written = (value: number | string): number | string | null => {
    if (typeof value === 'string') return value;
    return Number.isFinite(value) ? Number(shortest(value)) : null;
  };
  const data = Object.fromEntries(columns.map(({ name, values }) => [name, Array.from(values, written)]));
  return JSON.stringify({ settings, data }, null, 1);
}
