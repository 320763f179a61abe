import { describe, expect, it } from 'vitest';
import { quantitySymbols } from '../../../web/src/elements/tensor-pipeline/symbols';
import { shadeOf } from '../../../web/src/elements/tensor-pipeline/value-shade';
import { visibleSpan } from '../../../web/src/elements/tensor-pipeline/visible-span';

describe('visibleSpan', () => {
  it('covers what is in view and a little more, within the table', () => {
    expect(visibleSpan(0, 100, 20, 64)).toEqual({ start: 0, end: 8 });
    expect(visibleSpan(400, 100, 20, 64)).toEqual({ start: 17, end: 28 });
    expect(visibleSpan(1180, 100, 20, 64)).toEqual({ start: 56, end: 64 });
    expect(visibleSpan(0, 0, 20, 0)).toEqual({ start: 0, end: 0 });
  });
});

describe('shadeOf', () => {
  it('follows sign and size', () => {
    expect([3, 1.5, 0.01, -3, 0, -0].map((value) => shadeOf(value, 3))).toEqual([
      'p6',
      'p3',
      'p1',
      'n6',
      'zero',
      'zero',
    ]);
  });

  it('has a place for what is no number', () => {
    expect([NaN, Infinity, -Infinity].map((value) => shadeOf(value, 0))).toEqual(['nan', 'p6', 'n6']);
  });
});

describe('quantitySymbols', () => {
  it('names inputs and outputs of each stage', () => {
    const { input, stages } = quantitySymbols(['ReLU', 'Sigmoid']);
    expect(input.gradient).toBe('∂S/∂x');
    expect(stages).toEqual([
      { value: 'h₁ = ReLU(x)', derivative: 'ReLU′(x)', gradient: '∂S/∂h₁' },
      { value: 'y = Sigmoid(h₁)', derivative: 'Sigmoid′(h₁)', gradient: '∂S/∂y' },
    ]);
  });
});
