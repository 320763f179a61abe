import { describe, expect, it } from 'vitest';
import { intervalsBelow } from '../../../web/src/plot/intervals';
import { findJumps } from '../../../web/src/plot/jumps';
import { linearScale } from '../../../web/src/plot/linear-scale';
import { pathOf } from '../../../web/src/plot/path';
import { clippedSegment, visiblePolylines } from '../../../web/src/plot/polyline';
import { samplePositions } from '../../../web/src/plot/sampling';

const area = { left: 0, top: 0, right: 100, bottom: 100 };
const toX = linearScale([-1, 1], [0, 100]);
const toY = linearScale([-1, 1], [100, 0]);

const step = (x: Float32Array): Float32Array => x.map((value) => (value < 0 ? 0 : 1));
const rectified = (x: Float32Array): Float32Array => x.map((value) => Math.max(0, value));

describe('findJumps', () => {
  it('finds the jump of a step, with the value that is attained', () => {
    const x = samplePositions(-1, 1, 20, [0]);
    const { jumps, breaks } = findJumps(x, step(x), [0]);
    expect(jumps).toEqual([{ x: 0, before: 0, at: 1, after: 1 }]);
    expect([...breaks]).toEqual([x.indexOf(0) - 1]);
  });

  it('breaks on both sides of an isolated value', () => {
    const x = samplePositions(-1, 1, 20, [0]);
    const { breaks } = findJumps(x, x.map(Math.sign), [0]);
    expect([...breaks]).toEqual([x.indexOf(0) - 1, x.indexOf(0)]);
  });

  it('does not take a corner, or a candidate out of sight, for a jump', () => {
    const x = samplePositions(-1, 1, 20, [0, 3]);
    expect(findJumps(x, rectified(x), [0, 3])).toEqual({ jumps: [], breaks: new Set() });
  });

  it('does not mistake rounding at a large corner for a jump', () => {
    const x = samplePositions(999, 1001, 20, [1000]);
    expect(
      findJumps(
        x,
        x.map((value) => Math.max(0, value - 1000)),
        [1000],
      ).jumps,
    ).toEqual([]);
  });
});

describe('clippedSegment', () => {
  it('keeps, cuts and drops', () => {
    expect(clippedSegment(10, 10, 20, 20, area)).toEqual([
      [10, 10],
      [20, 20],
    ]);
    expect(clippedSegment(50, -50, 50, 50, area)).toEqual([
      [50, 0],
      [50, 50],
    ]);
    expect(clippedSegment(-10, -20, 110, -20, area)).toBeUndefined();
    expect(clippedSegment(0, 0, Number.NaN, 10, area)).toBeUndefined();
    expect(clippedSegment(0, 0, 10, Number.POSITIVE_INFINITY, area)).toBeUndefined();
  });
});

describe('visiblePolylines', () => {
  it('needs only the corners of a piecewise linear function', () => {
    const x = samplePositions(-1, 1, 200, [0]);
    expect(visiblePolylines(x, rectified(x), toX, toY, area)).toEqual([
      [
        [0, 50],
        [50, 50],
        [100, 0],
      ],
    ]);
  });

  it('stays within a tenth of a pixel of every sample of a smooth function', () => {
    const x = samplePositions(-1, 1, 500);
    const y = x.map((value) => Math.sin(5 * value));
    const [piece = []] = visiblePolylines(x, y, toX, toY, area);
    expect(piece.length).toBeLessThan(x.length / 2);
    for (let i = 0; i < x.length; i++) {
      const px = toX(x[i] as number);
      const next = piece.findIndex(([end]) => end >= px);
      const [x1, y1] = piece[Math.max(1, next)] as [number, number];
      const [x0, y0] = piece[Math.max(1, next) - 1] as [number, number];
      const drawn = y0 + ((px - x0) / (x1 - x0)) * (y1 - y0);
      expect(Math.abs(drawn - toY(y[i] as number))).toBeLessThan(0.21);
    }
  });

  it('does not join the two sides of a jump', () => {
    const x = samplePositions(-1, 1, 20, [0]);
    const y = step(x);
    const pieces = visiblePolylines(x, y, toX, toY, area, findJumps(x, y, [0]).breaks);
    expect(pieces).toHaveLength(2);
    expect(pieces[0]?.at(-1)?.[1]).toBe(50);
    expect(pieces[1]?.[0]?.[1]).toBe(0);
  });

  it('breaks at values that are not finite and leaves the area at its border', () => {
    const x = Float32Array.of(-1, -0.5, 0, 0.5, 1);
    const gap = visiblePolylines(x, Float32Array.of(0, 0, Number.NaN, 0, 0), toX, toY, area);
    expect(gap).toEqual([
      [
        [0, 50],
        [25, 50],
      ],
      [
        [75, 50],
        [100, 50],
      ],
    ]);
    const tall = visiblePolylines(x, Float32Array.of(-1e30, -3, 0, 3, 1e30), toX, toY, area);
    expect(tall.flat().every(([px, py]) => px >= 0 && px <= 100 && py >= 0 && py <= 100)).toBe(true);
  });

  it('comes back as a new piece after it left', () => {
    const x = samplePositions(-1, 1, 400);
    const pieces = visiblePolylines(
      x,
      x.map((value) => 2 * Math.cos(3 * Math.PI * value)),
      toX,
      toY,
      area,
    );
    expect(pieces).toHaveLength(6);
  });
});

describe('pathOf', () => {
  it('starts every piece anew', () => {
    expect(
      pathOf([
        [
          [0, 0],
          [1, 2],
        ],
        [
          [3, 4.567],
          [5, 6],
        ],
      ]),
    ).toBe('M0.00,0.00L1.00,2.00M3.00,4.57L5.00,6.00');
    expect(pathOf([])).toBe('');
  });
});

describe('intervalsBelow', () => {
  it('finds both tails and interpolates their ends', () => {
    const x = Float32Array.of(-2, -1, 0, 1, 2);
    expect(intervalsBelow(x, Float32Array.of(0, 0.1, 1, -0.1, 0), 0.2)).toEqual([
      [-2, expect.closeTo(-0.8889, 3)],
      [expect.closeTo(0.8889, 3), 2],
    ]);
  });

  it('gives the whole axis, or nothing', () => {
    const x = Float32Array.of(0, 1);
    expect(intervalsBelow(x, Float32Array.of(0, 0), 0.1)).toEqual([[0, 1]]);
    expect(intervalsBelow(x, Float32Array.of(1, Number.NaN), 0.1)).toEqual([]);
  });
});
