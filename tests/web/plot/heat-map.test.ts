import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixed, pixelOf } from '../../../web/src/plot/colour';
import { divergingTable, STRONGEST_TINT, sequentialTable } from '../../../web/src/plot/colour-table';
import {
  classLead,
  largestMagnitude,
  type PlaneStack,
  paintClasses,
  paintPlane,
  paintSides,
  refined,
  sideOf,
  type ValueScale,
} from '../../../web/src/plot/heat-map';

const BLUE = { red: 0, green: 0, blue: 200 };
const ORANGE = { red: 200, green: 100, blue: 0 };
const WHITE = { red: 255, green: 255, blue: 255 };
const GREY = { red: 128, green: 128, blue: 128 };
const table = divergingTable({ negative: ORANGE, neutral: WHITE, positive: BLUE, notANumber: GREY });

const stackOf = (size: number, ...values: number[]): PlaneStack => ({
  size,
  values: Float32Array.from(values),
});
const around = (centre: number, reach: number): ValueScale => ({ centre, reach });
const strongest = (hue: typeof BLUE): number => pixelOf(mixed(WHITE, hue, STRONGEST_TINT));

function painted(paint: (pixels: Uint32Array) => void, count: number): number[] {
  const pixels = new Uint32Array(count);
  paint(pixels);
  return [...pixels];
}

describe('pixelOf', () => {
  it('is what image data hold: red first, opaque', () => {
    const bytes = new Uint8Array(Uint32Array.of(pixelOf({ red: 1, green: 2, blue: 253.6 })).buffer);
    expect([...bytes]).toEqual([1, 2, 254, 255]);
  });
});

describe('paintPlane', () => {
  it('gives 0 the neutral colour, both ends their full one, and NaN its own', () => {
    const stack = stackOf(3, 0, 2, -2, 9, -9, Infinity, -Infinity, Number.NaN, 0);
    expect(painted((pixels) => paintPlane(pixels, stack, 0, table, around(0, 2)), 9)).toEqual([
      pixelOf(WHITE),
      strongest(BLUE),
      strongest(ORANGE),
      strongest(BLUE),
      strongest(ORANGE),
      strongest(BLUE),
      strongest(ORANGE),
      pixelOf(GREY),
      pixelOf(WHITE),
    ]);
  });

  it('paints the plane that is asked for', () => {
    const stack = stackOf(1, -1, 1);
    expect(painted((pixels) => paintPlane(pixels, stack, 1, table, around(0, 1)), 1)).toEqual([
      strongest(BLUE),
    ]);
  });

  it('takes another value for neutral', () => {
    const stack = stackOf(2, 0, 0.5, 1, 0.5);
    expect(painted((pixels) => paintPlane(pixels, stack, 0, table, around(0.5, 0.5)), 4)).toEqual([
      strongest(ORANGE),
      pixelOf(WHITE),
      strongest(BLUE),
      pixelOf(WHITE),
    ]);
  });

  it('leaves out rows and columns where there are more than enough', () => {
    const stack = stackOf(3, 1, 9, -1, 9, 9, 9, 0, 9, 1);
    expect(
      painted((pixels) => paintPlane(pixels, stack, 0, table, around(0, 1), 2), sideOf(3, 2) ** 2),
    ).toEqual([strongest(BLUE), strongest(ORANGE), pixelOf(WHITE), strongest(BLUE)]);
  });

  it('treats a value and its negative alike', () => {
    fc.assert(
      fc.property(fc.float({ min: 0, max: 3, noNaN: true }), (value) => {
        const places = [value, -value].map((signed) => {
          const [pixel] = painted(
            (pixels) => paintPlane(pixels, stackOf(1, signed), 0, table, around(0, 2)),
            1,
          );
          return table.pixels.indexOf(pixel as number);
        });
        // Halves are rounded upwards.
        expect(
          Math.abs((places[0] as number) + (places[1] as number) - (table.pixels.length - 1)),
        ).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('paintSides', () => {
  it('knows two colours, the level belonging to the lower one', () => {
    const stack = stackOf(2, 0.4, 0.5, 0.6, Number.NaN);
    expect(painted((pixels) => paintSides(pixels, stack, 0, table, 0.5), 4)).toEqual([
      strongest(ORANGE),
      strongest(ORANGE),
      strongest(BLUE),
      pixelOf(GREY),
    ]);
  });
});

describe('paintClasses', () => {
  const tables = [BLUE, ORANGE, GREY].map((hue) => sequentialTable(hue, WHITE));

  it('takes the hue of the largest output, paler where the second is near', () => {
    const stack = stackOf(1, 1, 4, 2);
    expect(painted((pixels) => paintClasses(pixels, stack, tables, 2), 1)).toEqual([strongest(ORANGE)]);
    const [half] = painted((pixels) => paintClasses(pixels, stack, tables, 4), 1);
    expect(half).toBe(tables[1]?.[64]);
    expect(painted((pixels) => paintClasses(pixels, stack, tables, 0), 1)).toEqual([strongest(ORANGE)]);
  });

  it('takes the first of equal ones', () => {
    expect(painted((pixels) => paintClasses(pixels, stackOf(1, 3, 3, 3), tables, 0), 1)).toEqual([
      strongest(BLUE),
    ]);
  });
});

describe('classLead', () => {
  it('is positive exactly where the class wins', () => {
    const outputs = fc.array(fc.float({ min: -9, max: 9, noNaN: true }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(outputs, (values) => {
        const leads = [0, 1, 2].map((chosen) => {
          const into = new Float32Array(1);
          classLead(stackOf(1, ...values), 3, chosen, into);
          return into[0] as number;
        });
        const largest = Math.max(...values);
        expect(leads.map((lead) => lead >= 0)).toEqual(values.map((value) => value === largest));
      }),
    );
  });
});

describe('largestMagnitude', () => {
  it('leaves out what is not finite', () => {
    expect(largestMagnitude(stackOf(2, 9, 9, 9, 9, -3, Number.NaN, Infinity, 2), 1)).toBe(3);
    expect(largestMagnitude(stackOf(1, Number.NaN), 0)).toBe(0);
  });
});

describe('refined', () => {
  it('keeps the points it had and is linear in between', () => {
    const { size, values } = refined(stackOf(2, 0, 1, 2, 3), 1, 2);
    expect(size).toBe(3);
    expect([...values]).toEqual([0, 0.5, 1, 1, 1.5, 2, 2, 2.5, 3]);
  });

  it('reproduces every plane that is bilinear', () => {
    const factor = fc.integer({ min: 1, max: 4 });
    const size = fc.integer({ min: 2, max: 6 });
    fc.assert(
      fc.property(size, factor, (count, times) => {
        const height = (row: number, column: number): number => 1 + row - 2 * column + row * column;
        const coarse = Float32Array.from({ length: count * count }, (_, i) =>
          height(Math.floor(i / count), i % count),
        );
        const fine = refined({ size: count, values: Float32Array.of(...coarse, ...coarse) }, 2, times);
        const half = fine.size ** 2;
        for (let i = 0; i < 2 * half; i++) {
          const at = i % half;
          const expected = height(Math.floor(at / fine.size) / times, (at % fine.size) / times);
          expect(fine.values[i]).toBeCloseTo(expected, 4);
        }
      }),
    );
  });
});
