import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SeriesHistory } from '../../../web/src/plot/series-history';

const sample = fc.oneof(fc.double({ min: -100, max: 100, noNaN: true }), fc.constant(Number.NaN));

function filled(samples: readonly number[], capacity = 8): SeriesHistory {
  const history = new SeriesHistory(1, capacity);
  samples.forEach((value, index) => {
    history.append(index, [value]);
  });
  return history;
}

const points = (history: SeriesHistory) =>
  Array.from({ length: history.length }, (_, index) => ({
    x: history.x(index),
    value: history.value(0, index),
    low: history.low(0, index),
    high: history.high(0, index),
  }));

describe('a history', () => {
  it('keeps every sample while there is room', () => {
    expect(points(filled([3, 1, 2], 4))).toEqual([
      { x: 0, value: 3, low: 3, high: 3 },
      { x: 1, value: 1, low: 1, high: 1 },
      { x: 2, value: 2, low: 2, high: 2 },
    ]);
  });

  it('joins neighbours when it is full', () => {
    expect(points(filled([3, 1, 5, 4, 2], 4))).toEqual([
      { x: 1, value: 1, low: 1, high: 3 },
      { x: 3, value: 4, low: 4, high: 5 },
      { x: 4, value: 2, low: 2, high: 2 },
    ]);
  });

  it('stays within its capacity and loses neither an extreme nor the last sample', () => {
    fc.assert(
      fc.property(fc.array(sample, { minLength: 1, maxLength: 300 }), (samples) => {
        const history = filled(samples);
        const kept = points(history);
        expect(kept.length).toBeLessThanOrEqual(8);
        const numbers = samples.filter((value) => !Number.isNaN(value));
        const lows = kept.map(({ low }) => low).filter((low) => !Number.isNaN(low));
        const highs = kept.map(({ high }) => high).filter((high) => !Number.isNaN(high));
        expect(Math.min(...lows)).toBe(Math.min(...numbers));
        expect(Math.max(...highs)).toBe(Math.max(...numbers));
        expect(kept.at(-1)?.x).toBe(samples.length - 1);
        expect(kept.at(-1)?.value).toBe(samples.at(-1));
      }),
    );
  });

  it('keeps values that were really there, at their abscissas in order', () => {
    fc.assert(
      fc.property(fc.array(sample, { minLength: 1, maxLength: 300 }), (samples) => {
        let before = -1;
        for (const { x, value } of points(filled(samples))) {
          expect(value).toBe(samples[x]);
          expect(x).toBeGreaterThan(before);
          before = x;
        }
      }),
    );
  });

  it('finds the nearest point', () => {
    const history = new SeriesHistory(1, 8);
    expect(history.nearest(3)).toBe(-1);
    for (const x of [0, 10, 20]) history.append(x, [0]);
    expect([-5, 4, 6, 14, 16, 99].map((x) => history.nearest(x))).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('forgets what comes after a rewind, and goes on from there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }), (count, to) => {
        const history = filled(Array.from({ length: count }, (_, x) => x));
        history.rewind(to);
        expect(points(history).every(({ x }) => x <= to)).toBe(true);
        history.append(to + 0.5, [7]);
        expect(points(history).at(-1)).toMatchObject({ x: to + 0.5, value: 7 });
        expect(history.length).toBeLessThanOrEqual(8);
      }),
    );
  });

  it('starts anew', () => {
    const history = filled([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    history.clear();
    expect(history.length).toBe(0);
    history.append(0, [7]);
    history.append(1, [8]);
    expect(points(history).map(({ value }) => value)).toEqual([7, 8]);
  });
});
