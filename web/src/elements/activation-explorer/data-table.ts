import { toCsv } from '../../exchange/csv';
import { shortestDecimal } from '../../exchange/decimal';

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
export const shortest = (value: number): string =>
  Math.fround(value) === value ? shortestDecimal(value) : String(value);

const cell = (value: number | string): string => (typeof value === 'number' ? shortest(value) : value);

/** RFC 4180: a header line, then a line for each row. */
export function tableCsv({ columns }: DataTable): string {
  const rows = Math.max(0, ...columns.map(({ values }) => values.length));
  return toCsv([
    columns.map(({ name }) => name),
    ...Array.from({ length: rows }, (_, row) => columns.map(({ values }) => cell(values[row] ?? ''))),
  ]);
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
