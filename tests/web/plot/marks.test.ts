import { expect, it } from 'vitest';
import { MARKS } from '../../../web/src/plot/marks';

it('there is a mark of its own for each of ten classes, of about one size', () => {
  expect(new Set(MARKS).size).toBe(10);
  for (const path of MARKS) {
    expect(path).toMatch(/^M.*Z$/);
    const [, x, y] = /^M(-?[\d.]+),(-?[\d.]+)/.exec(path) ?? [];
    const reach = Math.hypot(Number(x), Number(y));
    expect(reach).toBeGreaterThanOrEqual(1);
    expect(reach).toBeLessThanOrEqual(1.5);
  }
});
