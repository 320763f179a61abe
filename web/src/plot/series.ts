import type { PlotGeometry } from './geometry';
import { locateJump } from './jump-search';
import { findJumps, type Jump } from './jumps';
import { pathOf } from './path';
import { type PixelPoint, visiblePolylines } from './polyline';
import { samplePositions } from './sampling';

export type Dash = 'solid' | 'dashed' | 'dotted';

export interface PlotLine {
  /** Written at the end of the line; empty for no label. */
  readonly label: string;
  readonly dash: Dash;
}

/** Lines that are sampled together, such as a function and its derivatives. Treated as a value: change it by replacing it. */
export interface PlotSeries {
  /** Selects the colour: class `series-1` to `series-6`. */
  readonly colour: number;
  readonly lines: readonly PlotLine[];
  /** Corners and jumps that are known; other jumps are found. */
  readonly kinks: readonly number[];
  /** One array of values for each of `lines`. */
  sample(x: Float32Array): readonly Float32Array[];
}

/** The end of a curve piece at a jump; `attained` tells whether the function takes this value there. */
export interface JumpDot {
  readonly point: PixelPoint;
  readonly attained: boolean;
}

export interface DrawnLine {
  readonly line: PlotLine;
  readonly path: string;
  readonly dots: readonly JumpDot[];
  /** Where the line is last seen, for its label. */
  readonly end: PixelPoint | undefined;
}

export interface DrawnSeries {
  readonly series: PlotSeries;
  readonly x: Float32Array;
  readonly values: readonly Float32Array[];
  readonly lines: readonly DrawnLine[];
}

const FEWEST_SAMPLES = 64;
/** Pixels between two neighbouring samples from which a jump is suspected, less in a small picture. */
const SUSPICIOUS_STEP = 12;
const SUSPICIOUS_SHARE = 0.1;
/** A curve with more suspicious places is oscillating, not jumping. */
const MOST_SUSPICIOUS_PLACES = 6;
/** Jumps that are smaller on screen are drawn without dots. */
const SMALLEST_DOTTED_JUMP = 5;

/** Samples a series about once a pixel, and finds its visible pieces, jumps and ends. */
export function drawSeries(series: PlotSeries, geometry: PlotGeometry): DrawnSeries {
  const { window, area } = geometry;
  const count = Math.max(FEWEST_SAMPLES, Math.ceil(area.right - area.left));
  let kinks = series.kinks;
  let x = samplePositions(window.left, window.right, count, kinks);
  let values = series.sample(x);
  const found = values.flatMap((y, line) => searchJumps(series, line, x, y, geometry));
  if (found.length > 0) {
    kinks = [...new Set([...kinks, ...found])];
    x = samplePositions(window.left, window.right, count, kinks);
    values = series.sample(x);
  }
  const lines = series.lines.map((line, i) => drawLine(line, x, values[i] as Float32Array, kinks, geometry));
  return { series, x, values, lines };
}

function searchJumps(
  series: PlotSeries,
  line: number,
  x: Float32Array,
  y: Float32Array,
  geometry: PlotGeometry,
): number[] {
  const known = findJumps(x, y, series.kinks).breaks;
  const suspicious = Math.min(SUSPICIOUS_STEP, SUSPICIOUS_SHARE * (geometry.area.bottom - geometry.area.top));
  const places: number[] = [];
  for (let i = 0; i + 1 < x.length; i++) {
    const step = Math.abs(geometry.y(y[i + 1] as number) - geometry.y(y[i] as number));
    if (step > suspicious && Number.isFinite(step) && !known.has(i)) places.push(i);
  }
  if (places.length > MOST_SUSPICIOUS_PLACES) return [];
  const sampleLine = (positions: Float32Array): Float32Array =>
    series.sample(positions)[line] as Float32Array;
  return places
    .map((i) => locateJump(sampleLine, x[i] as number, x[i + 1] as number))
    .filter((jump) => jump !== undefined);
}

function drawLine(
  line: PlotLine,
  x: Float32Array,
  y: Float32Array,
  kinks: readonly number[],
  geometry: PlotGeometry,
): DrawnLine {
  const { jumps, breaks } = findJumps(x, y, kinks);
  const pieces = visiblePolylines(x, y, geometry.x, geometry.y, geometry.area, breaks);
  const dots = jumps.flatMap((jump) => jumpDots(jump, geometry));
  return { line, path: pathOf(pieces), dots, end: pieces.at(-1)?.at(-1) };
}

function jumpDots({ x, before, at, after }: Jump, { x: toX, y: toY, area }: PlotGeometry): JumpDot[] {
  const levels = [before, at, after].filter(Number.isFinite).map(toY);
  if (Math.max(...levels) - Math.min(...levels) < SMALLEST_DOTTED_JUMP) return [];
  const attained = toY(at);
  const limits = [toY(before), toY(after)].filter((level) => Math.abs(level - attained) >= 1);
  const dots: JumpDot[] = limits.map((level) => ({ point: [toX(x), level], attained: false }));
  dots.push({ point: [toX(x), attained], attained: true });
  return dots.filter(({ point: [, y] }) => y >= area.top && y <= area.bottom);
}
