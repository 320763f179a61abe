import { html, type TemplateResult } from 'lit';
import { formatNumber } from '../../i18n/number-format';
import type { PlotContent } from '../../plot/plot-surface';
import { defaultChoice } from '../../state/chosen-field';
import { baseStyles } from '../base-styles';
import { define } from '../define';
import '../shared/menu-select';
import type { ValueChangeEvent } from '../shared/number-field';
import {
  differenceSeries,
  differences,
  errorReach,
  largestDifferences,
  type Pair,
  type Peak,
} from './comparison-model';
import { exportPositions } from './curve-data';
import { probeLayer } from './curve-layers';
import { curveSeries, SeriesCache } from './curve-series';
import type { DataTable } from './data-table';
import { evaluateAt, infoOf } from './engine-access';
import { drawnOrders, type Order } from './explorer-state';
import { viewStyles } from './explorer-view';
import { searchActivations } from './picker-search';
import { tickFormat } from './plot-stage';
import { marginsWithErrors, PlotView } from './plot-view';
import '../shared/scroll-box';
import type { ProbeReading } from './probe-table';

const number = (value: number): string => formatNumber(value, { significant: 5 });
const error = (value: number): string => formatNumber(value, { significant: 3 });

/** An exact form against an approximation of it, with the error on an axis of its own. */
export class ComparisonView extends PlotView {
  static override styles = [baseStyles, viewStyles];

  readonly #curves = new SeriesCache();
  readonly #error = new SeriesCache();

