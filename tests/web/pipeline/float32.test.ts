import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitPattern, pythonFloat, pythonNumber } from '../../../web/src/elements/tensor-pipeline/float32';
import { shortestDecimal } from '../../../web/src/exchange/decimal';

describe('shortestDecimal', () => {
  it('reads back as the same float32', () => {
    fc.assert(
      fc.property(fc.float(), (value) => {
        expect(Math.fround(Number(shortestDecimal(value)))).toBe(value);
      }),
      { numRuns: 3000 },
    );
  });

  it('has no digit too many', () => {
    expect(shortestDecimal(Math.fround(0.1))).toBe('0.1');
    expect(shortestDecimal(Math.fround(0.6224593))).toBe('0.6224593');
    expect(shortestDecimal(16777216)).toBe('16777216');
    expect(shortestDecimal(2 ** -149)).toBe('1e-45');
    expect(shortestDecimal(-0)).toBe('-0');
  });
});

describe('bitPattern', () => {
  it('shows sign, exponent and fraction as hexadecimal', () => {
    expect(bitPattern(0.5)).toBe('0x3f000000');
    expect(bitPattern(-0)).toBe('0x80000000');
    expect(bitPattern(Infinity)).toBe('0x7f800000');
  });
});

describe('Python numbers', () => {
  it.each([
    [1, '1.0', '1'],
    [-0.6, '-0.6', '-0.6'],
    [Math.fround(1e-7), '1e-07', '1e-07'],
    [Math.fround(1e30), '1e+30', '1e+30'],
    [-0, '-0.0', '-0'],
  ])('%d', (value, asFloat, asNumber) => {
    expect(pythonFloat(Math.fround(value))).toBe(asFloat);
    expect(pythonNumber(Math.fround(value))).toBe(asNumber);
  });

  it('spells what Python has no literal for', () => {
    expect([NaN, Infinity, -Infinity].map(pythonFloat)).toEqual([
      "float('nan')",
      "float('inf')",
      "float('-inf')",
    ]);
  });
});
