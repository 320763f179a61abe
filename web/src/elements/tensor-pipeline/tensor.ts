/** A vector (`rank` 1, one row) or a matrix (`rank` 2) of float32 values, row by row. */
export interface Tensor {
  readonly rank: 1 | 2;
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

/** Most rows, and most columns, of a tensor that the page takes. */
export const LARGEST_SIDE = 64;

/** The same shape with other values. */
export function withValues({ rank, rows, columns }: Tensor, values: Float32Array): Tensor {
  return { rank, rows, columns, values };
}

/** The values of one row. */
export function rowOf({ columns, values }: Tensor, row: number): Float32Array {
  return values.subarray(row * columns, (row + 1) * columns);
}

/** Equal shape and equal bits of every value, except that a NaN equals any NaN. */
export function sameTensor(a: Tensor, b: Tensor): boolean {
  return (
    a.rank === b.rank &&
    a.rows === b.rows &&
    a.columns === b.columns &&
    a.values.every((value, index) => Object.is(value, b.values[index]))
  );
}
