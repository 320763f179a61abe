import { describe, expect, it } from 'vitest';
import { extentOf, histogram, momentsOf, shareOf } from '../../../web/src/plot/histogram';

describe('histogram', () => {
  it('counts every value once, the last end included', () => {
    const { counts, outside } = histogram([0, 0.1, 0.5, 0.99, 1, 1.1, -1, Number.NaN], 0, 1, 2);
    expect([...counts]).toEqual([2, 3]);
    expect(outside).toBe(3);
  });
});

describe('statistics', () => {
  it('finds extent, mean, population variance and shares', () => {
    expect(extentOf([3, Number.NaN, -1, Number.POSITIVE_INFINITY])).toEqual([-1, 3]);
    expect(extentOf([])).toBeUndefined();
    expect(momentsOf([1, 2, 3, 4])).toEqual({ mean: 2.5, variance: 1.25 });
    expect(shareOf([1, 2, 3, 4], (value) => value > 3)).toBe(0.25);
  });

  it('keeps the variance of values far from zero', () => {
    expect(momentsOf(Float64Array.of(1e8, 1e8 + 1, 1e8 + 2)).variance).toBeCloseTo(2 / 3, 10);
  });
});
