import { describe, expect, it } from 'vitest';
import { parseNumber, snap } from '../../../web/src/elements/shared/number-text';

const LIMITS = { minimum: -5, maximum: 5 };

describe('parseNumber', () => {
  it.each([
    ['1.5', 1.5],
    [' -2 ', -2],
    ['−2', -2],
    ['.5', 0.5],
    ['1e-3', 0.001],
    ['0,25', 0.25],
    ['－１．５', -1.5],
    ['+3.', 3],
  ])('reads %j', (text, value) => {
    expect(parseNumber(text, LIMITS)).toEqual({ value });
  });

  it.each([
    ['', 'not-a-number'],
    ['abc', 'not-a-number'],
    ['1,000,000', 'not-a-number'],
    ['0x1', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['5.1', 'out-of-range'],
    ['-1e9', 'out-of-range'],
  ])('refuses %j', (text, refusal) => {
    expect(parseNumber(text, LIMITS)).toEqual({ refusal });
  });

  it('wants whole numbers where asked', () => {
    expect(parseNumber('2.5', { ...LIMITS, integer: true })).toEqual({ refusal: 'not-an-integer' });
    expect(parseNumber('2.0', { ...LIMITS, integer: true })).toEqual({ value: 2 });
  });
});

describe('snap', () => {
  it('gives short decimals within the limits', () => {
    expect(snap(0.1 + 0.2, 0.1, LIMITS)).toBe(0.3);
    expect(snap(0.123, 0.01, LIMITS)).toBe(0.12);
    expect(snap(9, 0.5, LIMITS)).toBe(5);
    expect(snap(-7, 1, LIMITS)).toBe(-5);
  });
});
