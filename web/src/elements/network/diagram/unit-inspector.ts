import { css, html, nothing, type PropertyValues, svg, type TemplateResult } from 'lit';
import type { CurveSource } from '../../../engine/element-wise';
import { plotGeometry } from '../../../plot/geometry';
import { plotStyles } from '../../../plot/plot-styles';
import { drawSeries } from '../../../plot/series';
import type { Chosen } from '../../../state/chosen-field';
import { baseStyles, buttonStyles } from '../../base-styles';
import { define } from '../../define';
import '../../shared/formula';
import type { ValueChangeEvent } from '../../shared/number-field';
import type { ParameterSlider } from '../../shared/parameter-slider';
import '../../shared/parameter-slider';
import { datasetOf, taskOf } from '../model/data-spec';
import { networkNames } from '../model/network-names';
import type { UnitPlace } from '../model/network-shape';
import { entryOf } from '../model/training-choices';
import { lossOf, outputActivation } from '../model/training-spec';
import { readUnit, titleOf, type UnitTerm } from '../model/unit-reading';
import { panelStyles, WatchingPart } from '../network-part';
import { Throttle } from '../throttle';
import type { LinkPlace } from './link-place';

const READING_INTERVAL_MS = 150;
/** Weights that a slider covers; a number field takes any. */
const SLIDER = { low: -5, high: 5, step: 0.1 } as const;
const LARGEST_WEIGHT = 1e6;
/** More sliders than this would be a wall. */
const MOST_SHOWN = 24;
const CURVE = { width: 220, height: 130, left: -4, right: 4, bottom: -1.6, top: 2.6 } as const;

/** One number of the network is to be another one. */
export type WeightChangeEvent = CustomEvent<{ readonly index: number; readonly value: number }>;

/**
 * One unit taken apart: its weights and bias, each to be changed, and its activation with the gradient.
 *
 * @fires weight-change bubbles, composed; see WeightChangeEvent
 */
export class UnitInspector extends WatchingPart {
  static override properties = {
    ...WatchingPart.properties,
    lab: { attribute: false },
    place: { attribute: false },
    chosen: { attribute: false },
  };

  static override styles = [
    baseStyles,
    buttonStyles,
    plotStyles,
    panelStyles,
    css`
      section {
        display: grid;
        gap: var(--al-space-3);
        padding: var(--al-space-3);
        border: 1px solid var(--al-line);
        border-radius: var(--al-radius);
        background: var(--al-surface);
      }
      h4 {
        margin: 0;
        font-size: 0.9375em;
      }
      .parts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
        gap: var(--al-space-4);
        align-items: start;
      }
      .weights {
        display: grid;
        gap: var(--al-space-2);
      }
      [data-chosen] {
        margin-inline-start: calc(-1 * var(--al-space-2));
        padding-inline-start: calc(var(--al-space-2) - 3px);
        border-inline-start: 3px solid var(--al-accent);
      }
      svg.unit-curve {
        width: 100%;
        max-width: 22em;
        height: auto;
        overflow: visible;
      }
      .curve {
        stroke: var(--al-accent);
      }
      figure {
        margin: 0;
      }
      figcaption {
        color: var(--al-muted);
        font-size: 0.8125em;
      }
    `,
  ];

  declare lab: CurveSource;
  declare place: UnitPlace;
  /** The link whose weight was asked for; each new one takes the focus. */
  declare chosen: LinkPlace | undefined;

