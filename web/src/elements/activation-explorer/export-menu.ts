import { css, html, type TemplateResult } from 'lit';
import { baseStyles, buttonStyles } from '../base-styles';
import { define } from '../define';
import { downloadIcon } from '../shared/icons';
import { LocalizedElement } from '../shared/localized-element';
import type { DataTable } from './data-table';

type Format = 'svg' | 'png' | 'csv' | 'json';

/** Saves a picture as SVG or PNG and its numbers as CSV or JSON. */
export class ExportMenu extends LocalizedElement {
  static override properties = {
    data: { attribute: false },
    picture: { attribute: false },
    failed: { state: true },
  };

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: inline-block;
      }
      details {
        position: relative;
      }
      summary {
        display: inline-flex;
        gap: var(--al-space-2);
        align-items: center;
        min-height: 36px;
        padding: 4px 12px;
        border: 1px solid var(--al-control-line);
        border-radius: var(--al-radius);
        background: var(--al-surface);
        font-size: 0.875em;
        list-style: none;
        cursor: pointer;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary:hover,
      details[open] summary {
        background: var(--al-accent-soft);
      }
      summary svg {
        width: 16px;
        height: 16px;
        fill: none;
        stroke: currentColor;
        stroke-width: 1.75;
      }
      .menu {
        position: absolute;
        inset-inline-end: 0;
        bottom: calc(100% + 4px);
        z-index: 3;
        display: grid;
        min-width: 14em;
        padding: var(--al-space-1);
        border: 1px solid var(--al-control-line);
        border-radius: var(--al-radius);
        background: var(--al-surface);
        box-shadow: 0 4px 16px rgb(0 0 0 / 0.18);
      }
      .menu button {
        justify-content: flex-start;
        border-color: transparent;
      }
      @media (pointer: coarse) {
        summary {
          min-height: var(--al-touch);
        }
      }
    `,
  ];

  declare data: () => DataTable;
  /** The drawn picture; without one only numbers are offered. */
  declare picture: (() => SVGSVGElement | null | undefined) | undefined;

  /** What writes files could not be fetched. */
  declare private failed: boolean;

  constructor() {
    super();
    this.failed = false;
  }

  protected override render(): TemplateResult {
    const { stage } = this.t.explorer;
    return html`
      <details @focusout=${this.#leave} @keydown=${this.#escape}>
        <summary>${downloadIcon} ${stage.export}</summary>
        <div class="menu" tabindex="-1">
          ${this.picture === undefined ? null : [this.#item(stage.svg, 'svg'), this.#item(stage.png, 'png')]}
          ${this.#item(stage.csv, 'csv')} ${this.#item(stage.json, 'json')}
        </div>
      </details>
      ${this.failed ? html`<p role="alert">${this.t.explorer.loadFailed}</p>` : null}
    `;
  }

  #item(label: string, format: Format): TemplateResult {
    return html`<button type="button" @click=${() => void this.#save(format)}>${label}</button>`;
  }

  /** What writes files is fetched when the first one is asked for. */
  async #save(format: Format): Promise<void> {
    this.#close();
    try {
      const { saveCsv, saveJson, savePng, saveSvg } = await import('./export-file');
      const data = this.data();
      const picture = this.picture?.();
      if (format === 'csv') saveCsv(data);
      else if (format === 'json') saveJson(data);
      else if (picture) (format === 'svg' ? saveSvg : savePng)(picture, data.name);
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  #close(): void {
    const details = this.renderRoot.querySelector('details');
    if (!details?.open) return;
    details.open = false;
    details.querySelector('summary')?.focus();
  }

  /** The menu itself takes the focus because Safari gives none to a clicked button. */
  readonly #leave = (event: FocusEvent): void => {
    const details = this.renderRoot.querySelector('details');
    const inside = event.relatedTarget instanceof Node && details?.contains(event.relatedTarget);
    if (details && !inside) details.open = false;
  };

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#close();
  };
}

define('al-export-menu', ExportMenu);

declare global {
  interface HTMLElementTagNameMap {
    'al-export-menu': ExportMenu;
  }
}
