import { formatNumber } from '../../../i18n/number-format';
import { cssOf, mixed } from '../../../plot/colour';
import type { PlotGeometry } from '../../../plot/geometry';
import type { PlaneStack } from '../../../plot/heat-map';
import { paintMarks } from '../../../plot/mark-painter';
import type { Palette } from '../../../plot/theme-colours';
import { axisTicks } from '../../../plot/ticks';
import type { PointGroup } from '../model/point-groups';

const TICK_SPACING = 56;
const SMALLEST_MARK = 2.6;
const LARGEST_MARK = 4;
/** From so many points on, marks are the smallest. */
const CROWD = 1500;
/** Width of a map, in pixels, from which on they are the largest. */
const ROOMY = 400;

/** Tick labels along the left and the lower edge. */
export function paintFrame(
  context: CanvasRenderingContext2D,
  { area, window, x, y }: PlotGeometry,
  palette: Palette,
): void {
  context.strokeStyle = cssOf(palette.line);
  context.lineWidth = 1;
  context.strokeRect(area.left - 0.5, area.top - 0.5, area.right - area.left + 1, area.bottom - area.top + 1);
  context.fillStyle = cssOf(palette.muted);
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  const columns = axisTicks(window.left, window.right, area.right - area.left, TICK_SPACING);
  for (const value of columns.values)
    context.fillText(formatNumber(value, { decimals: columns.decimals }), x(value), area.bottom + 16);
  context.textAlign = 'end';
  context.textBaseline = 'middle';
  const rows = axisTicks(window.bottom, window.top, area.bottom - area.top, TICK_SPACING);
  for (const value of rows.values)
    context.fillText(formatNumber(value, { decimals: rows.decimals }), area.left - 5, y(value));
}

/** The radius of marks on the map: smaller ones for many points, and on a small map. */
export function markRadius({ area }: PlotGeometry, groups: readonly PointGroup[]): number {
  const count = groups.reduce((sum, { x }) => sum + x.length, 0);
  const wanted = LARGEST_MARK - (LARGEST_MARK - SMALLEST_MARK) * Math.min(1, count / CROWD);
  return Math.max(SMALLEST_MARK, wanted * Math.min(1, (area.right - area.left) / ROOMY));
}

export function paintPoints(
  context: CanvasRenderingContext2D,
  { area, x, y }: PlotGeometry,
  groups: readonly PointGroup[],
  palette: Palette,
  radius: number,
): void {
  context.save();
  context.beginPath();
  context.rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
  context.clip();
  for (const group of groups) {
    const colour = palette[group.colour];
    paintMarks(context, group.mark, Array.from(group.x, x), Array.from(group.y, y), {
      fill: cssOf(group.hollow ? palette.paper : mixed(palette.paper, colour, group.tint)),
      outline: group.hollow || group.tint < 1 ? cssOf(colour) : undefined,
      halo: cssOf(palette.paper),
      radius,
    });
  }
  context.restore();
}

/** Begins a path of pieces of a line, in columns and rows of a grid that covers the area. */
function tracePieces(
  context: CanvasRenderingContext2D,
  { area }: PlotGeometry,
  pieces: readonly number[],
  size: number,
): void {
  const column = (area.right - area.left) / (size - 1);
  const row = (area.bottom - area.top) / (size - 1);
  context.beginPath();
  for (let i = 0; i < pieces.length; i += 4) {
    context.moveTo(area.left + (pieces[i] as number) * column, area.top + (pieces[i + 1] as number) * row);
    context.lineTo(
      area.left + (pieces[i + 2] as number) * column,
      area.top + (pieces[i + 3] as number) * row,
    );
  }
}

/** The boundary, dark on a light seam. */
export function paintBoundary(
  context: CanvasRenderingContext2D,
  geometry: PlotGeometry,
  pieces: readonly number[],
  size: number,
  palette: Palette,
): void {
  tracePieces(context, geometry, pieces, size);
  context.lineCap = 'round';
  context.strokeStyle = cssOf(palette.paper);
  context.lineWidth = 3.5;
  context.stroke();
  context.strokeStyle = cssOf(palette.ink);
  context.lineWidth = 1.5;
  context.stroke();
}

/** Lines of equal output, thin. */
export function paintLevels(
  context: CanvasRenderingContext2D,
  geometry: PlotGeometry,
  pieces: readonly number[],
  size: number,
  palette: Palette,
): void {
  tracePieces(context, geometry, pieces, size);
  context.strokeStyle = cssOf(palette.ink);
  context.globalAlpha = 0.35;
  context.lineWidth = 1;
  context.stroke();
  context.globalAlpha = 1;
}

/** The first row of a plane as a curve over the abscissa. */
export function paintCurve(
  context: CanvasRenderingContext2D,
  { area, y }: PlotGeometry,
  { size, values }: PlaneStack,
  palette: Palette,
): void {
  context.save();
  context.beginPath();
  context.rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
  context.clip();
  context.strokeStyle = cssOf(palette.accent);
  context.lineWidth = 2.25;
  context.lineJoin = 'round';
  context.beginPath();
  for (let i = 0; i < size; i++) {
    const pixel = area.left + ((area.right - area.left) * i) / (size - 1);
    const level = y(values[i] as number);
    if (i === 0) context.moveTo(pixel, level);
    else context.lineTo(pixel, level);
  }
  context.stroke();
  context.restore();
}