  readonly #reading = new Throttle(READING_INTERVAL_MS, () => this.requestUpdate());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reading.stop();
  }

  protected override seen(): void {
    this.#reading.request();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('chosen') || this.chosen === undefined) return;
    const slider = this.renderRoot.querySelector<ParameterSlider>('[data-chosen]');
    slider?.scrollIntoView({ block: 'nearest' });
    void slider?.updateComplete.then(() => slider.focus({ preventScroll: true }));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { texts, choices, model, place } = this;
    const view = this.feed.latest;
    const weights = view?.snapshot.weights;
    const layer = view?.shape.layers[place.layer];
    if (view === undefined || weights === undefined || layer === undefined || place.unit >= layer.units)
      return nothing;
    const names = networkNames(texts, choices, model);
    const { terms } = readUnit(texts, names, view.shape, weights, place);
    const start = layer.weights + place.unit * layer.inputs;
    const most = terms.length <= MOST_SHOWN ? MOST_SHOWN : MOST_SHOWN - 1;
    const shown = [...terms.keys()].filter((term) => term < most || term === this.chosen?.input);
    const indexOf = (term: number): number =>
      term < layer.inputs ? start + term : (layer.bias ?? 0) + place.unit;
    return html`
      <section aria-label=${texts.inspector}>
        <h4>${titleOf(texts, names, place)}</h4>
        <div class="parts">
          <div class="weights">
            ${shown.map((term) => this.#weight(terms[term] as UnitTerm, indexOf(term), term === this.chosen?.input))}
            ${shown.length < terms.length ? html`<p class="note">${texts.moreWeights(terms.length - shown.length)}</p>` : nothing}
          </div>
          ${this.#curve()}
        </div>
        <p class="note">${view.snapshot.steps === 0 ? texts.editsAreInitial : texts.editsAreNow}</p>
      </section>
    `;
  }

  #weight({ name, value }: UnitTerm, index: number, isChosen: boolean): TemplateResult {
    return html`
      <al-parameter-slider
        ?data-chosen=${isChosen}
        label=${name}
        .value=${Number(value.toPrecision(4))}
        .minimum=${-LARGEST_WEIGHT}
        .maximum=${LARGEST_WEIGHT}
        .low=${SLIDER.low}
        .high=${SLIDER.high}
        .step=${SLIDER.step}
        ?disabled=${this.parts.locks('weights')}
        @value-change=${(event: ValueChangeEvent) => this.#change(index, event.detail.value)}
      ></al-parameter-slider>
    `;
  }

  #change(index: number, value: number): void {
    this.dispatchEvent(
      new CustomEvent('weight-change', { detail: { index, value }, bubbles: true, composed: true }),
    );
  }

  get #activation(): Chosen {
    const { choices, model, place } = this;
    const hidden = model.layers[place.layer];
    if (hidden !== undefined) return hidden.activation;
    const task = taskOf(datasetOf(choices, model), model);
    return { key: outputActivation(lossOf(choices, model), task), parameters: {} };
  }

  #curve(): TemplateResult {
    const { texts, choices } = this;
    const { key, parameters } = this.#activation;
    const info = entryOf(choices.activations, key);
    const geometry = plotGeometry(CURVE, CURVE.width, CURVE.height, { left: 2, right: 2, top: 2, bottom: 2 });
    const { lines } = drawSeries(
      {
        colour: 0,
        lines: [
          { label: '', dash: 'solid' },
          { label: '', dash: 'dashed' },
        ],
        kinks: [],
        sample: (x) => {
          const { value, derivative } = this.lab.evaluate(key, x, { parameters, order: 1 });
          return [value, derivative as Float32Array];
        },
      },
      geometry,
    );
    const { area, x, y } = geometry;
    return html`
      <figure>
        ${svg`
          <svg class="unit-curve series-0" viewBox="0 0 ${CURVE.width} ${CURVE.height}" role="img" aria-label=${texts.curveOf(info.name)}>
            <line class="grid" x1=${area.left} x2=${area.right} y1=${y(0)} y2=${y(0)}></line>
            <line class="grid" x1=${x(0)} x2=${x(0)} y1=${area.top} y2=${area.bottom}></line>
            ${lines.map(({ line, path }) => svg`<path class="curve ${line.dash}" d=${path}></path>`)}
          </svg>`}
        <figcaption>${info.name}: <al-formula latex=${info.latex}></al-formula> ${texts.valueAndGradient}</figcaption>
      </figure>
    `;
  }
}

define('al-unit-inspector', UnitInspector);

declare global {
  interface HTMLElementTagNameMap {
    'al-unit-inspector': UnitInspector;
  }
}
