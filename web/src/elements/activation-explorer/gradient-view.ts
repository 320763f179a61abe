import { css, html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../i18n/number-format';
import { plotStyles } from '../../plot/plot-styles';
import type { PlotContent } from '../../plot/plot-surface';
import type { PlotSeries } from '../../plot/series';
import type { Chosen } from '../../state/chosen-field';
import { baseStyles } from '../base-styles';
import { define } from '../define';
import { Memo } from '../shared/memo';
import { exportPositions } from './curve-data';
import { probeLayer } from './curve-layers';
import { curveSeries, SeriesCache } from './curve-series';
import { curveRequests } from './curves-view';
import type { DataTable } from './data-table';
import { infoOf } from './engine-access';
import { focusedCurve } from './explorer-actions';
import { drawnOrders } from './explorer-state';
import { viewStyles } from './explorer-view';
import {
  type CheckedGradient,
  checkGradient,
  differenceLines,
  largest,
  type Sweep,
  sweepGradient,
} from './gradient-model';
import { curveName } from './naming';
import { tickFormat } from './plot-stage';
import { marginsWithErrors, PlotView } from './plot-view';
import { probeText, readProbe } from './probe-table';
import '../shared/scroll-box';
import { swatch, swatchStyles } from './swatch';

const derivative = (value: number): string => formatNumber(value, { significant: 9 });
const SMALLEST_REACH = 1e-9;

const difference = (value: number): string => formatNumber(value, { significant: 2 });

/** Three independent ways to a derivative, side by side at the probe. */
export class GradientView extends PlotView {
  static override styles = [
    baseStyles,
    viewStyles,
    plotStyles,
    swatchStyles,
    css`
      .ways {
        display: grid;
        gap: var(--al-space-1) var(--al-space-4);
        grid-template-columns: auto minmax(0, 1fr);
        margin: 0;
      }
      .ways dt {
        font-weight: 600;
      }
      .ways dd {
        margin: 0;
        color: var(--al-muted);
      }
      @container (max-width: 30em) {
        .ways {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  readonly #series = new SeriesCache();
  readonly #lines = new Memo<readonly PlotSeries[]>();
  readonly #sweep = new Memo<Sweep>();

  protected override render(): TemplateResult {
    const { gradient, probe } = this.t.explorer;
    const { lab, model } = this;
    const focused = focusedCurve(model);
    const { left, right } = model.window;
    const sweep = this.#sweep.of([focused, left, right], () =>
      sweepGradient(lab, focused, exportPositions(model.window)),
    );
    const content = this.#content();
    return html`
      <div class="layout">
        <div class="main">
          <p class="lead">${gradient.lead}</p>
          ${this.stage(content, () => this.#data(sweep))}
          <section class="panel">${this.#table()}</section>
          ${this.errorStage(this.#differences(focused, content, sweep), reachOf(sweep), () => this.#data(sweep))}
        </div>
        <div class="side">
          <section class="panel controls">
            <h2>${gradient.title}</h2>
            ${this.probeField(probe.field)} ${this.#ways()}
          </section>
          <section class="panel">
            <h2>${gradient.sweepTitle(curveName(infoOf(lab, focused.key), focused))}</h2>
            <p>${this.#sweepText(sweep)}</p>
          </section>
        </div>
      </div>
    `;
  }

  #ways(): TemplateResult {
    const { gradient } = this.t.explorer;
    return html`
      <dl class="ways">
        <dt>${gradient.analytic}</dt><dd>${gradient.analyticHow}</dd>
        <dt>${gradient.automatic}</dt><dd>${gradient.automaticHow}</dd>
        <dt>${gradient.finite}</dt><dd>${gradient.finiteHow}</dd>
      </dl>
    `;
  }

  #table(): TemplateResult {
    const { gradient, probe } = this.t.explorer;
    const { lab, model } = this;
    const checks = model.curves.map((chosen) => checkGradient(lab, chosen, model.x));
    const step = checks[0]?.step;
    return html`
      <al-scroll-box label=${gradient.title}>
        <table>
          <caption>${probe.at(formatNumber(model.x))}</caption>
          <thead>
            <tr>
              <th scope="col">${probe.curve}</th>
              <th scope="col">${gradient.analytic}</th>
              <th scope="col">${gradient.automatic}</th>
              <th scope="col">${gradient.finite}</th>
              <th scope="col">${gradient.toAutomatic}</th>
              <th scope="col">${gradient.toFinite}</th>
            </tr>
          </thead>
          <tbody>${checks.map((check, i) => this.#row(check, i))}</tbody>
        </table>
      </al-scroll-box>
      ${step === undefined ? nothing : html`<p class="note">${gradient.step(formatNumber(step, { significant: 3 }))}</p>`}
      ${checks.some(({ atKink }) => atKink) ? html`<p class="note" role="status">${gradient.atKink}</p>` : nothing}
    `;
  }

  #row(check: CheckedGradient, index: number): TemplateResult {
    const chosen = this.model.curves[index] ?? focusedCurve(this.model);
    return html`
      <tr>
        <th scope="row">${swatch(this.model.colours[index] ?? 0)} ${curveName(infoOf(this.lab, chosen.key), chosen)}${check.atKink ? ' *' : ''}</th>
        <td>${derivative(check.analytic)}</td>
        <td>${derivative(check.automatic)}</td>
        <td>${derivative(check.finiteDifference)}</td>
        <td>${difference(check.toAutomatic)}</td>
        <td>${difference(check.toFiniteDifference)}</td>
      </tr>
    `;
  }

  #sweepText({ x, toAutomatic, toFiniteDifference, kinks }: Sweep): string {
    const { gradient } = this.t.explorer;
    const { left, right } = this.model.window;
    const text = gradient.sweep(
      x.length,
      formatNumber(left),
      formatNumber(right),
      difference(largest(toAutomatic)),
      difference(largest(toFiniteDifference)),
    );
    return kinks === 0 ? text : `${text} ${gradient.leftOut(kinks)}`;
  }

  #content(): PlotContent {
    const { lab, model } = this;
    const { plot, probe } = this.t.explorer;
    const readings = readProbe(lab, model);
    const spoken = probeText(model.x, readings, this.t.explorer);
    const requests = curveRequests({ ...model, show: drawnOrders(model.show, 1) });
    const series = this.#series.of(requests, '', (request) => curveSeries(lab, request));
    return {
      series,
      sideMargins: marginsWithErrors(series),
      overlay: probeLayer(model.x, readings, model.focus),
      format: tickFormat,
      xLabel: 'x',
      yLabel: '',
      label: plot.curvesLabel(readings.map(({ name }) => name).join(', ')),
      description: `${spoken}.`,
      probeLabel: probe.label,
      probeText: spoken,
    };
  }

  #differences(chosen: Chosen, { sideMargins }: PlotContent, sweep: Sweep): PlotContent {
    const { gradient, probe } = this.t.explorer;
    const colour = this.model.colours[this.model.focus] ?? 0;
    const labels = { automatic: gradient.automaticShort, finite: gradient.finiteShort };
    return {
      series: this.#lines.of([chosen, colour, ...Object.values(labels)], () =>
        differenceLines(this.lab, chosen, colour, labels),
      ),
      ...(sideMargins && { sideMargins }),
      format: tickFormat,
      xLabel: 'x',
      yLabel: gradient.differences,
      label: gradient.differencesLabel(curveName(infoOf(this.lab, chosen.key), chosen)),
      description: this.#sweepText(sweep),
      probeLabel: probe.label,
      probeText: probe.at(formatNumber(this.model.x)),
    };
  }

  #data({ x, toAutomatic, toFiniteDifference }: Sweep): DataTable {
    const focused = focusedCurve(this.model);
    const columns = [
      { name: 'x', values: x },
      { name: '|analytic - automatic|', values: toAutomatic },
      { name: '|analytic - finite difference|', values: toFiniteDifference },
    ];
    return { name: `gradient-${focused.key}`, columns, settings: { activation: focused } };
  }
}

/** From a little below 0 to a little above the largest difference. */
function reachOf({ toAutomatic, toFiniteDifference }: Sweep): readonly [number, number] {
  const most = Math.max(SMALLEST_REACH, largest(toAutomatic), largest(toFiniteDifference));
  return [-0.08 * most, 1.2 * most];
}

define('al-gradient-view', GradientView);

declare global {
  interface HTMLElementTagNameMap {
    'al-gradient-view': GradientView;
  }
}
