/**
 * Marching squares over one plane: the pieces of the line where the values, linear along the edges of each cell, are `level`.
 * They end at the border; a contour library closes its polygons along it.
 *
 * @param values `values[row * size + column]`; a cell with a corner that is not finite has no line
 * @returns x0, y0, x1, y1 of each piece, in columns and rows from 0 to `size` - 1
 */
export function isoline(values: Float32Array, size: number, level: number): number[] {
  const pieces: number[] = [];
  for (let row = 0; row + 1 < size; row++) {
    for (let column = 0; column + 1 < size; column++) {
      const at = row * size + column;
      const topLeft = (values[at] as number) - level;
      const topRight = (values[at + 1] as number) - level;
      const bottomLeft = (values[at + size] as number) - level;
      const bottomRight = (values[at + size + 1] as number) - level;
      const corners =
        (topLeft > 0 ? 8 : 0) | (topRight > 0 ? 4 : 0) | (bottomRight > 0 ? 2 : 0) | (bottomLeft > 0 ? 1 : 0);
      if (corners === 0 || corners === 15) continue;
      const sum = topLeft + topRight + bottomLeft + bottomRight;
      if (!Number.isFinite(sum)) continue;

      const top = column + crossing(topLeft, topRight);
      const bottom = column + crossing(bottomLeft, bottomRight);
      const left = row + crossing(topLeft, bottomLeft);
      const right = row + crossing(topRight, bottomRight);
      switch (corners) {
        case 1:
        case 14:
          pieces.push(column, left, bottom, row + 1);
          break;
        case 2:
        case 13:
          pieces.push(bottom, row + 1, column + 1, right);
          break;
        case 3:
        case 12:
          pieces.push(column, left, column + 1, right);
          break;
        case 4:
        case 11:
          pieces.push(top, row, column + 1, right);
          break;
        case 6:
        case 9:
          pieces.push(top, row, bottom, row + 1);
          break;
        case 7:
        case 8:
          pieces.push(column, left, top, row);
          break;
        default:
          // A saddle: the value in the middle tells which two corners belong together.
          if ((corners === 5) === sum > 0) {
            pieces.push(column, left, top, row, bottom, row + 1, column + 1, right);
          } else {
            pieces.push(column, left, bottom, row + 1, top, row, column + 1, right);
          }
      }
    }
  }
  return pieces;
}

/** Where, from 0 to 1, a line from `from` to `to`, of different signs, is 0. */
const crossing = (from: number, to: number): number => from / (from - to);
