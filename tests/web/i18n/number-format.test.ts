import { describe, expect, it } from 'vitest';
import { formatNumber, type NumberFormat } from '../../../web/src/i18n/locale';

describe('formatNumber', () => {
  it.each<[number, NumberFormat, string]>([
    [0.25, {}, '0.25'],
    [1 / 3, {}, '0.3333'],
    [-1 / 3, { significant: 2 }, '−0.33'],
    [123456, {}, '123500'],
    [1.5, { decimals: 3 }, '1.500'],
    [2, { signed: true }, '+2'],
    [-0, {}, '0'],
    [0, { signed: true, decimals: 1 }, '0.0'],
    [-0.0004, { decimals: 2 }, '0.00'],
    [1.25e-7, {}, '1.25×10⁻⁷'],
    [-5.6e-8, { decimals: 2 }, '−5.60×10⁻⁸'],
    [3e38, {}, '3×10³⁸'],
    [Infinity, {}, '∞'],
    [-Infinity, {}, '−∞'],
    [NaN, { signed: true }, 'NaN'],
  ])('%d with %j', (value, format, expected) => {
    expect(formatNumber(value, format)).toBe(expected);
  });
});
