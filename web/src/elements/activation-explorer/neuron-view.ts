import { html, svg, type TemplateResult } from 'lit';
import { formatNumber } from '../../i18n/number-format';
import { plotStyles } from '../../plot/plot-styles';
import type { PlotContent, PlotLayer } from '../../plot/plot-surface';
import { baseStyles } from '../base-styles';
import { define } from '../define';
import type { ValueChangeEvent } from '../shared/number-field';
import '../shared/parameter-slider';
import { exportPositions } from './curve-data';
import { probeLayer } from './curve-layers';
import { SeriesCache } from './curve-series';
import { curveRequests } from './curves-view';
import type { DataTable } from './data-table';
import { infoOf } from './engine-access';
import { focusedCurve } from './explorer-actions';
import { LIMITS } from './explorer-state';
import { viewStyles } from './explorer-view';
import { curveName } from './naming';
import { type Neuron, neuronSeries, readNeuron, switchPoint } from './neuron-model';
import { tickFormat } from './plot-stage';
import { PlotView } from './plot-view';
import '../shared/scroll-box';
import { swatchStyles } from './swatch';

const number = (value: number): string => formatNumber(value, { significant: 5 });
const factor = (value: number): string => (value < 0 ? `(${number(value)})` : number(value));

/** One neuron y = f(w x + b) under two sliders, with its gradients worked out at the probe. */
export class NeuronView extends PlotView {
  static override styles = [baseStyles, viewStyles, plotStyles, swatchStyles];

  readonly #series = new SeriesCache();

  get #neuron(): Neuron {
    return { weight: this.model.weight, bias: this.model.bias };
  }

  protected override render(): TemplateResult {
    const { neuron, probe } = this.t.explorer;
    return html`
      <div class="layout">
        <div class="main">
          <p class="lead">${neuron.lead}</p>
          ${this.stage(this.#content(), () => this.#data())}
        </div>
        <div class="side">
          <section class="panel controls">
            <h2>${neuron.title}</h2>
            ${this.#slider(neuron.weight, 'weight', LIMITS.weight, 10)} ${this.#slider(neuron.bias, 'bias', LIMITS.bias, 10)}
            ${this.probeField(probe.field)}
          </section>
          <section class="panel">${this.#workings()}</section>
        </div>
      </div>
    `;
  }

  #slider(
    label: string,
    key: 'weight' | 'bias',
    { minimum, maximum }: { minimum: number; maximum: number },
    reach: number,
  ): TemplateResult {
    return html`
      <al-parameter-slider
        label=${label}
        .value=${this.model[key]}
        .minimum=${minimum}
        .maximum=${maximum}
        .low=${-reach}
        .high=${reach}
        .step=${0.1}
        @value-change=${(event: ValueChangeEvent) => this.change({ [key]: event.detail.value })}
      ></al-parameter-slider>
    `;
  }

  #workings(): TemplateResult {
    const { neuron } = this.t.explorer;
    const { x, weight, bias } = this.model;
    const chosen = focusedCurve(this.model);
    const name = curveName(infoOf(this.lab, chosen.key), chosen);
    const { preActivation, output, slope, byInput, byWeight, byBias } = readNeuron(
      this.lab,
      chosen,
      this.#neuron,
      x,
    );
    const row = (symbol: string, working: string, value: number): TemplateResult =>
      html`<tr><th scope="row">${symbol}</th><td>${working}</td><td>${number(value)}</td></tr>`;
    return html`
      <al-scroll-box label=${neuron.workings(name, number(x))}>
        <table>
          <caption>${neuron.workings(name, number(x))}</caption>
          <tbody>
            ${row('z = w·x + b', `${factor(weight)} · ${factor(x)} + ${factor(bias)}`, preActivation)}
            ${row('y = f(z)', `f(${number(preActivation)})`, output)} ${row('f′(z)', `f′(${number(preActivation)})`, slope)}
            ${row('∂y/∂x = w·f′(z)', `${factor(weight)} · ${factor(slope)}`, byInput)}
            ${row('∂y/∂w = x·f′(z)', `${factor(x)} · ${factor(slope)}`, byWeight)} ${row('∂y/∂b = f′(z)', number(slope), byBias)}
          </tbody>
        </table>
      </al-scroll-box>
    `;
  }

  #content(): PlotContent {
    const { lab, model } = this;
    const { neuron, probe } = this.t.explorer;
    const readings = model.curves.map((chosen, i) => {
      const { output, byInput } = readNeuron(lab, chosen, this.#neuron, model.x);
      const name = curveName(infoOf(lab, chosen.key), chosen);
      return {
        name,
        colour: model.colours[i] ?? 0,
        value: output,
        derivative: byInput,
        secondDerivative: Number.NaN,
      };
    });
    const dots = probeLayer(model.x, readings, model.tangent ? model.focus : undefined);
    const zero = switchPoint(this.#neuron);
    const spoken = [
      this.t.explorer.probe.at(number(model.x)),
      ...readings.map(({ name, value, derivative }) =>
        neuron.reading(name, number(value), number(derivative)),
      ),
    ].join('; ');
    return {
      series: this.#series.of(curveRequests(model), `${model.weight},${model.bias}`, (request) =>
        neuronSeries(lab, request, this.#neuron),
      ),
      ...(zero !== undefined && { underlay: switchLayer(zero, neuron.switchPoint) }),
      overlay: dots,
      format: tickFormat,
      xLabel: 'x',
      yLabel: '',
      label: neuron.plotLabel(number(model.weight), number(model.bias)),
      description: `${zero === undefined ? neuron.noSwitch : neuron.switchAt(number(zero))} ${spoken}.`,
      probeLabel: probe.label,
      probeText: spoken,
    };
  }

  #data(): DataTable {
    const { lab, model } = this;
    const x = exportPositions(model.window);
    const columns = model.curves.flatMap((chosen) => {
      const series = neuronSeries(
        lab,
        { chosen, colour: 0, orders: [0, 1, 2], labelled: [0, 1, 2] },
        this.#neuron,
      );
      return series.sample(x).map((values, i) => ({ name: series.lines[i]?.label ?? '', values }));
    });
    return {
      name: 'neuron',
      columns: [{ name: 'x', values: x }, ...columns],
      settings: { activations: model.curves, ...this.#neuron },
    };
  }
}

/** A vertical line where the pre-activation changes its sign. */
const switchLayer =
  (at: number, label: string): PlotLayer =>
  ({ area, window, x }) => {
    if (at < window.left || at > window.right) return null;
    const isNearRight = x(at) > area.right - 100;
    return svg`
      <line class="marker" x1=${x(at)} x2=${x(at)} y1=${area.top} y2=${area.bottom}></line>
      <text class="tick" x=${x(at) + (isNearRight ? -6 : 6)} y=${area.bottom - 8} text-anchor=${isNearRight ? 'end' : 'start'}>${label}</text>`;
  };

define('al-neuron-view', NeuronView);

declare global {
  interface HTMLElementTagNameMap {
    'al-neuron-view': NeuronView;
  }
}
