import { describe, expect, it } from 'vitest';
import { lossText, scoreText, tickText } from '../../../web/src/elements/network/model/run-numbers';

describe('numbers of a run', () => {
  it.each([null, undefined, Number.NaN])('are a dash where there is none: %s', (missing) => {
    expect(lossText(missing)).toBe('–');
    expect(scoreText(missing, 'binary')).toBe('–');
    expect(scoreText(missing, 'curve')).toBe('–');
  });

  it('are an accuracy in per cent for classes, R² for values', () => {
    expect(scoreText(0.9876, 'multi_class')).toBe('98.8 %');
    expect(scoreText(0.9876, 'regression')).toBe('0.988');
  });

  it('have the decimals of their axis at its ticks', () => {
    expect(tickText(0.25, 2)).toBe('0.25');
    expect(tickText(0.25, undefined)).toBe('0.3');
  });
});
