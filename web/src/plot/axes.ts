import { type SVGTemplateResult, svg } from 'lit';
import type { PlotGeometry } from './geometry';
import { axisTicks } from './ticks';

/** Writes a tick value with a fixed number of digits after the point. */
export type TickFormat = (value: number, decimals: number) => string;

export interface AxesOptions {
  readonly format: TickFormat;
  /** What the axes show, e.g. `x`; drawn at their ends. */
  readonly xLabel?: string;
  readonly yLabel?: string;
}

const SPACING_X = 70;
/** Pixels between two labelled values of the vertical axis, about. */
export const SPACING_Y = 56;

/** Grid lines, the two coordinate axes where they are in sight, and tick labels along the left and bottom edge. */
export function axes(
  { area, window, x, y }: PlotGeometry,
  { format, xLabel, yLabel }: AxesOptions,
): SVGTemplateResult {
  const columns = axisTicks(window.left, window.right, area.right - area.left, SPACING_X);
  const rows = axisTicks(window.bottom, window.top, area.bottom - area.top, SPACING_Y);
  return svg`
    <g class="axes">
      ${columns.values.map((value) => verticalLine(x(value), area.top, area.bottom, value === 0))}
      ${rows.values.map((value) => horizontalLine(y(value), area.left, area.right, value === 0))}
      ${columns.values.map(
        (value) =>
          svg`<text class="tick" x=${x(value)} y=${area.bottom + 16} text-anchor="middle">${format(value, columns.decimals)}</text>`,
      )}
      ${rows.values.map(
        (value) =>
          svg`<text class="tick" x=${area.left - 6} y=${y(value) + 4} text-anchor="end">${format(value, rows.decimals)}</text>`,
      )}
      ${xLabel ? svg`<text class="axis-label" x=${area.right - 4} y=${area.bottom - 6} text-anchor="end">${xLabel}</text>` : null}
      ${yLabel ? svg`<text class="axis-label" x=${area.left + 6} y=${area.top + 14} text-anchor="start">${yLabel}</text>` : null}
    </g>`;
}

const verticalLine = (x: number, top: number, bottom: number, strong: boolean): SVGTemplateResult =>
  svg`<line class=${strong ? 'axis' : 'grid'} x1=${x} x2=${x} y1=${top} y2=${bottom}></line>`;

const horizontalLine = (y: number, left: number, right: number, strong: boolean): SVGTemplateResult =>
  svg`<line class=${strong ? 'axis' : 'grid'} x1=${left} x2=${right} y1=${y} y2=${y}></line>`;
