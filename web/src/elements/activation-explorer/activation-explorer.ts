import { css, html, nothing, type TemplateResult } from 'lit';
import type { Lab } from '../../engine/activation-lab';
import type { Codec } from '../../state/codec';
import { define } from '../define';
import { LabElement } from '../lab-element';
import { whenLab } from '../lab-instance';
import type { CostRecord } from './cost-view';
import './curve-bar';
import './curves-view';
import { consistent, type ExplorerState, explorerCodec, type Order, type View } from './explorer-state';
import './explorer-tabs';
import './order-bar';
import type { ExplorerChangeEvent, ExplorerSayEvent } from './explorer-view';

/** The first view comes with the page; the others are fetched when they are first opened. */
const LOADERS: Readonly<Record<View, () => Promise<unknown>>> = {
  curves: () => Promise.resolve(),
  distribution: () => import('./distribution-view'),
  neuron: () => import('./neuron-view'),
  composition: () => import('./composition-view'),
  comparison: () => import('./comparison-view'),
  gradient: () => import('./gradient-view'),
  cost: () => import('./cost-view'),
};

/** What a view can draw of f, f′ and f″; none where that is no choice. */
const ORDERS_OFFERED: Readonly<Record<View, readonly Order[]>> = {
  curves: [0, 1, 2],
  distribution: [],
  neuron: [0, 1, 2],
  composition: [0, 1],
  comparison: [0, 1],
  gradient: [0, 1],
  cost: [],
};

/** These choose what they show themselves. */
const VIEWS_WITHOUT_CURVES: readonly View[] = ['comparison', 'cost'];

/**
 * Curves of activations and their derivatives, to be probed, compared, fed with random inputs, put into a neuron, composed with
 * themselves, checked and timed.
 *
 * Attributes and events are those of every lab element; see `LabElement` and `ExplorerState`.
 */
export class ActivationExplorer extends LabElement<ExplorerState, Lab> {
  static override properties = {
    ...LabElement.properties,
    loaded: { state: true },
    missing: { state: true },
  };

  static override styles = [
    LabElement.styles,
    css`
      .explorer {
        display: grid;
        gap: var(--al-space-4);
        grid-template-columns: minmax(0, 1fr);
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: var(--al-space-2) var(--al-space-5);
        align-items: center;
        justify-content: space-between;
      }
      .pending {
        min-height: 24em;
        color: var(--al-muted);
      }
    `,
  ];

  /** Views whose code has arrived. */
  declare private loaded: ReadonlySet<View>;
  /** A view whose code could not be fetched. */
  declare private missing: View | undefined;

  readonly #costs: CostRecord = new Map();

  constructor() {
    super();
    this.loaded = new Set<View>(['curves']);
  }

  protected override fetchLab(): Promise<Lab> {
    return whenLab();
  }

  protected override createCodec(lab: Lab): Codec<ExplorerState> {
    return explorerCodec(lab);
  }

  protected override stateRestored(): void {
    this.model = consistent(this.model);
  }

  protected override renderLab(lab: Lab): TemplateResult {
    const { model } = this;
    const { view } = model;
    if (!this.loaded.has(view) && this.missing !== view) void this.#load(view);
    return html`
      <div class="explorer" @explorer-change=${this.#take} @explorer-say=${this.#say}>
        <al-explorer-tabs .lab=${lab} .model=${model}></al-explorer-tabs>
        ${this.#legend(lab, view)}
        <div role="tabpanel" aria-label=${this.t.explorer.views[view]}>${this.#view(lab, view)}</div>
      </div>
    `;
  }

  #legend(lab: Lab, view: View): TemplateResult | typeof nothing {
    const { model } = this;
    const orders = ORDERS_OFFERED[view];
    const hasCurves = !VIEWS_WITHOUT_CURVES.includes(view);
    if (!hasCurves && orders.length === 0) return nothing;
    return html`
      <div class="legend">
        ${hasCurves ? html`<al-curve-bar .lab=${lab} .model=${model}></al-curve-bar>` : nothing}
        ${orders.length === 0 ? nothing : html`<al-order-bar .lab=${lab} .model=${model} .orders=${orders}></al-order-bar>`}
      </div>
    `;
  }

  #view(lab: Lab, view: View): TemplateResult {
    const { model } = this;
    if (this.missing === view) return this.#retry(view);
    if (!this.loaded.has(view))
      return html`<p class="pending" role="status">${this.t.explorer.loadingView}</p>`;
    switch (view) {
      case 'curves':
        return html`<al-curves-view .lab=${lab} .model=${model}></al-curves-view>`;
      case 'distribution':
        return html`<al-distribution-view .lab=${lab} .model=${model}></al-distribution-view>`;
      case 'neuron':
        return html`<al-neuron-view .lab=${lab} .model=${model}></al-neuron-view>`;
      case 'composition':
        return html`<al-composition-view .lab=${lab} .model=${model}></al-composition-view>`;
      case 'comparison':
        return html`<al-comparison-view .lab=${lab} .model=${model}></al-comparison-view>`;
      case 'gradient':
        return html`<al-gradient-view .lab=${lab} .model=${model}></al-gradient-view>`;
      case 'cost':
        return html`<al-cost-view .lab=${lab} .model=${model} .record=${this.#costs}></al-cost-view>`;
    }
  }

  #retry(view: View): TemplateResult {
    return html`
      <p role="alert">
        ${this.t.explorer.loadFailed}
        <button type="button" @click=${() => void this.#load(view)}>${this.t.common.retry}</button>
      </p>
    `;
  }

  async #load(view: View): Promise<void> {
    try {
      await LOADERS[view]();
      this.missing = undefined;
      this.loaded = new Set([...this.loaded, view]);
    } catch {
      this.missing = view;
    }
  }

  readonly #take = (event: ExplorerChangeEvent): void => {
    event.stopPropagation();
    this.change(event.detail);
  };

  readonly #say = (event: ExplorerSayEvent): void => {
    event.stopPropagation();
    this.announce(event.detail);
  };
}

define('activation-explorer', ActivationExplorer);

declare global {
  interface HTMLElementTagNameMap {
    'activation-explorer': ActivationExplorer;
  }
}
