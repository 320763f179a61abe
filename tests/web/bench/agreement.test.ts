import { describe, expect, it } from 'vitest';
import { agreeing, largestDifference } from '../../bench/agreement.mjs';

const outputs = (...curves: number[][]) => curves.map((curve) => Float32Array.from(curve));

describe('largestDifference', () => {
  it.each([
    ['equal', [[1, 2]], [[1, 2]], 0],
    ['absolute below 1', [[0.25]], [[0.5]], 0.25],
    ['relative above 1', [[300]], [[400]], 0.25],
    ['in any curve', [[1], [0.5]], [[1], [0.25]], 0.25],
    ['zeros of either sign', [[0]], [[-0]], 0],
    ['NaN in both', [[Number.NaN]], [[Number.NaN]], 0],
    ['NaN in one', [[Number.NaN]], [[1]], Number.POSITIVE_INFINITY],
    ['infinite in both', [[Number.NEGATIVE_INFINITY]], [[Number.NEGATIVE_INFINITY]], 0],
    ['infinite in one', [[Number.POSITIVE_INFINITY]], [[1]], Number.POSITIVE_INFINITY],
    ['of different lengths', [[1, 2]], [[1]], Number.POSITIVE_INFINITY],
    ['of different numbers of curves', [[1], [2]], [[1]], Number.POSITIVE_INFINITY],
  ])('%s', (_, some, others, expected) => {
    expect(largestDifference(outputs(...some), outputs(...others))).toBe(expected);
  });
});

describe('agreeing', () => {
  const tolerance = 1e-4;
  const participant = (name: string, value: number) => ({ name, outputs: outputs([value]) });

  it('names all that compute the same', () => {
    expect(agreeing([participant('a', 0.5), participant('b', 0.500_01)], tolerance)).toEqual(['a', 'b']);
  });

  it('sets the odd one out aside, whichever it is', () => {
    const good = [participant('b', 0.5), participant('c', 0.5)];
    expect(agreeing([participant('a', 0.6), ...good], tolerance)).toEqual(['b', 'c']);
    expect(agreeing([...good, participant('a', 0.6)], tolerance)).toEqual(['b', 'c']);
  });

  it('keeps the first when no two agree', () => {
    expect(agreeing([participant('a', 0.5), participant('b', 0.6)], tolerance)).toEqual(['a']);
  });

  it('keeps nobody when nobody took part', () => {
    expect(agreeing([], tolerance)).toEqual([]);
  });
});
