import { cssOf } from './colour';
import type { PixelArea } from './geometry';
import { type Interval, type LinearScale, linearScale } from './linear-scale';
import type { Dash } from './series';
import type { SeriesHistory } from './series-history';
import type { Palette, ThemeColour } from './theme-colours';
import { axisTicks } from './ticks';
import { linearAxis, logAxis, type ValueAxis } from './value-axis';

export interface TimeSeriesLine {
  /** Of the history. */
  readonly series: number;
  readonly colour: ThemeColour;
  readonly dash: Dash;
}

/** Where a history is drawn. */
export interface TimeSeriesFrame {
  readonly area: PixelArea;
  readonly x: LinearScale;
  readonly y: ValueAxis;
  /** The last abscissa, at the right edge; at least 1. */
  readonly end: number;
}

/** Writes a tick; without `decimals` the ticks are powers of ten. */
export type TimeSeriesFormat = (value: number, decimals?: number) => string;

/** `left` grows with what is written there. */
const MARGIN = { left: 44, right: 12, top: 10, bottom: 24 };
const DIGIT_WIDTH = 7;
const TICK_SPACING = { x: 64, y: 34 };
const TEXT_GAP = { x: 6, y: 16 };
const DASHES: Readonly<Record<Dash, readonly number[]>> = { solid: [], dashed: [6, 4], dotted: [1, 4] };
const DOT_RADIUS = 3.5;

/** The scales that show these lines of a whole history on `width` x `height` pixels. */
export function timeSeriesFrame(
  history: SeriesHistory,
  lines: readonly TimeSeriesLine[],
  logarithmic: boolean,
  format: TimeSeriesFormat,
  width: number,
  height: number,
): TimeSeriesFrame {
  const range = [Math.max(MARGIN.top + 1, height - MARGIN.bottom), MARGIN.top] as const;
  const y = valueAxis(history, lines, logarithmic, range);
  const widest = Math.max(...y.ticks.map((value) => format(value, y.decimals).length));
  const left = Math.max(MARGIN.left, widest * DIGIT_WIDTH + 2 * TEXT_GAP.x);
  const area: PixelArea = {
    left,
    top: range[1],
    right: Math.max(left + 1, width - MARGIN.right),
    bottom: range[0],
  };
  const end = Math.max(1, history.length > 0 ? history.x(history.length - 1) : 0);
  return { area, x: linearScale([0, end], [area.left, area.right]), y, end };
}

function valueAxis(
  history: SeriesHistory,
  lines: readonly TimeSeriesLine[],
  logarithmic: boolean,
  range: Interval,
): ValueAxis {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const { series } of lines) {
    for (let index = 0; index < history.length; index++) {
      const low = history.low(series, index);
      const high = history.high(series, index);
      if (low < lowest && (!logarithmic || low > 0)) lowest = low;
      if (high > highest) highest = high;
    }
  }
  if (logarithmic)
    return highest > 0 ? logAxis(Math.min(lowest, highest), highest, range) : logAxis(0.1, 1, range);
  return highest >= lowest
    ? linearAxis(lowest, highest, range, TICK_SPACING.y)
    : linearAxis(0, 1, range, TICK_SPACING.y);
}

/** Lines for the values and labels on both sides. */
export function paintTimeAxes(
  context: CanvasRenderingContext2D,
  { area, x, y, end }: TimeSeriesFrame,
  xLabel: string,
  format: TimeSeriesFormat,
  palette: Palette,
): void {
  context.fillStyle = cssOf(palette.muted);
  context.strokeStyle = cssOf(palette.line);
  context.lineWidth = 1;
  context.textAlign = 'end';
  context.textBaseline = 'middle';
  context.beginPath();
  for (const value of y.ticks) {
    const level = Math.round(y.scale(value)) + 0.5;
    context.moveTo(area.left, level);
    context.lineTo(area.right, level);
    context.fillText(format(value, y.decimals), area.left - TEXT_GAP.x, level);
  }
  context.stroke();

  context.textBaseline = 'alphabetic';
  context.fillText(xLabel, area.right, area.bottom + TEXT_GAP.y);
  const labelStart = area.right - context.measureText(xLabel).width - 8;
  context.textAlign = 'center';
  const { values, decimals } = axisTicks(0, end, area.right - area.left, TICK_SPACING.x);
  for (const value of values) {
    const text = format(value, decimals);
    if (x(value) + context.measureText(text).width / 2 < labelStart)
      context.fillText(text, x(value), area.bottom + TEXT_GAP.y);
  }
}

export function paintTimeLine(
  context: CanvasRenderingContext2D,
  { area, x, y }: TimeSeriesFrame,
  history: SeriesHistory,
  { series, colour, dash }: TimeSeriesLine,
  palette: Palette,
): void {
  context.save();
  context.beginPath();
  context.rect(area.left, area.top - 2, area.right - area.left + 2, area.bottom - area.top + 4);
  context.clip();
  context.beginPath();
  let isDrawing = false;
  const go = (pixel: number, value: number): void => {
    if (isDrawing) context.lineTo(pixel, y.scale(value));
    else context.moveTo(pixel, y.scale(value));
    isDrawing = true;
  };
  for (let index = 0; index < history.length; index++) {
    const pixel = x(history.x(index));
    const low = history.low(series, index);
    const high = history.high(series, index);
    const value = history.value(series, index);
    // The extremes of the samples of a point, then the last of them, from which the line goes on.
    if (low !== high && low <= high) {
      go(pixel, low);
      go(pixel, high);
    }
    if (Number.isNaN(value)) isDrawing = false;
    else go(pixel, value);
  }
  context.strokeStyle = cssOf(palette[colour]);
  context.lineWidth = dash === 'solid' ? 2 : 1.75;
  context.lineJoin = 'round';
  context.setLineDash([...DASHES[dash]]);
  context.stroke();
  context.restore();
}

/** A line at one point of the history, with a dot on each curve. */
export function paintTimeCursor(
  context: CanvasRenderingContext2D,
  { area, x, y }: TimeSeriesFrame,
  history: SeriesHistory,
  index: number,
  lines: readonly TimeSeriesLine[],
  palette: Palette,
): void {
  const pixel = x(history.x(index));
  context.strokeStyle = cssOf(palette.accent);
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(pixel, area.top);
  context.lineTo(pixel, area.bottom);
  context.stroke();
  for (const { series, colour } of lines) {
    const value = history.value(series, index);
    if (Number.isNaN(value)) continue;
    context.fillStyle = cssOf(palette[colour]);
    context.beginPath();
    context.arc(pixel, y.scale(value), DOT_RADIUS, 0, 2 * Math.PI);
    context.fill();
  }
}
