import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearAxis, logAxis } from '../../../web/src/plot/value-axis';

const RANGE = [200, 0] as const;
const positive = fc.double({ min: 1e-12, max: 1e12, noNaN: true });

describe('a linear axis', () => {
  it('starts at 0 and ends at a round number', () => {
    const { scale, ticks, decimals } = linearAxis(0.13, 0.69, RANGE, 40);
    expect(ticks).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
    expect(decimals).toBe(1);
    expect(scale(0)).toBe(200);
    expect(scale(0.8)).toBeCloseTo(0, 9);
  });

  it('shows values below 0', () => {
    expect(linearAxis(-1, 1, RANGE, 40).ticks[0]).toBeLessThanOrEqual(-1);
  });

  it('has an extent when all values are equal', () => {
    const { scale } = linearAxis(0, 0, RANGE, 40);
    expect(scale(0)).toBe(200);
    expect(scale(1)).toBeLessThan(200);
  });
});

describe('a logarithmic axis', () => {
  it('has a tick for every decade', () => {
    const { scale, ticks } = logAxis(0.004, 0.7, RANGE);
    expect(ticks.map((tick) => Math.log10(tick))).toEqual(
      [-3, -2, -1, 0].map((tick) => expect.closeTo(tick, 9)),
    );
    expect(scale(1)).toBeCloseTo(0, 9);
    expect(scale(0.001)).toBeCloseTo(200, 9);
    expect(scale(0)).toBe(scale(0.001));
  });

  it('shows every value from lowest to highest within eight decades', () => {
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const [lowest, highest] = a < b ? [a, b] : [b, a];
        const { scale, ticks } = logAxis(lowest, highest, RANGE);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(9);
        expect(scale(highest)).toBeGreaterThanOrEqual(-1e-6);
        expect(scale(lowest)).toBeLessThanOrEqual(200 + 1e-6);
        expect(scale.invert(scale(highest))).toBeCloseTo(highest, -Math.log10(highest) + 6);
      }),
    );
  });
});
