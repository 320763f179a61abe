import { css, html, type TemplateResult } from 'lit';
import { formatNumber } from '../../i18n/number-format';
import { plotStyles } from '../../plot/plot-styles';
import { baseStyles } from '../base-styles';
import { define } from '../define';
import '../shared/number-field';
import type { ValueChangeEvent } from '../shared/number-field';
import '../shared/parameter-slider';
import '../shared/segmented-choice';
import { curveSeries, SeriesCache } from './curve-series';
import type { DataTable } from './data-table';
import { type PushedDistribution, pushThrough, SAMPLES, type Stage } from './distribution-model';
import { infoOf } from './engine-access';
import './export-menu';
import { Memo } from '../shared/memo';
import { type DistributionNumber, focusedCurve, setDistribution } from './explorer-actions';
import { type ExplorerState, LIMITS } from './explorer-state';
import { ExplorerView, viewStyles } from './explorer-view';
import '../shared/scroll-box';
import { curveName } from './naming';
import './push-plot';

const number = (value: number): string => formatNumber(value, { significant: 3 });
const percent = (share: number): string => `${formatNumber(share * 100, { significant: 3 })}%`;

interface SliderRange {
  readonly minimum: number;
  readonly maximum: number;
}

/** Random inputs pushed through an activation: what comes out, and what the gradient meets on its way back. */
export class DistributionView extends ExplorerView {
  static override styles = [
    baseStyles,
    viewStyles,
    plotStyles,
    css`
      .frame {
        border: 1px solid var(--al-line);
        border-radius: var(--al-radius);
        background: var(--al-paper);
        overflow: hidden;
      }
      al-push-plot {
        width: 100%;
        aspect-ratio: 16 / 11;
        min-height: 320px;
        max-height: min(76vh, 64rem);
      }
      al-slope-plot {
        width: 100%;
        height: 170px;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: var(--al-space-1) var(--al-space-5);
        align-items: center;
        margin: 0;
        font-size: 0.875em;
      }
      .legend span {
        display: inline-flex;
        gap: var(--al-space-2);
        align-items: center;
      }
      .legend svg {
        width: 18px;
        height: 12px;
        background: none;
      }
      .legend al-export-menu {
        margin-inline-start: auto;
      }
      table {
        font-size: 0.9375em;
      }
      .findings {
        margin: 0;
        padding-inline-start: 1.2em;
      }
      .findings li + li {
        margin-top: var(--al-space-1);
      }
    `,
  ];

  readonly #series = new SeriesCache();
  readonly #pushed = new Memo<PushedDistribution>();

