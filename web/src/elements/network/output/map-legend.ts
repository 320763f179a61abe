import { css, html, nothing, type TemplateResult } from 'lit';
import type { Task } from '../../../engine/training/spec';
import { formatNumber } from '../../../i18n/number-format';
import { STRONGEST_TINT } from '../../../plot/colour-table';
import type { ValueScale } from '../../../plot/heat-map';
import type { NetworkTexts } from '../texts';
import { classColour } from './class-styles';
import { markKey, markKeyStyles } from './mark-key';

export interface MapLegend {
  readonly task: Task;
  readonly classes: number;
  readonly scale: ValueScale;
  /** Hollow marks are on the map. */
  readonly showsTest: boolean;
  /** A single unit is on the map, with colours of its own. */
  readonly isUnit: boolean;
  /** Colours only tell sides apart. */
  readonly discretise: boolean;
}

/** What the colours and marks of the map mean. */
export function mapLegendView(texts: NetworkTexts, legend: MapLegend): TemplateResult {
  const { task, classes, scale, showsTest, isUnit } = legend;
  const isHard = legend.discretise && !isUnit;
  const test = showsTest ? html`<li>${markKey(0, 'ink', true)} ${texts.testPoints}</li>` : nothing;
  switch (task) {
    case 'binary':
      return html`
        <ul class="legend">
          <li>${markKey(0, classColour(0, 2))} ${texts.classNumber(1)}</li>
          <li>${markKey(1, classColour(1, 2))} ${texts.classNumber(2)}</li>
          ${test}
        </ul>
        ${isHard ? nothing : valueBar(texts, scale)}
      `;
    case 'multi_class':
      return html`
        <ul class="legend">
          ${Array.from(
            { length: classes },
            (_, index) =>
              html`<li>${markKey(index, classColour(index, classes))} ${texts.classNumber(index + 1)}</li>`,
          )}
          ${test}
        </ul>
        ${isUnit ? valueBar(texts, scale) : isHard ? nothing : html`<p class="note">${texts.leadLegend}</p>`}
      `;
    case 'regression':
      return html`
        <ul class="legend">
          <li>${markKey(1, 'negative')} ${texts.belowZero}</li>
          <li>${markKey(0, 'positive')} ${texts.aboveZero}</li>
          ${test}
        </ul>
        ${valueBar(texts, scale)}
      `;
    case 'curve':
      return html`
        <ul class="legend">
          <li>${markKey(0, 'muted')} ${texts.trainPoints}</li>
          ${test}
        </ul>
        <p class="note">${texts.curveLegend}</p>
      `;
  }
}

/** The colours of the map with the values they stand for. */
function valueBar(texts: NetworkTexts, { centre, reach }: ValueScale): TemplateResult {
  const ends = [centre - reach, centre, centre + reach];
  return html`
    <div class="bar" role="img" aria-label=${texts.valueBar(formatNumber(centre - reach), formatNumber(centre + reach))}>
      <div class="ramp"></div>
      <div class="ends" aria-hidden="true">${ends.map((value) => html`<span>${formatNumber(value, { significant: 3 })}</span>`)}</div>
    </div>
  `;
}

export const mapLegendStyles = [
  markKeyStyles,
  css`
    .legend {
      display: flex;
      flex-wrap: wrap;
      gap: 2px var(--al-space-4);
      margin: 0;
      padding: 0;
      list-style: none;
      font-size: 0.875em;
    }
    .legend li {
      display: inline-flex;
      gap: 6px;
      align-items: center;
    }
    .bar {
      --strength: calc(100% * ${STRONGEST_TINT});
      display: grid;
      gap: 2px;
      max-width: 22em;
      font-size: 0.75em;
      font-variant-numeric: tabular-nums;
    }
    .ramp {
      height: 10px;
      border-radius: 3px;
      border: 1px solid var(--al-line);
      background: linear-gradient(
        90deg,
        color-mix(in srgb, var(--al-negative) var(--strength), var(--al-paper)),
        var(--al-paper),
        color-mix(in srgb, var(--al-positive) var(--strength), var(--al-paper))
      );
    }
    .ends {
      display: flex;
      justify-content: space-between;
      color: var(--al-muted);
    }
    .ends span {
      flex: 1 1 0;
      text-align: center;
    }
    .ends span:first-child {
      text-align: start;
    }
    .ends span:last-child {
      text-align: end;
    }
  `,
];
