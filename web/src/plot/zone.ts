import { type SVGTemplateResult, svg } from 'lit';
import type { PlotGeometry } from './geometry';
import { hatchPath } from './hatch';
import type { Interval } from './linear-scale';

const HATCH_SPACING = 9;

/** Tinted and hatched bands over the full height: colour is never the only cue. */
export const zones = ({ area, x }: PlotGeometry, intervals: readonly Interval[]): SVGTemplateResult[] =>
  intervals.map(([from, to]) => {
    const band = {
      left: Math.max(area.left, x(from)),
      right: Math.min(area.right, x(to)),
      top: area.top,
      bottom: area.bottom,
    };
    return svg`
      <g class="zone">
        <rect x=${band.left} y=${band.top} width=${Math.max(0, band.right - band.left)} height=${band.bottom - band.top}></rect>
        <path class="hatch" d=${hatchPath(band, HATCH_SPACING)}></path>
      </g>`;
  });
