import { describe, expect, it } from 'vitest';
import { linearScale } from '../../../web/src/plot/linear-scale';
import { axisTicks } from '../../../web/src/plot/ticks';

describe('linearScale', () => {
  it('maps ends to ends, also backwards, and inverts', () => {
    const scale = linearScale([-1, 3], [400, 0]);
    expect(scale(-1)).toBe(400);
    expect(scale(3)).toBe(0);
    expect(scale(1)).toBe(200);
    expect(scale.invert(100)).toBe(2);
  });
});

describe('axisTicks', () => {
  it('gives round numbers about as far apart as asked', () => {
    expect(axisTicks(-6, 6, 600, 80)).toEqual({ values: [-6, -4, -2, 0, 2, 4, 6], decimals: 0 });
  });

  it('tells how many digits neighbouring ticks need', () => {
    expect(axisTicks(0, 1, 400, 80)).toEqual({ values: [0, 0.2, 0.4, 0.6, 0.8, 1], decimals: 1 });
    expect(axisTicks(0.5, 0.502, 400, 80).decimals).toBe(4);
  });

  it('never writes minus zero', () => {
    for (const value of axisTicks(-1, 1, 400, 50).values) expect(Object.is(value, -0)).toBe(false);
  });
});
