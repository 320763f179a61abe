import { css, html, type TemplateResult } from 'lit';
import type { Lab } from '../../engine/activation-lab';
import { formatNumber } from '../../i18n/number-format';
import { plotStyles } from '../../plot/plot-styles';
import type { PlotContent } from '../../plot/plot-surface';
import { baseStyles } from '../base-styles';
import { define } from '../define';
import type { ValueChangeEvent } from '../shared/number-field';
import '../shared/parameter-slider';
import { curveData } from './curve-data';
import { probeLayer, saturatedIntervals, saturationLayer } from './curve-layers';
import { type CurveRequest, curveSeries, SeriesCache } from './curve-series';
import { infoOf } from './engine-access';
import { focusedCurve } from './explorer-actions';
import { type ExplorerState, LIMITS } from './explorer-state';
import { viewStyles } from './explorer-view';
import type { Framework } from './framework-code';
import { curveName } from './naming';
import './parameter-panel';
import { tickFormat } from './plot-stage';
import { PlotView, windowText } from './plot-view';
import { type ProbeReading, probeTable, probeText, readProbe } from './probe-table';
import './property-card';
import { swatchStyles } from './swatch';

/** With more lines than this only the lowest order shown carries names. */
const MOST_LABELLED_LINES = 4;

export function curveRequests({ curves, colours, show }: ExplorerState): CurveRequest[] {
  const labelled = curves.length * show.length <= MOST_LABELLED_LINES ? show : show.slice(0, 1);
  return curves.map((chosen, i) => ({ chosen, colour: colours[i] ?? 0, orders: show, labelled }));
}

/** The first view: curves with their derivatives, a probe, and what is known of the activation in focus. */
export class CurvesView extends PlotView {
  static override styles = [
    baseStyles,
    viewStyles,
    plotStyles,
    swatchStyles,
    css`
      .probe-row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--al-space-4) var(--al-space-6);
        align-items: start;
        justify-content: space-between;
      }
      .probe-row al-scroll-box {
        flex: 1 1 22em;
        min-width: 0;
      }
      .options {
        display: flex;
        flex-wrap: wrap;
        gap: var(--al-space-2) var(--al-space-5);
        align-items: end;
      }
      .options al-parameter-slider {
        flex: 0 1 22em;
      }
    `,
  ];

  readonly #series = new SeriesCache();

  protected override render(): TemplateResult {
    const { lab, model } = this;
    const { probe } = this.t.explorer;
    const readings = readProbe(lab, model);
    const hasParameters = infoOf(lab, focusedCurve(model).key).parameters.length > 0;
    return html`
      <div class="layout">
        <div class="main">
          ${this.stage(this.#content(readings), () => curveData(lab, model))}
          ${this.#options()}
          <div class="panel probe-row">
            ${this.probeField(probe.field)}
            ${probeTable(readings, this.t.explorer)}
          </div>
        </div>
        <div class="side">
          ${hasParameters ? html`<al-parameter-panel .lab=${lab} .model=${model}></al-parameter-panel>` : null}
          <al-property-card
            .lab=${lab}
            .chosen=${focusedCurve(model)}
            .framework=${model.framework}
            @framework-change=${(event: CustomEvent<Framework>) => this.change({ framework: event.detail })}
          ></al-property-card>
        </div>
      </div>
    `;
  }

  #options(): TemplateResult {
    const { options } = this.t.explorer;
    const { tangent, zones, threshold } = this.model;
    return html`
      <div class="options">
        <label class="check"><input type="checkbox" .checked=${tangent} @change=${() => this.change({ tangent: !tangent })} />${options.tangent}</label>
        <label class="check"><input type="checkbox" .checked=${zones} @change=${() => this.change({ zones: !zones })} />${options.zones}</label>
        ${
          zones
            ? html`
              <al-parameter-slider
                label=${options.threshold}
                .value=${threshold}
                .minimum=${LIMITS.threshold.minimum}
                .maximum=${LIMITS.threshold.maximum}
                .low=${0.005}
                .high=${0.3}
                .step=${0.005}
                @value-change=${(event: ValueChangeEvent) => this.change({ threshold: event.detail.value })}
              ></al-parameter-slider>`
            : null
        }
      </div>
    `;
  }

  #content(readings: readonly ProbeReading[]): PlotContent {
    const { lab, model } = this;
    const { plot, probe } = this.t.explorer;
    const zoned = model.zones
      ? saturationLayer(lab, focusedCurve(model), model.focus, model.threshold)
      : undefined;
    return {
      series: this.#series.of(curveRequests(model), '', (request) => curveSeries(lab, request)),
      ...(zoned && { underlay: zoned }),
      overlay: probeLayer(model.x, readings, model.tangent ? model.focus : undefined),
      format: tickFormat,
      xLabel: 'x',
      yLabel: '',
      label: plot.curvesLabel(readings.map(({ name }) => name).join(', ')),
      description: this.#description(readings),
      probeLabel: probe.label,
      probeText: probeText(model.x, readings, this.t.explorer),
    };
  }

  #description(readings: readonly ProbeReading[]): string {
    const { lab, model } = this;
    const extent = windowText(model.window, this.t.explorer);
    const seen = probeText(model.x, readings, this.t.explorer);
    return model.zones ? `${extent} ${seen}. ${this.#zonesText(lab)}` : `${extent} ${seen}.`;
  }

  #zonesText(lab: Lab): string {
    const { plot } = this.t.explorer;
    const { window, threshold } = this.model;
    const chosen = focusedCurve(this.model);
    const x = Float32Array.from(
      { length: 401 },
      (_, i) => window.left + ((window.right - window.left) * i) / 400,
    );
    const intervals = saturatedIntervals(lab, chosen, x, threshold)
      .map(([from, to]) =>
        plot.interval(formatNumber(from, { significant: 3 }), formatNumber(to, { significant: 3 })),
      )
      .join(', ');
    return plot.saturated(curveName(infoOf(lab, chosen.key), chosen), formatNumber(threshold), intervals);
  }
}

define('al-curves-view', CurvesView);

declare global {
  interface HTMLElementTagNameMap {
    'al-curves-view': CurvesView;
  }
}
