import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { CurveSource } from '../../../engine/element-wise';
import type { CanvasPlot } from '../../../plot/canvas-plot';
import type { NetworkLayout } from '../../../plot/network-layout';
import { plotStyles } from '../../../plot/plot-styles';
import { baseStyles, buttonStyles } from '../../base-styles';
import { define } from '../../define';
import { activationOptions } from '../../shared/activation-options';
import { thumbnail } from '../../shared/activation-thumbnail';
import { addIcon } from '../../shared/icons';
import {
  canAddLayer,
  withActivation,
  withActivationEverywhere,
  withChosenActivation,
  withLayer,
  withLayerMoved,
  withOptions,
  withoutLayer,
  withUnits,
} from '../model/layer-edits';
import { parameterFieldsStyles, parameterFieldsView } from '../parameter-fields';
import { type LayerHandlers, layerHeadStyles, layerHeadView } from './layer-head';
import { layerOptionsStyles, layerOptionsView } from './layer-options';
import '../picture-menu';
import './unit-inspector';
import { networkColumns } from './network-columns';
import './network-diagram';
import type { ValueScale } from '../../../plot/heat-map';
import { datasetOf, outputWidth, taskOf } from '../model/data-spec';
import { MOST_DRAWN } from '../model/limits';
import { networkNames } from '../model/network-names';
import { isSameUnit, type UnitPlace } from '../model/network-shape';
import { entryOf } from '../model/training-choices';
import {
  readingText,
  readUnit,
  titleOf,
  type UnitNames,
  type UnitReading,
  weightText,
} from '../model/unit-reading';
import { checkStyles, panelStyles, stackedPanelStyles, WatchingPart } from '../network-part';
import { Throttle } from '../throttle';
import type { LinkPlace } from './link-place';
import type {
  DiagramPicture,
  LinkChooseEvent,
  LinkPointEvent,
  UnitEnlargeEvent,
  UnitPointEvent,
} from './network-diagram';

/** Numbers that change faster cannot be read. */
const READING_INTERVAL_MS = 150;
const LABEL_INTERVAL_MS = 1000;

/**
 * The network: its layers, to be changed, and its units, to be looked at.
 *
 * @fires unit-enlarge `detail` is the unit whose map is to be seen large, or no longer.
 */
export class NetworkPanel extends WatchingPart {
  static override properties = {
    ...WatchingPart.properties,
    lab: { attribute: false },
    enlarged: { attribute: false },
    scale: { attribute: false },
    pointed: { state: true },
    link: { state: true },
    chosen: { state: true },
    width: { state: true },
    open: { state: true },
  };

  static override styles = [
    baseStyles,
    buttonStyles,
    plotStyles,
    panelStyles,
    stackedPanelStyles,
    layerHeadStyles,
    parameterFieldsStyles,
    layerOptionsStyles,
    checkStyles,
    css`
      .title {
        gap: var(--al-space-2);
      }
      .scroller {
        min-width: 0;
        overflow-x: auto;
        overscroll-behavior-x: contain;
      }
      .drawing {
        padding-block: 10px;
      }
      .reading {
        min-height: 4.6em;
        font-size: 0.875em;
      }
      .reading p {
        margin: 0 0 var(--al-space-1);
        font-weight: 600;
      }
      .reading ul {
        display: flex;
        flex-wrap: wrap;
        gap: 2px var(--al-space-4);
        margin: 0;
        padding: 0;
        list-style: none;
        font-variant-numeric: tabular-nums;
      }
      .reading span {
        color: var(--al-muted);
      }
      .reading li[data-pointed] {
        font-weight: 600;
        box-shadow: 0 2px var(--al-accent);
      }
    `,
  ];

  declare lab: CurveSource;
  /** The unit whose map is seen large. */
  declare enlarged: UnitPlace | undefined;
  /** Colours of a single output. */
  declare scale: ValueScale;
  declare private pointed: UnitPlace | undefined;
  /** The link that is pointed at. */
  declare private link: LinkPlace | undefined;
  /** The link whose weight is to be changed. */
  declare private chosen: LinkPlace | undefined;
  /** That is there for the drawing, in pixels. */
  declare private width: number;
  /** The layer whose options are shown. */
  declare private open: number | undefined;

