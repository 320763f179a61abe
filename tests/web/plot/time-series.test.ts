import { describe, expect, it } from 'vitest';
import { SeriesHistory } from '../../../web/src/plot/series-history';
import { type TimeSeriesLine, timeSeriesFrame } from '../../../web/src/plot/time-series-painter';

const LINES: readonly TimeSeriesLine[] = [
  { series: 0, colour: 'accent', dash: 'solid' },
  { series: 1, colour: 'ink', dash: 'dashed' },
];

const format = (value: number): string => String(value);

function historyOf(...samples: readonly (readonly number[])[]): SeriesHistory {
  const history = new SeriesHistory(2, 8);
  for (const [index, sample] of samples.entries()) history.append(index * 5, sample);
  return history;
}

describe('the frame of a time series', () => {
  it('shows every sample of every series', () => {
    const history = historyOf([0.9, 1.4], [0.5, Number.NaN], [0.2, 0.3]);
    const { area, x, y, end } = timeSeriesFrame(history, LINES, false, format, 400, 200);
    expect(end).toBe(10);
    expect([x(0), x(10)]).toEqual([area.left, area.right]);
    expect(y.scale(1.4)).toBeGreaterThanOrEqual(area.top);
    expect(y.scale(0)).toBe(area.bottom);
  });

  it('leaves out series that no line shows', () => {
    const { y, area } = timeSeriesFrame(
      historyOf([0.9, 400], [0.5, 500]),
      LINES.slice(0, 1),
      false,
      format,
      400,
      200,
    );
    expect(y.scale(0.9)).toBeLessThan(area.top + 40);
  });

  it('leaves out what has no logarithm', () => {
    const { y, area } = timeSeriesFrame(historyOf([0.9, 0], [0.02, 0]), LINES, true, format, 400, 200);
    expect(y.ticks).toEqual([0.01, 0.1, 1].map((tick) => expect.closeTo(tick, 9)));
    expect(y.scale(0)).toBeCloseTo(area.bottom, 9);
  });

  it.each([true, false])('is there before the first sample, logarithmic or not: %s', (logarithmic) => {
    const { y, end, area } = timeSeriesFrame(historyOf(), LINES, logarithmic, format, 400, 200);
    expect(end).toBe(1);
    expect(y.ticks.length).toBeGreaterThan(1);
    expect(area.right).toBeGreaterThan(area.left);
  });

  it('has room for the longest number', () => {
    const narrow = timeSeriesFrame(historyOf([1, 1]), LINES, false, format, 400, 200);
    const wide = timeSeriesFrame(historyOf([1, 1]), LINES, false, () => '0.000000000000001', 400, 200);
    expect(wide.area.left).toBeGreaterThan(narrow.area.left);
  });

  it('of no size has an extent', () => {
    const { area } = timeSeriesFrame(historyOf([1, 2]), LINES, false, format, 0, 0);
    expect(area.right).toBeGreaterThan(area.left);
    expect(area.bottom).toBeGreaterThan(area.top);
  });
});
