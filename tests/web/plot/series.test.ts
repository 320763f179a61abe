import { describe, expect, it } from 'vitest';
import { plotGeometry } from '../../../web/src/plot/geometry';
import { locateJump } from '../../../web/src/plot/jump-search';
import { drawSeries, type PlotSeries } from '../../../web/src/plot/series';

const geometry = plotGeometry({ left: -5, right: 5, bottom: -1, top: 2 }, 800, 400, {
  left: 40,
  top: 10,
  right: 10,
  bottom: 20,
});

const single = (f: (x: number) => number, kinks: readonly number[] = []): PlotSeries => ({
  colour: 1,
  lines: [{ label: 'f', dash: 'solid' }],
  kinks,
  sample: (x) => [x.map(f)],
});

describe('locateJump', () => {
  const jumpAt = (f: (x: number) => number): number | undefined => locateJump((x) => x.map(f), -1, 1);

  it('finds a jump to the last bit, whichever side takes the value', () => {
    expect(jumpAt((x) => (x < 0.25 ? 0 : 1))).toBe(0.25);
    expect(jumpAt((x) => (x <= 0.25 ? 0 : 1))).toBe(0.25);
    expect(jumpAt((x) => (x <= 0 ? 3 : 1))).toBe(0);
    expect(jumpAt((x) => (x < Math.fround(0.1) ? 0 : 1))).toBe(Math.fround(0.1));
  });

  it('is not fooled by a steep slope', () => {
    expect(jumpAt((x) => 1 / (1 + Math.exp(-1e4 * x)))).toBeUndefined();
    expect(jumpAt((x) => 50 * x)).toBeUndefined();
  });
});

describe('drawSeries', () => {
  it('draws a jump that nobody told it of as two pieces with a closed and an open end', () => {
    const [line] = drawSeries(
      single((x) => (x <= 0 ? 0 : 1)),
      geometry,
    ).lines;
    expect(line?.path.match(/M/g)).toHaveLength(2);
    expect(line?.dots.map(({ attained }) => attained)).toEqual([false, true]);
    expect(line?.dots[1]?.point).toEqual([geometry.x(0), geometry.y(0)]);
  });

  it('draws an isolated value as a dot of its own', () => {
    const [line] = drawSeries(single(Math.sign, [0]), geometry).lines;
    expect(line?.dots.map(({ attained }) => attained)).toEqual([false, false, true]);
  });

  it('draws a corner with no dots and few points', () => {
    const [line] = drawSeries(
      single((x) => Math.max(0, x), [0]),
      geometry,
    ).lines;
    expect(line?.dots).toEqual([]);
    expect(line?.path).toBe('M40.00,256.67L415.00,256.67L565.00,10.00');
  });

  it('survives a curve that oscillates faster than pixels', () => {
    const [line] = drawSeries(
      single((x) => Math.sin(1e5 * x)),
      geometry,
    ).lines;
    expect(line?.path.startsWith('M')).toBe(true);
  });

  it('knows where a line is last seen', () => {
    expect(
      drawSeries(
        single(() => 1),
        geometry,
      ).lines[0]?.end,
    ).toEqual([790, geometry.y(1)]);
    expect(
      drawSeries(
        single(() => 7),
        geometry,
      ).lines[0]?.end,
    ).toBeUndefined();
  });
});
