import { type SVGTemplateResult, svg } from 'lit';
import { formatNumber } from '../../i18n/number-format';
import { axes } from '../../plot/axes';
import { barsPath, highestCount } from '../../plot/bars';
import { curves } from '../../plot/curves';
import { type PixelArea, type PlotGeometry, plotGeometry } from '../../plot/geometry';
import type { Histogram } from '../../plot/histogram';
import { drawSeries, type PlotSeries } from '../../plot/series';
import { type PlotSize, SizedPlot } from '../../plot/sized-plot';
import { define } from '../define';
import type { PushedDistribution, Stage } from './distribution-model';
import { tickFormat } from './plot-stage';

const GAP = 8;
const LEFT = 44;
const BOTTOM = 26;
const SMALLEST_LABELLED_SPIKE = 0.15;

/**
 * Inputs below, the curve above them, outputs to its right: a sample goes up from the horizontal axis to the curve and from
 * there across to the vertical one. The dark part of a bar is the samples whose gradient is below the threshold.
 */
export class PushPlot extends SizedPlot {
  static override properties = {
    ...SizedPlot.properties,
    pushed: { attribute: false },
    series: { attribute: false },
    inputLabel: { attribute: false },
    outputLabel: { attribute: false },
  };

  declare pushed: PushedDistribution;
  declare series: PlotSeries;
  declare inputLabel: string;
  declare outputLabel: string;

  protected override layers({ width, height }: PlotSize): SVGTemplateResult {
    const { input, output } = this.pushed;
    const strip = { width: Math.round(width * 0.22), height: Math.round(height * 0.24) };
    const [left, right] = input.extent;
    const [bottom, top] = output.extent;
    const margins = { left: LEFT, top: 10, right: strip.width + GAP, bottom: strip.height + BOTTOM };
    const geometry = plotGeometry({ left, right, bottom, top }, width, height, margins);
    const { area } = geometry;
    const below = { left: area.left, right: area.right, top: area.bottom + GAP, bottom: height - BOTTOM };
    const beside = { left: area.right + GAP, right: width - GAP, top: area.top, bottom: area.bottom };
    return svg`
      ${axes(reachingDownTo(below.bottom, geometry), { format: tickFormat })}
      ${curves(drawSeries(this.series, geometry))}
      ${stageBars(input, below, 'up', this.series.colour)}
      ${stageBars(output, beside, 'right', this.series.colour)}
      <text class="axis-label" x=${beside.left} y=${beside.bottom + 18}>↑ ${this.outputLabel}</text>
      <text class="axis-label" x=${beside.left} y=${below.bottom}>← ${this.inputLabel}</text>`;
  }
}

/** How the slopes f′ of the samples are distributed, in percent of them. */
export class SlopePlot extends SizedPlot {
  static override properties = {
    ...SizedPlot.properties,
    slope: { attribute: false },
    colour: { attribute: false },
  };

  declare slope: Stage;
  declare colour: number;

  protected override layers({ width, height }: PlotSize): SVGTemplateResult {
    const [left, right] = this.slope.extent;
    const percent = (100 * highestCount(this.slope.histogram)) / this.slope.values.length;
    const margins = { left: LEFT, top: 10, right: GAP, bottom: BOTTOM };
    const geometry = plotGeometry({ left, right, bottom: 0, top: percent }, width, height, margins);
    const { area } = geometry;
    return svg`
      ${axes(geometry, { format: tickFormat })}
      ${stageBars(this.slope, area, 'up', this.colour)}`;
  }
}

function stageBars(
  { histogram, saturated }: Stage,
  area: PixelArea,
  direction: 'up' | 'right',
  colour: number,
): SVGTemplateResult {
  const layout = { area, direction, fullCount: highestCount(histogram) };
  const { left, right, top, bottom } = area;
  const [x2, y1] = direction === 'up' ? [right, bottom] : [left, top];
  return svg`
    <g class="series-${colour}">
      <path class="bars" d=${barsPath(histogram, layout)}></path>
      <path class="bars saturated" d=${barsPath(saturated, layout)}></path>
      <line class="axis" x1=${left} x2=${x2} y1=${y1} y2=${bottom}></line>
    </g>
    ${spikeLabel(histogram, area, direction)}`;
}

/** The share of the samples in the highest bin, where it dwarfs all the others. */
function spikeLabel(
  histogram: Histogram,
  area: PixelArea,
  direction: 'up' | 'right',
): SVGTemplateResult | null {
  const { counts, outside } = histogram;
  const highest = highestCount(histogram);
  const share = highest / (counts.reduce((sum, count) => sum + count, 0) + outside);
  if (share < SMALLEST_LABELLED_SPIKE) return null;
  const position = (counts.indexOf(highest) + 0.5) / counts.length;
  const text = `${formatNumber(share * 100, { significant: 3 })}%`;
  if (direction === 'right') {
    const y = area.bottom - position * (area.bottom - area.top);
    return svg`<text class="tick" x=${area.right} y=${y < area.top + 24 ? y + 18 : y - 8} text-anchor="end">${text}</text>`;
  }
  const x = area.left + position * (area.right - area.left);
  const isOnTheRight = position > 0.8;
  return svg`<text class="tick" x=${x + (isOnTheRight ? -12 : 12)} y=${area.top + 12} text-anchor=${isOnTheRight ? 'end' : 'start'}>${text}</text>`;
}

/** The same plot with its grid and tick labels drawn down to `bottom`, through what stands below it. */
const reachingDownTo = (bottom: number, geometry: PlotGeometry): PlotGeometry => ({
  ...geometry,
  area: { ...geometry.area, bottom },
});

define('al-push-plot', PushPlot);
define('al-slope-plot', SlopePlot);

declare global {
  interface HTMLElementTagNameMap {
    'al-push-plot': PushPlot;
    'al-slope-plot': SlopePlot;
  }
}