  protected override render(): TemplateResult {
    const { distribution } = this.t.explorer;
    const { lab, model } = this;
    const chosen = focusedCurve(model);
    const colour = model.colours[model.focus] ?? 0;
    const pushed = this.#push();
    const [series] = this.#series.of([{ chosen, colour, orders: [0], labelled: [] }], '', (request) =>
      curveSeries(lab, request),
    );
    const name = curveName(infoOf(lab, chosen.key), chosen);
    return html`
      <div class="layout">
        <div class="main">
          <p class="lead">${distribution.lead(name)}</p>
          <div class="frame">
            <al-push-plot
              .pushed=${pushed}
              .series=${series}
              .inputLabel=${distribution.inputs}
              .outputLabel=${distribution.outputs}
              .label=${distribution.plotLabel(name)}
              .description=${this.#description(pushed)}
            ></al-push-plot>
          </div>
          <div class="legend">
            <span>${legendBox(colour, 'bars')} ${distribution.allSamples}</span>
            <span>${legendBox(colour, 'bars saturated')} ${distribution.saturatedSamples(number(model.threshold))}</span>
            <al-export-menu
              .data=${() => this.#data(pushed)}
              .picture=${() => this.renderRoot.querySelector('al-push-plot')?.picture}
            ></al-export-menu>
          </div>
          <h2>${distribution.slopesTitle}</h2>
          <div class="frame">
            <al-slope-plot
              .slope=${pushed.slope}
              .colour=${colour}
              .label=${distribution.slopeLabel(name)}
              .description=${distribution.saturated(percent(pushed.saturatedShare), number(model.threshold))}
            ></al-slope-plot>
          </div>
        </div>
        <div class="side">
          ${this.#controls()}
          <section class="panel">${this.#statistics(pushed)}</section>
          <section class="panel">${this.#findings(pushed)}</section>
        </div>
      </div>
    `;
  }

  #controls(): TemplateResult {
    const { distribution, options } = this.t.explorer;
    const { source, seed } = this.model;
    return html`
      <section class="panel controls">
        <h2>${distribution.title}</h2>
        <al-segmented-choice
          label=${distribution.source}
          .options=${(['normal', 'uniform'] as const).map((value) => ({ value, label: distribution.sources[value] }))}
          .value=${source}
          @value-change=${(event: ValueChangeEvent<ExplorerState['source']>) => this.change({ source: event.detail.value })}
        ></al-segmented-choice>
        ${
          source === 'normal'
            ? [
                this.#slider(distribution.mean, 'mean', LIMITS.mean, { minimum: -5, maximum: 5 }),
                this.#slider(distribution.deviation, 'deviation', LIMITS.deviation, {
                  minimum: 0.1,
                  maximum: 6,
                }),
              ]
            : [
                this.#slider(distribution.lower, 'lower', LIMITS.bound, { minimum: -10, maximum: 10 }),
                this.#slider(distribution.upper, 'upper', LIMITS.bound, { minimum: -10, maximum: 10 }),
              ]
        }
        ${this.#slider(options.threshold, 'threshold', LIMITS.threshold, { minimum: 0.005, maximum: 0.3 }, 0.005)}
        <al-number-field
          class="probe-field"
          label=${distribution.seed}
          .value=${seed}
          .minimum=${LIMITS.seed.minimum}
          .maximum=${LIMITS.seed.maximum}
          .step=${1}
          integer
          @value-change=${(event: ValueChangeEvent) => this.change({ seed: event.detail.value })}
        ></al-number-field>
      </section>
    `;
  }

  #slider(
    label: string,
    key: DistributionNumber,
    limits: SliderRange,
    reach: SliderRange,
    step = 0.1,
  ): TemplateResult {
    return html`
      <al-parameter-slider
        label=${label}
        .value=${this.model[key]}
        .minimum=${limits.minimum}
        .maximum=${limits.maximum}
        .low=${reach.minimum}
        .high=${reach.maximum}
        .step=${step}
        @value-change=${(event: ValueChangeEvent) => this.change(setDistribution(this.model, key, event.detail.value))}
      ></al-parameter-slider>
    `;
  }

  #statistics({ input, output, slope }: PushedDistribution): TemplateResult {
    const { distribution, ordersOfX } = this.t.explorer;
    const row = (name: string, { moments, values }: Stage): TemplateResult => html`
      <tr>
        <th scope="row">${name}</th>
        <td>${number(moments.mean)}</td>
        <td>${number(moments.variance)}</td>
        <td>${number(values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY))}</td>
        <td>${number(values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY))}</td>
      </tr>
    `;
    return html`
      <al-scroll-box label=${distribution.statistics(SAMPLES.toLocaleString('en'))}>
        <table>
          <caption>${distribution.statistics(SAMPLES.toLocaleString('en'))}</caption>
          <thead>
            <tr>
              <td></td>
              ${[
                distribution.average,
                distribution.variance,
                distribution.smallest,
                distribution.largest,
              ].map((label) => html`<th scope="col">${label}</th>`)}
            </tr>
          </thead>
          <tbody>${row('x', input)} ${row(ordersOfX[0], output)} ${row(ordersOfX[1], slope)}</tbody>
        </table>
      </al-scroll-box>
    `;
  }

  #findings({
    saturatedShare,
    deadShare,
    varianceRatio,
    meanSquareSlope,
  }: PushedDistribution): TemplateResult {
    const { distribution } = this.t.explorer;
    return html`
      <h2>${distribution.findings}</h2>
      <ul class="findings">
        <li>${distribution.saturated(percent(saturatedShare), number(this.model.threshold))}</li>
        <li>${deadShare === 0 ? distribution.noneDead : distribution.dead(percent(deadShare))}</li>
        <li>${distribution.forward(number(varianceRatio))}</li>
        <li>${distribution.backward(number(meanSquareSlope))}</li>
      </ul>
    `;
  }

  #description({ input, output, saturatedShare }: PushedDistribution): string {
    const { distribution } = this.t.explorer;
    return [
      distribution.moments('x', number(input.moments.mean), number(input.moments.variance)),
      distribution.moments('f(x)', number(output.moments.mean), number(output.moments.variance)),
      distribution.saturated(percent(saturatedShare), number(this.model.threshold)),
    ].join(' ');
  }

  /** The samples are drawn again only when something they depend on has changed. */
  #push(): PushedDistribution {
    const { lab, model } = this;
    const { source, mean, deviation, lower, upper, seed, threshold } = model;
    const chosen = focusedCurve(model);
    return this.#pushed.of([chosen, source, mean, deviation, lower, upper, seed, threshold], () =>
      pushThrough(lab, chosen, model),
    );
  }

  #data({ input, output, slope }: PushedDistribution): DataTable {
    const { source, mean, deviation, lower, upper, seed, threshold } = this.model;
    const parameters = source === 'normal' ? { mean, deviation } : { lower, upper };
    const chosen = focusedCurve(this.model);
    return {
      name: `distribution-${chosen.key}`,
      columns: [
        { name: 'x', values: input.values },
        { name: 'f(x)', values: output.values },
        { name: 'f′(x)', values: slope.values },
      ],
      settings: { activation: chosen, source, ...parameters, seed, threshold },
    };
  }
}

const legendBox = (colour: number, kind: string): TemplateResult =>
  html`<svg class="series-${colour}" viewBox="0 0 18 12" aria-hidden="true"><path class=${kind} d="M1,1h16v10h-16z"></path></svg>`;

define('al-distribution-view', DistributionView);

declare global {
  interface HTMLElementTagNameMap {
    'al-distribution-view': DistributionView;
  }
}
