import { type SVGTemplateResult, svg } from 'lit';
import type { PlotGeometry } from './geometry';
import { spreadLabels } from './label-spread';
import type { DrawnLine, DrawnSeries, PlotSeries } from './series';

const LINE_HEIGHT = 15;
const LETTER_WIDTH = 7.5;
const NARROWEST_LABEL_MARGIN = 30;
/** Margins come in steps, so that the plot stands still while the number in a label changes. */
const MARGIN_STEP = 30;
const LARGEST_MARGIN_SHARE = 0.16;

/** The lines of one series with the dots at their jumps. */
export const curves = ({ series, lines }: DrawnSeries): SVGTemplateResult => svg`
  <g class="series series-${series.colour}">
    ${lines.map(
      ({ line, path, dots }) => svg`
        <path class="curve ${line.dash}" d=${path}></path>
        ${dots.map(
          ({ point: [x, y], attained }) =>
            svg`<circle class=${attained ? 'dot' : 'dot open'} cx=${x} cy=${y} r="3.5"></circle>`,
        )}`,
    )}
  </g>`;

/**
 * The name of every labelled line, beside the place where it is last seen, one above the other where they would collide: in the
 * right margin where that has the room, else inside.
 */
export function curveLabels(
  drawn: readonly DrawnSeries[],
  { area, width }: PlotGeometry,
): SVGTemplateResult[] {
  const labelled = drawn.flatMap(({ series, lines }) =>
    lines.filter(isLabelled).map(({ line, end }) => ({ series, line, end })),
  );
  const hasMargin = width - area.right >= NARROWEST_LABEL_MARGIN;
  const isBeside = labelled.map(({ end: [x] }) => hasMargin && x > area.right - 1);
  const wanted = labelled.map(({ end: [, y] }, i) => y + (isBeside[i] ? 4 : -6));
  const placed = spreadLabels(wanted, LINE_HEIGHT, area.top + LINE_HEIGHT - 2, area.bottom - 2);
  return labelled.map(({ series, line, end: [x] }, i) => {
    const beside = isBeside[i];
    return svg`
      <text
        class="curve-label series-${series.colour}"
        x=${beside ? area.right + 7 : x - 6}
        y=${placed[i]}
        text-anchor=${beside ? 'start' : 'end'}
      >${line.label}</text>`;
  });
}

/** The right margin that the labels of these series need beside a plot `width` pixels wide; a narrow plot has none to spare. */
export function labelMargin(series: readonly PlotSeries[], width: number): number {
  const longest = Math.max(0, ...series.flatMap(({ lines }) => lines.map(({ label }) => label.length)));
  const margin = Math.ceil((longest * LETTER_WIDTH) / MARGIN_STEP) * MARGIN_STEP + 14;
  return longest > 0 && margin <= width * LARGEST_MARGIN_SHARE ? margin : 12;
}

const isLabelled = (drawn: DrawnLine): drawn is DrawnLine & { readonly end: NonNullable<DrawnLine['end']> } =>
  drawn.line.label !== '' && drawn.end !== undefined;
