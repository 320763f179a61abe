import { type SVGTemplateResult, svg } from 'lit';
import type { CatalogueEntry } from '../../engine/catalogue';
import type { CurveSource } from '../../engine/element-wise';
import { type PlotGeometry, plotGeometry } from '../../plot/geometry';
import { drawSeries } from '../../plot/series';
import { defaultChoice } from '../../state/chosen-field';

const WIDTH = 64;
const HEIGHT = 42;
/** The same window for all, so that sizes compare. */
const GEOMETRY: PlotGeometry = plotGeometry({ left: -4, right: 4, bottom: -1.5, top: 3.75 }, WIDTH, HEIGHT, {
  left: 1,
  top: 1,
  right: 1,
  bottom: 1,
});

/** A small picture of the curve at the activation's defaults. */
export function thumbnail(lab: CurveSource, info: CatalogueEntry): SVGTemplateResult {
  const chosen = defaultChoice(info);
  const { lines } = drawSeries(
    {
      colour: 0,
      lines: [{ label: '', dash: 'solid' }],
      // Corners are invisible at this size, and jumps are found.
      kinks: [],
      sample: (x) => [lab.evaluate(info.key, x, { parameters: chosen.parameters }).value],
    },
    GEOMETRY,
  );
  const { area, x, y } = GEOMETRY;
  return svg`
    <svg class="thumbnail series-0" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
      <line class="grid" x1=${area.left} x2=${area.right} y1=${y(0)} y2=${y(0)}></line>
      <line class="grid" x1=${x(0)} x2=${x(0)} y1=${area.top} y2=${area.bottom}></line>
      ${lines.map(({ path }) => svg`<path class="curve" d=${path}></path>`)}
    </svg>`;
}
