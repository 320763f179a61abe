import { css, html, type TemplateResult } from 'lit';
import { baseStyles, buttonStyles } from '../base-styles';
import { downloadIcon } from './icons';
import { LocalizedElement } from './localized-element';

export interface FileChoice<Kind extends string> {
  readonly kind: Kind;
  readonly label: string;
}

/** A button that opens a list of kinds of files, each to be saved. */
export abstract class FileMenu<Kind extends string> extends LocalizedElement {
  static override properties = {
    failure: { state: true },
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

  /** Why there is no file. */
  declare private failure: { readonly reason: unknown } | undefined;

  protected abstract get label(): string;
  protected abstract get choices(): readonly FileChoice<Kind>[];
  protected abstract save(kind: Kind): Promise<void>;

  /** What the reader is told when `save` was rejected; by default, that what writes files could not be fetched. */
  protected failureText(_reason: unknown): string {
    return this.t.explorer.loadFailed;
  }

  protected override render(): TemplateResult {
    return html`
      <details @focusout=${this.#leave} @keydown=${this.#escape}>
        <summary>${downloadIcon} ${this.label}</summary>
        <div class="menu" tabindex="-1">
          ${this.choices.map(
            ({ kind, label }) =>
              html`<button type="button" @click=${() => void this.#choose(kind)}>${label}</button>`,
          )}
        </div>
      </details>
      ${this.failure ? html`<p role="alert">${this.failureText(this.failure.reason)}</p>` : null}
    `;
  }

  async #choose(kind: Kind): Promise<void> {
    this.#close();
    try {
      await this.save(kind);
      this.failure = undefined;
    } catch (reason) {
      this.failure = { reason };
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
