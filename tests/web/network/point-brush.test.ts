import { describe, expect, it } from 'vitest';
import { brushed, MOST_DRAWN_POINTS } from '../../../web/src/elements/network/model/point-brush';

const brush = { kind: 'classes', target: 2, erases: false } as const;

describe('a brush', () => {
  it('leaves a point of its class', () => {
    expect(brushed([], brush, [1, -2], 0.5)).toEqual([[1, -2, 2]]);
    expect(brushed([], { ...brush, kind: 'curve' }, [1, -2], 0.5)).toEqual([[1, -2]]);
  });

  it('leaves no point upon another, and not too many', () => {
    const one = [[1, 1, 0]];
    expect(brushed(one, brush, [1.1, 1], 0.5)).toBe(one);
    expect(brushed(one, brush, [1.4, 1], 0.5)).toHaveLength(2);
    const many = Array.from({ length: MOST_DRAWN_POINTS }, (_, index) => [index, 0, 0]);
    expect(brushed(many, brush, [-5, 5], 0.5)).toBe(many);
  });

  it('erases what it reaches', () => {
    const points = [
      [0, 0, 0],
      [3, 0, 1],
    ];
    const eraser = { ...brush, erases: true };
    expect(brushed(points, eraser, [0.3, 0.3], 0.5)).toEqual([[3, 0, 1]]);
    expect(brushed(points, eraser, [1.5, 0], 0.5)).toBe(points);
  });
});
