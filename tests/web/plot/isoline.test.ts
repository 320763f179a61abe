import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoline } from '../../../web/src/plot/isoline';

const field = (size: number, value: (column: number, row: number) => number): Float32Array =>
  Float32Array.from({ length: size * size }, (_, i) => value(i % size, Math.floor(i / size)));

type Piece = readonly [x0: number, y0: number, x1: number, y1: number];

function piecesOf(values: Float32Array, size: number, level = 0): Piece[] {
  const flat = isoline(values, size, level);
  return Array.from({ length: flat.length / 4 }, (_, i) => flat.slice(4 * i, 4 * i + 4) as unknown as Piece);
}

describe('isoline', () => {
  it('of a plane is a straight line at the right place, open at the border', () => {
    const pieces = piecesOf(
      field(5, (column) => column - 1.25),
      5,
    );
    expect(pieces.length).toBe(4);
    for (const [x0, , x1] of pieces) expect([x0, x1]).toEqual([1.25, 1.25]);
    expect(new Set(pieces.flatMap(([, y0, , y1]) => [y0, y1]))).toEqual(new Set([0, 1, 2, 3, 4]));
  });

  it('of a circle is closed: every end meets another one', () => {
    const pieces = piecesOf(
      field(21, (x, y) => Math.hypot(x - 10, y - 10)),
      21,
      6.3,
    );
    const ends = new Map<string, number>();
    for (const [x0, y0, x1, y1] of pieces)
      for (const end of [`${x0.toFixed(9)} ${y0.toFixed(9)}`, `${x1.toFixed(9)} ${y1.toFixed(9)}`])
        ends.set(end, (ends.get(end) ?? 0) + 1);
    expect([...ends.values()].every((count) => count === 2)).toBe(true);
    for (const [x0, y0] of pieces) expect(Math.abs(Math.hypot(x0 - 10, y0 - 10) - 6.3)).toBeLessThan(0.05);
  });

  it('separates the corners of a saddle by the value in its middle', () => {
    /** Which corner each piece cuts off. */
    const cutOff = (...values: number[]): string[] =>
      piecesOf(Float32Array.from(values), 2)
        .map(([x0, y0, x1, y1]) => `${y0 + y1 < 1 ? 'top' : 'bottom'} ${x0 + x1 < 1 ? 'left' : 'right'}`)
        .sort();
    expect(cutOff(1, -2, -2, 1)).toEqual(['bottom right', 'top left']);
    expect(cutOff(2, -1, -1, 2)).toEqual(['bottom left', 'top right']);
    expect(cutOff(-2, 1, 1, -2)).toEqual(['bottom left', 'top right']);
    expect(cutOff(-1, 2, 2, -1)).toEqual(['bottom right', 'top left']);
  });

  it('has nothing to draw where all values are on one side, or a corner is not finite', () => {
    expect(
      isoline(
        field(4, () => 1),
        4,
        0,
      ),
    ).toEqual([]);
    expect(isoline(Float32Array.of(1, -1, Number.NaN, 1), 2, 0)).toEqual([]);
    expect(isoline(Float32Array.of(1, -1, Infinity, 1), 2, 0)).toEqual([]);
  });

  it('puts every end on an edge of the grid whose corners lie on different sides', () => {
    const size = 6;
    const values = fc.array(fc.float({ min: -5, max: 5, noNaN: true }), {
      minLength: size * size,
      maxLength: size * size,
    });
    fc.assert(
      fc.property(values, (list) => {
        const plane = Float32Array.from(list);
        for (const piece of piecesOf(plane, size, 0.5)) {
          for (const [x, y] of [piece.slice(0, 2), piece.slice(2)] as [number, number][]) {
            const [x0, x1, y0, y1] = [Math.floor(x), Math.ceil(x), Math.floor(y), Math.ceil(y)];
            expect(x0 === x1 || y0 === y1).toBe(true);
            const from = plane[y0 * size + x0] as number;
            const to = plane[y1 * size + x1] as number;
            expect(Math.min(from, to)).toBeLessThanOrEqual(0.5);
            expect(Math.max(from, to)).toBeGreaterThanOrEqual(0.5);
          }
        }
      }),
    );
  });
});
