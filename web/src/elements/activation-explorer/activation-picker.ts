import { css, html, type TemplateResult } from 'lit';
import type { ActivationInfo } from '../../engine/catalogue';
import { plotStyles } from '../../plot/plot-styles';
import { baseStyles, buttonStyles, fieldStyles } from '../base-styles';
import { define } from '../define';
import { thumbnail } from '../shared/activation-thumbnail';
import { closeIcon } from '../shared/icons';
import { toggleActivation } from './explorer-actions';
import { MOST_CURVES } from './explorer-state';
import { ExplorerView } from './explorer-view';
import { searchActivations } from './picker-search';
import { swatchStyles } from './swatch';

/** A dialog with the whole catalogue: every activation with its curve, by family, to be put on the plot or taken off. */
export class ActivationPicker extends ExplorerView {
  static override properties = {
    ...ExplorerView.properties,
    query: { state: true },
    opened: { state: true },
  };

  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    plotStyles,
    swatchStyles,
    css`
      dialog {
        width: min(64rem, 100vw - 2rem);
        max-width: none;
        height: min(46rem, 100dvh - 2rem);
        max-height: none;
        padding: 0;
        border: 1px solid var(--al-line);
        border-radius: calc(2 * var(--al-radius));
        background: var(--al-paper);
        color: var(--al-ink);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 0.45);
      }
      .sheet {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
        height: 100%;
      }
      header {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--al-space-2) var(--al-space-3);
        align-items: center;
        padding: var(--al-space-4);
        border-bottom: 1px solid var(--al-line);
      }
      h2 {
        margin: 0;
        font-size: 1.125em;
      }
      .search {
        grid-column: 1 / -1;
        display: flex;
        flex-wrap: wrap;
        gap: var(--al-space-2) var(--al-space-4);
        align-items: center;
      }
      .search input {
        flex: 1 1 14em;
      }
      .search p {
        margin: 0;
        color: var(--al-muted);
        font-size: 0.875em;
      }
      .catalogue {
        overflow-y: auto;
        padding: 0 var(--al-space-4) var(--al-space-5);
      }
      h3 {
        position: sticky;
        top: 0;
        margin: 0;
        padding: var(--al-space-3) 0 var(--al-space-2);
        background: var(--al-paper);
        color: var(--al-muted);
        font-size: 0.875em;
        font-weight: 600;
      }
      .family {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(7em, 1fr));
        gap: var(--al-space-2);
      }
      .family button {
        display: grid;
        gap: var(--al-space-1);
        justify-items: center;
        padding: var(--al-space-2);
        border-color: var(--al-line);
        font-size: 0.875em;
        overflow-wrap: anywhere;
      }
      .family button[aria-pressed='true'] {
        border-color: var(--al-accent);
        background: var(--al-accent-soft);
        box-shadow: inset 0 0 0 1px var(--al-accent);
      }
      .family button svg.thumbnail {
        width: 64px;
        height: 42px;
        background: none;
      }
      .thumbnail .curve {
        stroke-width: 2;
      }
      .family button:disabled {
        opacity: 0.55;
      }
      @media (forced-colors: active) {
        button[aria-pressed='true'] {
          outline: 2px solid Highlight;
          outline-offset: -3px;
        }
      }
    `,
  ];

  declare private query: string;
  /** The catalogue is drawn when it is first opened. */
  declare private opened: boolean;

  constructor() {
    super();
    this.query = '';
    this.opened = false;
  }

  async open(): Promise<void> {
    this.opened = true;
    this.query = '';
    await this.updateComplete;
    this.#dialog?.showModal();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  protected override render(): TemplateResult {
    const { picker } = this.t.explorer;
    return html`
      <dialog aria-labelledby="title" @click=${this.#closeOnBackdrop} @close=${this.#closed}>
        ${this.opened ? html`<div class="sheet">${this.#header()} ${this.#catalogue()}</div>` : picker.title}
      </dialog>
    `;
  }

  #header(): TemplateResult {
    const { picker } = this.t.explorer;
    const { length } = this.model.curves;
    return html`
      <header>
        <h2 id="title">${picker.title}</h2>
        <button type="button" class="quiet icon" aria-label=${this.t.common.close} @click=${() => this.#dialog?.close()}>${closeIcon}</button>
        <div class="search">
          <input
            type="search"
            autofocus
            autocomplete="off"
            spellcheck="false"
            aria-label=${picker.search}
            placeholder=${picker.search}
            .value=${this.query}
            @input=${this.#search}
          />
          <p role="status">${picker.chosen(length, MOST_CURVES)}</p>
        </div>
      </header>
    `;
  }

  #catalogue(): TemplateResult {
    const { picker, families } = this.t.explorer;
    const groups = searchActivations(this.lab.catalogue.activations, this.query);
    return html`
      <div class="catalogue">
        ${groups.length === 0 ? html`<p role="status">${picker.nothing(this.query)}</p>` : null}
        ${groups.map(
          ({ family, activations }) => html`
            <h3>${families[family]}</h3>
            <div class="family">${activations.map((info) => this.#tile(info))}</div>
          `,
        )}
      </div>
    `;
  }

  #tile(info: ActivationInfo): TemplateResult {
    const { curves } = this.model;
    const pressed = curves.some(({ key }) => key === info.key);
    const isOnlyOne = pressed && curves.every(({ key }) => key === info.key);
    const isFull = !pressed && curves.length >= MOST_CURVES;
    return html`
      <button
        type="button"
        aria-pressed=${pressed}
        ?disabled=${isFull || isOnlyOne}
        @click=${() => this.change(toggleActivation(this.model, info))}
      >${this.#picture(info)} ${info.name}</button>
    `;
  }

  readonly #pictures = new Map<string, unknown>();

  #picture(info: ActivationInfo): unknown {
    if (!this.#pictures.has(info.key)) this.#pictures.set(info.key, thumbnail(this.lab, info));
    return this.#pictures.get(info.key);
  }

  readonly #search = (event: Event): void => {
    this.query = (event.currentTarget as HTMLInputElement).value;
  };

  readonly #closeOnBackdrop = (event: Event): void => {
    if (event.target === this.#dialog) this.#dialog?.close();
  };

  readonly #closed = (): void => {
    this.opened = false;
  };
}

define('al-activation-picker', ActivationPicker);

declare global {
  interface HTMLElementTagNameMap {
    'al-activation-picker': ActivationPicker;
  }
}
