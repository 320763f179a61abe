import type { ColourTable } from './colour-table';

/** Square planes of values, one after the other: `values[plane * size * size + row * size + column]`, row 0 at the top. */
export interface PlaneStack {
  readonly size: number;
  readonly values: Float32Array;
}

/** Which values have which colour. */
export interface ValueScale {
  /** What is neutral. */
  readonly centre: number;
  /** Distance from the centre that has the full colour; positive. */
  readonly reach: number;
}

/** Pixels along a side when only one value of `every` in a row, and one row of `every`, is painted. */
export const sideOf = (size: number, every: number): number => Math.ceil(size / every);

/**
 * Paints one plane.
 *
 * @param pixels `sideOf(size, every)` squared of them, over the image data of a canvas
 * @param every how many values there are for a pixel, along each side
 */
export function paintPlane(
  pixels: Uint32Array,
  { size, values }: PlaneStack,
  plane: number,
  { pixels: table, notANumber }: ColourTable,
  { centre, reach }: ValueScale,
  every = 1,
): void {
  const middle = (table.length - 1) / 2;
  const perUnit = middle / reach;
  const end = (plane + 1) * size * size;
  let pixel = 0;
  for (let row = plane * size * size; row < end; row += every * size) {
    for (let i = row; i < row + size; i += every) {
      const place = middle + ((values[i] as number) - centre) * perUnit;
      // Written so that NaN, which is neither, keeps its own colour.
      if (place >= 2 * middle) pixels[pixel++] = table[2 * middle] as number;
      else if (place <= 0) pixels[pixel++] = table[0] as number;
      else if (place > 0) pixels[pixel++] = table[(place + 0.5) | 0] as number;
      else pixels[pixel++] = notANumber;
    }
  }
}

/** Paints one of two colours: `table`'s strongest below and above `level`. */
export function paintSides(
  pixels: Uint32Array,
  { size, values }: PlaneStack,
  plane: number,
  { pixels: table, notANumber }: ColourTable,
  level: number,
): void {
  const start = plane * size * size;
  const below = table[0] as number;
  const above = table[table.length - 1] as number;
  for (let i = 0; i < size * size; i++) {
    const value = values[start + i] as number;
    pixels[i] = value > level ? above : value <= level ? below : notANumber;
  }
}

/**
 * Paints the class whose plane is largest, the first of equal ones, in its own hue: the lighter, the less it leads the second;
 * a lead of `reach` gives the full colour, and so does any lead where `reach` is 0.
 *
 * @param tables one for each of the first planes of `stack`, from pale to full; all of one length
 */
export function paintClasses(
  pixels: Uint32Array,
  { size, values }: PlaneStack,
  tables: readonly Uint32Array[],
  reach: number,
): void {
  const count = size * size;
  const last = (tables[0]?.length ?? 1) - 1;
  for (let i = 0; i < count; i++) {
    let first = Number.NEGATIVE_INFINITY;
    let second = Number.NEGATIVE_INFINITY;
    let winner = 0;
    for (let c = 0; c < tables.length; c++) {
      const value = values[c * count + i] as number;
      if (value > first) {
        second = first;
        first = value;
        winner = c;
      } else if (value > second) second = value;
    }
    const lead = reach > 0 ? Math.min(1, (first - second) / reach) : 1;
    pixels[i] = (tables[winner] as Uint32Array)[(lead * last + 0.5) | 0] as number;
  }
}

/** The lead of one class over the best other one, which is 0 where its region ends. Writes `size` x `size` numbers. */
export function classLead(
  { size, values }: PlaneStack,
  classes: number,
  chosen: number,
  into: Float32Array,
): void {
  const count = size * size;
  for (let i = 0; i < count; i++) {
    let best = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < classes; c++) {
      if (c !== chosen) best = Math.max(best, values[c * count + i] as number);
    }
    into[i] = (values[chosen * count + i] as number) - best;
  }
}

/** The largest finite magnitude in a plane; 0 if there is none. */
export function largestMagnitude({ size, values }: PlaneStack, plane: number): number {
  const start = plane * size * size;
  let largest = 0;
  for (let i = start; i < start + size * size; i++) {
    const magnitude = Math.abs(values[i] as number);
    if (magnitude > largest && magnitude < Number.POSITIVE_INFINITY) largest = magnitude;
  }
  return largest;
}

/**
 * The first planes of a stack at `factor` times the resolution, in between bilinearly, so that an edge drawn through them is
 * smooth. The outermost points stay where they are.
 */
export function refined({ size, values }: PlaneStack, planes: number, factor: number): PlaneStack {
  const fine = (size - 1) * factor + 1;
  const result = new Float32Array(planes * fine * fine);
  for (let plane = 0; plane < planes; plane++) {
    const from = plane * size * size;
    for (let row = 0; row < fine; row++) {
      const top = Math.min(size - 2, (row / factor) | 0);
      const down = row / factor - top;
      const above = from + top * size;
      for (let column = 0; column < fine; column++) {
        const left = Math.min(size - 2, (column / factor) | 0);
        const right = column / factor - left;
        const at = above + left;
        const upper = (values[at] as number) + ((values[at + 1] as number) - (values[at] as number)) * right;
        const lower =
          (values[at + size] as number) +
          ((values[at + size + 1] as number) - (values[at + size] as number)) * right;
        result[(plane * fine + row) * fine + column] = upper + (lower - upper) * down;
      }
    }
  }
  return { size: fine, values: result };
}
