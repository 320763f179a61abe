import { css, html, svg, type TemplateResult } from 'lit';
import { formatNumber } from '../../i18n/number-format';
import { pathOf } from '../../plot/path';
import { plotStyles } from '../../plot/plot-styles';
import type { PlotContent, PlotLayer } from '../../plot/plot-surface';
import { clippedSegment, type PixelPoint } from '../../plot/polyline';
import { baseStyles } from '../base-styles';
import { define } from '../define';
import type { ValueChangeEvent } from '../shared/number-field';
import '../shared/parameter-slider';
import { cobweb, composedName, composedSeries, type Iterate, iterate } from './composition-model';
import { exportPositions } from './curve-data';
import { probeLayer } from './curve-layers';
import { type CurveRequest, curveSeries, SeriesCache } from './curve-series';
import { curveRequests } from './curves-view';
import type { DataTable } from './data-table';
import { infoOf } from './engine-access';
import { focusedCurve } from './explorer-actions';
import { drawnOrders, LIMITS } from './explorer-state';
import { viewStyles } from './explorer-view';
import { curveName } from './naming';
import { tickFormat } from './plot-stage';
import { PlotView } from './plot-view';

const number = (value: number): string => formatNumber(value, { significant: 5 });

/** f composed with itself: what n layers of width one do to a signal and to its gradient. */
export class CompositionView extends PlotView {
  static override styles = [
    baseStyles,
    viewStyles,
    plotStyles,
    css`
      .iterates {
        max-height: 24em;
        overflow: auto;
      }
      thead th {
        position: sticky;
        top: 0;
        background: var(--al-surface);
      }
    `,
  ];

  readonly #once = new SeriesCache();
  readonly #composed = new SeriesCache();

  protected override render(): TemplateResult {
    const { composition, probe, options } = this.t.explorer;
    const { lab, model } = this;
    const iterates = iterate(lab, focusedCurve(model), model.x, model.times);
    return html`
      <div class="layout">
        <div class="main">
          <p class="lead">${composition.lead}</p>
          ${this.stage(this.#content(iterates), () => this.#data())}
        </div>
        <div class="side">
          <section class="panel controls">
            <h2>${composition.title}</h2>
            <al-parameter-slider
              label=${composition.times}
              .value=${model.times}
              .minimum=${LIMITS.times.minimum}
              .maximum=${LIMITS.times.maximum}
              .step=${1}
              integer
              @value-change=${(event: ValueChangeEvent) => this.change({ times: event.detail.value })}
            ></al-parameter-slider>
            ${this.probeField(probe.field)}
            <label class="check">
              <input type="checkbox" .checked=${model.cobweb} @change=${() => this.change({ cobweb: !model.cobweb })} />${options.cobweb}
            </label>
          </section>
          <section class="panel">${this.#table(iterates)}</section>
        </div>
      </div>
    `;
  }

  #table(iterates: readonly Iterate[]): TemplateResult {
    const { composition } = this.t.explorer;
    const { x, times } = this.model;
    const last = iterates[times] as Iterate;
    return html`
      <p>${composition.verdict(times, number(x), number(last.value), number(last.slope))}</p>
      <div class="iterates" tabindex="0" role="region" aria-label=${composition.table}>
        <table>
          <thead>
            <tr><th scope="col">n</th><th scope="col">fⁿ(x)</th><th scope="col">(fⁿ)′(x)</th></tr>
          </thead>
          <tbody>
            ${iterates.map(
              ({ value, slope }, n) =>
                html`<tr><th scope="row">${n}</th><td>${number(value)}</td><td>${number(slope)}</td></tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  get #requests(): CurveRequest[] {
    return curveRequests({ ...this.model, show: drawnOrders(this.model.show, 1) });
  }

  #content(iterates: readonly Iterate[]): PlotContent {
    const { lab, model } = this;
    const { composition, probe } = this.t.explorer;
    const chosen = focusedCurve(model);
    const name = composedName(curveName(infoOf(lab, chosen.key), chosen), model.times);
    const last = iterates[model.times] as Iterate;
    const reading = {
      name,
      colour: model.colours[model.focus] ?? 0,
      value: last.value,
      derivative: last.slope,
      secondDerivative: Number.NaN,
    };
    const dot = probeLayer(model.x, [reading], undefined);
    const spoken = [
      probe.at(number(model.x)),
      probe.reading(name, number(last.value), number(last.slope)),
    ].join('; ');
    const single =
      model.cobweb && model.times > 1
        ? this.#once.of([{ chosen, colour: 0, orders: [0], labelled: [0] }], '', (request) =>
            curveSeries(lab, request),
          )
        : [];
    return {
      series: [
        ...single,
        ...this.#composed.of(this.#requests, String(model.times), (request) =>
          composedSeries(lab, request, model.times),
        ),
      ],
      ...(model.cobweb && { underlay: diagonal }),
      overlay: (geometry, drawn) =>
        svg`${model.cobweb ? cobwebLayer(iterates)(geometry, drawn) : null}${dot(geometry, drawn)}`,
      format: tickFormat,
      xLabel: 'x',
      yLabel: '',
      label: composition.plotLabel(name),
      description: `${composition.verdict(model.times, number(model.x), number(last.value), number(last.slope))}`,
      probeLabel: probe.label,
      probeText: spoken,
    };
  }

  #data(): DataTable {
    const { lab, model } = this;
    const x = exportPositions(model.window);
    const columns = model.curves.flatMap((chosen) => {
      const series = composedSeries(
        lab,
        { chosen, colour: 0, orders: [0, 1], labelled: [0, 1] },
        model.times,
      );
      return series.sample(x).map((values, i) => ({ name: series.lines[i]?.label ?? '', values }));
    });
    const settings = { activations: model.curves, times: model.times };
    return { name: 'composition', columns: [{ name: 'x', values: x }, ...columns], settings };
  }
}

/** The line y = x. */
const diagonal: PlotLayer = ({ area, window, x, y }) => {
  const line = clippedSegment(x(window.left), y(window.left), x(window.right), y(window.right), area);
  if (line === undefined) return null;
  const [[x1, y1], [x2, y2]] = line;
  return svg`<line class="marker" x1=${x1} y1=${y1} x2=${x2} y2=${y2}></line>`;
};

const cobwebLayer =
  (iterates: readonly Iterate[]): PlotLayer =>
  ({ area, x, y }) => {
    const corners = cobweb(iterates).map(([a, b]): PixelPoint => [x(a), y(b)]);
    const pieces = corners.slice(1).flatMap((to, i): PixelPoint[][] => {
      const from = corners[i] as PixelPoint;
      const piece = clippedSegment(from[0], from[1], to[0], to[1], area);
      return piece === undefined ? [] : [[...piece]];
    });
    return svg`<path class="cobweb" d=${pathOf(pieces)}></path>`;
  };

define('al-composition-view', CompositionView);

declare global {
  interface HTMLElementTagNameMap {
    'al-composition-view': CompositionView;
  }
}
