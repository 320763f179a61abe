import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutNetwork, linkWidth } from '../../../web/src/plot/network-layout';

const LIMITS = { width: 400, height: 200, smallestNode: 20, largestNode: 44, gap: 0.3 };
const columnsOf = (units: readonly number[]): number[] => units.map(() => 70);

describe('layOutNetwork', () => {
  it('spreads columns over the width and centres nodes in the height', () => {
    const { width, height, nodeSize, places } = layOutNetwork([2, 4, 2, 1], {
      ...LIMITS,
      columns: [40, 80, 80, 40],
    });
    expect(width).toBe(400);
    expect(places.map(([node]) => node?.x)).toEqual([40, 140, 260, 360]);
    expect(nodeSize).toBe(41);
    for (const column of places) {
      const middle = column.reduce((sum, { y }) => sum + y, 0) / column.length;
      expect(middle).toBeCloseTo(height / 2, 6);
    }
  });

  it('keeps nodes apart and inside, whatever the network', () => {
    const units = fc.array(fc.integer({ min: 1, max: 16 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(units, fc.integer({ min: 100, max: 2000 }), (counts, width) => {
        const layout = layOutNetwork(counts, { ...LIMITS, width, columns: columnsOf(counts) });
        const half = layout.nodeSize / 2;
        expect(layout.nodeSize).toBeGreaterThanOrEqual(LIMITS.smallestNode);
        expect(layout.nodeSize).toBeLessThanOrEqual(LIMITS.largestNode);
        expect(Math.min(...layout.columns)).toBeGreaterThanOrEqual(70);
        expect(layout.columns.reduce((sum, column) => sum + column)).toBeCloseTo(layout.width, 6);
        layout.places.forEach((column, layer) => {
          expect(column).toHaveLength(counts[layer] as number);
          column.forEach(({ x, y }, unit) => {
            expect(x - half).toBeGreaterThanOrEqual(0);
            expect(x + half).toBeLessThanOrEqual(layout.width);
            expect(y - half).toBeGreaterThanOrEqual(-1);
            expect(y + half).toBeLessThanOrEqual(layout.height + 1);
            const above = column[unit - 1];
            if (above) expect(y - above.y).toBeGreaterThan(layout.nodeSize);
          });
        });
      }),
    );
  });
});

describe('linkWidth', () => {
  it('grows with the magnitude, alike for both signs, and never vanishes', () => {
    expect(linkWidth(-1, 4, 7)).toBe(linkWidth(1, 4, 7));
    expect(linkWidth(2, 4, 7)).toBeGreaterThan(linkWidth(1, 4, 7));
    expect(linkWidth(9, 4, 7)).toBe(7);
    expect(linkWidth(0, 4, 7)).toBeGreaterThan(0);
    expect(linkWidth(Number.NaN, 4, 7)).toBe(0);
  });
});
