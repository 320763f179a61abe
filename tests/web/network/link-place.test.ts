import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkEnds, nearestLink } from '../../../web/src/elements/network/diagram/link-place';
import { layOutNetwork } from '../../../web/src/plot/network-layout';

const LIMITS = { width: 600, height: 220, smallestNode: 20, largestNode: 44, gap: 0.3 };
const layoutOf = (units: readonly number[]) =>
  layOutNetwork(units, { ...LIMITS, columns: units.map(() => 110) });

/** A point of the curve that is drawn. */
function onCurve(
  { start, end }: NonNullable<ReturnType<typeof linkEnds>>,
  t: number,
): { readonly x: number; readonly y: number } {
  const middle = (start.x + end.x) / 2;
  const of = (a: number, b: number, c: number, d: number): number =>
    a * (1 - t) ** 3 + 3 * b * (1 - t) ** 2 * t + 3 * c * (1 - t) * t ** 2 + d * t ** 3;
  return { x: of(start.x, middle, middle, end.x), y: of(start.y, start.y, end.y, end.y) };
}

describe('the links of a drawing', () => {
  it('are found where they are drawn', () => {
    const units = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(
        units,
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        (counts, a, b, c, t) => {
          const layout = layoutOf(counts);
          const layer = a % (counts.length - 1);
          const link = {
            unit: { layer, unit: b % (counts[layer + 1] as number) },
            input: c % (counts[layer] as number),
          };
          const ends = linkEnds(layout, link);
          if (ends === undefined) throw new Error('a link without ends');
          const point = onCurve(ends, t);
          const found = nearestLink(layout, point, 1);
          // Where links cross, another one may be as near.
          expect(found).toBeDefined();
          const other = linkEnds(layout, found as NonNullable<typeof found>) as typeof ends;
          const isSame = found?.input === link.input && found.unit.unit === link.unit.unit;
          if (!isSame) {
            const nearby = Array.from({ length: 2001 }, (_, i) => onCurve(other, i / 2000));
            const distance = Math.min(...nearby.map(({ x, y }) => Math.hypot(x - point.x, y - point.y)));
            expect(distance).toBeLessThan(0.2);
          }
        },
      ),
    );
  });

  it('are found a few pixels beside, and no farther', () => {
    const layout = layoutOf([1, 1]);
    const link = { unit: { layer: 0, unit: 0 }, input: 0 };
    const ends = linkEnds(layout, link) as NonNullable<ReturnType<typeof linkEnds>>;
    const { x, y } = onCurve(ends, 0.5);
    expect(nearestLink(layout, { x, y: y + 5 }, 6)).toEqual(link);
    expect(nearestLink(layout, { x, y: y + 7 }, 6)).toBeUndefined();
    expect(nearestLink(layout, { x: ends.start.x - 1, y }, 6)).toBeUndefined();
    expect(nearestLink(layout, { x: ends.end.x + 1, y }, 6)).toBeUndefined();
  });

  it('have no ends where a unit is not drawn', () => {
    expect(linkEnds(layoutOf([2, 1]), { unit: { layer: 0, unit: 0 }, input: 2 })).toBeUndefined();
  });
});