  get #pair(): Pair {
    const chosen = (key: string) => defaultChoice(infoOf(this.lab, key));
    return { exact: chosen(this.model.exact), approximation: chosen(this.model.approximation) };
  }

  get #orders(): readonly Order[] {
    return drawnOrders(this.model.show, 1);
  }

  protected override render(): TemplateResult {
    const { comparison, probe } = this.t.explorer;
    const { lab, model } = this;
    const pair = this.#pair;
    const peaks = largestDifferences(lab, pair, model.window);
    const readings = this.#readings(pair);
    const [a, b] = readings;
    const spoken = comparison.reading(
      number(model.x),
      error(b.value - a.value),
      error(b.derivative - a.derivative),
    );
    const content = this.#content(pair, readings, spoken);
    return html`
      <div class="layout">
        <div class="main">
          <p class="lead">${comparison.lead}</p>
          ${this.stage(content, () => this.#data(pair))}
          ${this.errorStage(this.#errorContent(pair, peaks, content, spoken), errorReach(this.#orders.map((order) => peaks[order === 1 ? 1 : 0])), () => this.#data(pair))}
        </div>
        <div class="side">
          <section class="panel controls">
            <h2>${comparison.title}</h2>
            ${this.#menu(comparison.exact, 'exact')} ${this.#menu(comparison.approximation, 'approximation')}
            ${this.probeField(probe.field)}
          </section>
          <section class="panel">
            <p>${this.#verdict(peaks)}</p>
            ${this.#table(readings)}
          </section>
        </div>
      </div>
    `;
  }

  #menu(label: string, key: 'exact' | 'approximation'): TemplateResult {
    const { families } = this.t.explorer;
    const groups = searchActivations(this.lab.catalogue.activations, '').map(({ family, activations }) => ({
      label: families[family],
      options: activations.map((info) => ({ value: info.key, label: info.name })),
    }));
    return html`
      <al-menu-select
        label=${label}
        .groups=${groups}
        .value=${this.model[key]}
        @value-change=${(event: ValueChangeEvent<string>) => this.change({ [key]: event.detail.value })}
      ></al-menu-select>
    `;
  }

  #readings({ exact, approximation }: Pair): readonly [ProbeReading, ProbeReading] {
    const reading = (chosen: typeof exact, colour: number): ProbeReading => ({
      name: infoOf(this.lab, chosen.key).name,
      colour,
      ...evaluateAt(this.lab, chosen, this.model.x),
    });
    return [reading(exact, 1), reading(approximation, 2)];
  }

  #table([a, b]: readonly [ProbeReading, ProbeReading]): TemplateResult {
    const { comparison, probe, ordersOfX } = this.t.explorer;
    const row = (name: string, value: string, derivative: string): TemplateResult =>
      html`<tr><th scope="row">${name}</th><td>${value}</td><td>${derivative}</td></tr>`;
    return html`
      <al-scroll-box label=${comparison.title}>
        <table>
          <caption>${probe.at(number(this.model.x))}</caption>
          <thead>
            <tr><td></td><th scope="col">${ordersOfX[0]}</th><th scope="col">${ordersOfX[1]}</th></tr>
          </thead>
          <tbody>
            ${[a, b].map(({ name, value, derivative }) => row(name, number(value), number(derivative)))}
            ${row(comparison.difference, error(b.value - a.value), error(b.derivative - a.derivative))}
          </tbody>
        </table>
      </al-scroll-box>
    `;
  }

  #verdict([value, derivative]: readonly [Peak, Peak]): string {
    const { left, right } = this.model.window;
    const [size, at, slopeSize, slopeAt] = [
      error(value.size),
      number(value.at),
      error(derivative.size),
      number(derivative.at),
    ];
    return this.t.explorer.comparison.verdict(number(left), number(right), size, at, slopeSize, slopeAt);
  }

  #content({ exact, approximation }: Pair, readings: readonly ProbeReading[], spoken: string): PlotContent {
    const orders = this.#orders;
    const [first, second] = readings;
    const requests = [exact, approximation].map((chosen, i) => ({
      chosen,
      colour: i + 1,
      orders,
      labelled: orders,
    }));
    const series = this.#curves.of(requests, '', (request) => curveSeries(this.lab, request));
    return {
      series,
      sideMargins: marginsWithErrors(series),
      overlay: probeLayer(this.model.x, readings, undefined),
      format: tickFormat,
      xLabel: 'x',
      yLabel: '',
      label: this.t.explorer.comparison.plotLabel(first?.name ?? '', second?.name ?? ''),
      description: spoken,
      probeLabel: this.t.explorer.probe.label,
      probeText: spoken,
    };
  }

  #errorContent(
    pair: Pair,
    peaks: readonly [Peak, Peak],
    { sideMargins }: PlotContent,
    spoken: string,
  ): PlotContent {
    const { comparison, probe } = this.t.explorer;
    const request = { chosen: pair.exact, colour: 3, orders: this.#orders, labelled: this.#orders };
    return {
      series: this.#error.of([request], pair.approximation.key, () =>
        differenceSeries(this.lab, pair, this.#orders),
      ),
      ...(sideMargins && { sideMargins }),
      format: tickFormat,
      xLabel: 'x',
      yLabel: comparison.difference,
      label: comparison.errorLabel,
      description: this.#verdict(peaks),
      probeLabel: probe.label,
      probeText: spoken,
    };
  }

  #data(pair: Pair): DataTable {
    const { lab, model } = this;
    const x = exportPositions(model.window);
    const columns = [pair.exact, pair.approximation].flatMap(({ key, parameters }) => {
      const { value, derivative } = lab.evaluate(key, x, { parameters, order: 1 });
      return [
        { name: key, values: value },
        { name: `${key}′`, values: derivative as Float32Array },
      ];
    });
    const [value, derivative] = differences(lab, pair, x);
    return {
      name: `${model.exact}-${model.approximation}`,
      columns: [
        { name: 'x', values: x },
        ...columns,
        { name: 'Δf', values: value },
        { name: 'Δf′', values: derivative },
      ],
      settings: { exact: pair.exact, approximation: pair.approximation },
    };
  }
}

define('al-comparison-view', ComparisonView);

declare global {
  interface HTMLElementTagNameMap {
    'al-comparison-view': ComparisonView;
  }
}