  readonly #curves = new Map<string, unknown>();
  readonly #reading = new Throttle(READING_INTERVAL_MS, () => this.requestUpdate());
  readonly #labelling = new Throttle(LABEL_INTERVAL_MS, () => this.requestUpdate());
  readonly #observer = new ResizeObserver(([entry]) => {
    this.width = Math.floor(entry?.contentRect.width ?? 0);
  });

  constructor() {
    super();
    this.width = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    this.#reading.stop();
    this.#labelling.stop();
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    this.#observe();
  }

  #observe(): void {
    const scroller = this.hasUpdated ? this.renderRoot.querySelector('.scroller') : null;
    if (scroller !== null) this.#observer.observe(scroller);
  }

  protected override seen(): void {
    if (this.pointed !== undefined) this.#reading.request();
    this.#labelling.request();
  }

  protected override render(): TemplateResult {
    const { texts, model, choices } = this;
    const names = networkNames(texts, choices, model);
    const drawn = (count: number): number => Math.min(MOST_DRAWN, count);
    const layout = networkColumns(
      drawn(names.inputs.length),
      model.layers.map(({ width }) => drawn(width)),
      outputWidth(datasetOf(choices, model), model),
      this.width,
    );
    return html`
      <div class="title">
        <h3>${texts.network}</h3>
        ${
          this.parts.shows('layers')
            ? html`<button type="button" ?disabled=${!canAddLayer(model) || this.parts.locks('layers')} @click=${this.#addLayer}>${addIcon} ${texts.addLayer}</button>`
            : nothing
        }
      </div>
      <div class="scroller">
        ${this.#heads(layout, names)}
        <div class="drawing">${this.width > 0 ? this.#diagram(layout, names) : nothing}</div>
      </div>
      ${this.#leftOut(names)}
      ${this.#options()}
      ${this.#inspector(names) ?? this.#readout(names)}
      <p class="note">${texts.linksLegend}</p>
      ${
        this.parts.shows('map-options')
          ? html`<al-picture-menu .name=${'network'} .plot=${() => this.renderRoot.querySelector<CanvasPlot>('al-network-diagram')}></al-picture-menu>`
          : nothing
      }
      ${model.layers.map(({ activation }, index) => {
        const info = entryOf(choices.activations, activation.key);
        return parameterFieldsView(
          {
            legend: texts.parametersOf(texts.layer(index + 1), info.name),
            parameters: info.parameters,
            chosen: activation,
            hasFormulas: true,
            disabled: this.parts.locks('activations'),
          },
          (chosen) => this.change(withChosenActivation(this.model, index, chosen)),
        );
      })}
    `;
  }

  #heads({ width, columns }: NetworkLayout, names: UnitNames): TemplateResult {
    const { texts, model, choices } = this;
    const groups = activationOptions(choices.activations, this.t.explorer.families, ({ name }) => name);
    const template = columns.map((column) => `${column}px`).join(' ');
    return html`
      <div class="heads" .style=${`width: ${width}px; grid-template-columns: ${template}`}>
        <div class="head end">${texts.inputs}</div>
        ${model.layers.map((layer, index) => {
          const curve = this.#curve(layer.activation.key);
          return layerHeadView(
            texts,
            { index, layer, groups, curve, parts: this.parts, isOpen: this.open === index },
            this.#handlers,
          );
        })}
        <div class="head end">${texts.output}<small>${names.activations.at(-1)}</small></div>
      </div>
    `;
  }

  #diagram(layout: NetworkLayout, names: UnitNames): TemplateResult {
    const { texts, model, choices } = this;
    const dataset = datasetOf(choices, model);
    const picture: DiagramPicture = {
      layout,
      task: taskOf(dataset, model),
      inputs: names.inputs.slice(0, MOST_DRAWN),
      labels: names.units.map((layer, index) =>
        layer.slice(0, MOST_DRAWN).map((_, unit) => this.#labelOf(names, { layer: index, unit })),
      ),
      outputScale: outputWidth(dataset, model) === 1 ? this.scale : undefined,
    };
    return html`
      <al-network-diagram
        .style=${`width: ${layout.width}px; height: ${layout.height}px`}
        .picture=${picture}
        .feed=${this.feed}
        .pointed=${this.pointed}
        .enlarged=${this.enlarged}
        .groupLabel=${texts.diagram}
        .linksOpen=${this.parts.shows('weights')}
        .label=${texts.network}
        .description=${texts.linksLegend}
        @unit-point=${this.#point}
        @unit-enlarge=${this.#enlarge}
        @link-point=${this.#pointLink}
        @link-choose=${this.#chooseLink}
      ></al-network-diagram>
    `;
  }

  #readout(names: UnitNames): TemplateResult {
    const { texts, pointed } = this;
    // It may have been taken away.
    const isThere = pointed !== undefined && names.units[pointed.layer]?.[pointed.unit] !== undefined;
    const reading = isThere ? this.#read(names, pointed) : undefined;
    if (reading === undefined) {
      const linkHint = this.parts.shows('weights') ? texts.linkHint : '';
      return html`<div class="reading"><span>${texts.together(texts.diagramHint, linkHint)}</span></div>`;
    }
    const isLink = isSameUnit(this.link?.unit, pointed);
    return html`
      <div class="reading">
        <p>${reading.title}</p>
        <ul>
          ${reading.terms.map(
            ({ name, value }, term) =>
              html`<li ?data-pointed=${isLink && term === this.link?.input}><span>${name}</span> ${weightText(value)}</li>`,
          )}
        </ul>
      </div>
    `;
  }

  /** What there is besides what is drawn. */
  #leftOut({ inputs, units }: UnitNames): TemplateResult | typeof nothing {
    const { texts } = this;
    const parts = [
      { name: texts.inputs, count: inputs.length },
      ...units.map((layer, index) => ({ name: texts.layer(index + 1), count: layer.length })),
    ].filter(({ count }) => count > MOST_DRAWN);
    if (parts.length === 0) return nothing;
    const words = parts.map(({ name, count }) => texts.notDrawn(name, count - MOST_DRAWN));
    return html`<p class="note">${words.join(texts.listComma)}</p>`;
  }

  #options(): TemplateResult | typeof nothing {
    const { open, model } = this;
    if (open === undefined || !this.parts.shows('layer-options')) return nothing;
    return layerOptionsView(
      this.texts,
      { index: open, layers: model.layers, parts: this.parts },
      {
        change: (options) => this.change(withOptions(this.model, open, options)),
        move: (by) => {
          this.change(withLayerMoved(this.model, open, by));
          this.open = open + by;
        },
        useEverywhere: () => this.change(withActivationEverywhere(this.model, open)),
      },
    );
  }

  /** The unit whose map is seen large, taken apart. */
  #inspector(names: UnitNames): TemplateResult | undefined {
    const { enlarged } = this;
    if (enlarged === undefined || !this.parts.shows('weights')) return undefined;
    if (names.units[enlarged.layer]?.[enlarged.unit] === undefined) return undefined;
    return html`
      <al-unit-inspector
        .choices=${this.choices}
        .model=${this.model}
        .parts=${this.parts}
        .feed=${this.feed}
        .lab=${this.lab}
        .place=${enlarged}
        .chosen=${isSameUnit(this.chosen?.unit, enlarged) ? this.chosen : undefined}
      ></al-unit-inspector>
    `;
  }

  #curve(key: string): unknown {
    if (!this.#curves.has(key))
      this.#curves.set(key, thumbnail(this.lab, entryOf(this.choices.activations, key)));
    return this.#curves.get(key);
  }

  #read(names: UnitNames, place: UnitPlace): UnitReading | undefined {
    const view = this.feed.latest;
    const weights = view?.snapshot.weights;
    return view === undefined || weights === undefined
      ? undefined
      : readUnit(this.texts, names, view.shape, weights, place);
  }

  #labelOf(names: UnitNames, place: UnitPlace): string {
    const reading = this.#read(names, place);
    return reading === undefined ? titleOf(this.texts, names, place) : readingText(reading);
  }

  readonly #handlers: LayerHandlers = {
    chooseActivation: (index, key) =>
      this.change(withActivation(this.model, index, entryOf(this.choices.activations, key))),
    changeUnits: (index, width) => this.change(withUnits(this.model, index, width)),
    openOptions: (index) => {
      this.open = this.open === index ? undefined : index;
    },
    remove: (index) => {
      this.change(withoutLayer(this.model, index));
      this.say(this.texts.layerRemoved(this.texts.layer(index + 1)));
      // The button is gone with its layer.
      this.renderRoot.querySelector<HTMLElement>('.title button')?.focus();
    },
  };

  readonly #addLayer = (): void => {
    this.change(withLayer(this.model, entryOf(this.choices.activations, 'tanh')));
    this.say(this.texts.layerAdded(this.texts.layer(this.model.layers.length + 1)));
  };

  readonly #point = (event: UnitPointEvent): void => {
    this.pointed = event.detail ?? undefined;
  };

  readonly #pointLink = (event: LinkPointEvent): void => {
    this.link = event.detail ?? undefined;
    this.pointed = this.link?.unit;
  };

  readonly #chooseLink = (event: LinkChooseEvent): void => {
    this.chosen = event.detail;
    this.dispatchEvent(new CustomEvent('unit-enlarge', { detail: event.detail.unit }));
  };

  readonly #enlarge = (event: UnitEnlargeEvent): void => {
    this.chosen = undefined;
    const place = isSameUnit(event.detail, this.enlarged) ? undefined : event.detail;
    this.dispatchEvent(new CustomEvent('unit-enlarge', { detail: place }));
  };
}

define('al-network-panel', NetworkPanel);

declare global {
  interface HTMLElementTagNameMap {
    'al-network-panel': NetworkPanel;
  }
}
