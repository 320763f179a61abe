import { css, html, type TemplateResult } from 'lit';
import { baseStyles } from '../base-styles';
import { define } from '../define';
import { VIEWS, type View } from './explorer-state';
import { ExplorerView } from './explorer-view';

/** The views as tabs; arrow keys move between them. */
export class ExplorerTabs extends ExplorerView {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .tabs {
        display: flex;
        gap: var(--al-space-1);
        overflow-x: auto;
        border-bottom: 1px solid var(--al-line);
        scrollbar-width: thin;
      }
      button {
        flex: none;
        min-height: 40px;
        padding: 6px 12px;
        border: 0;
        border-bottom: 3px solid transparent;
        background: none;
        color: var(--al-muted);
        font: inherit;
        cursor: pointer;
      }
      button:hover {
        color: var(--al-ink);
      }
      button[aria-selected='true'] {
        border-bottom-color: var(--al-accent);
        color: var(--al-ink);
        font-weight: 700;
      }
      button:focus-visible {
        outline-offset: -3px;
      }
      @media (forced-colors: active) {
        button:not([aria-selected='true']) {
          border-bottom-color: Canvas;
        }
        button[aria-selected='true'] {
          border-bottom-color: Highlight;
        }
      }
      @media (pointer: coarse) {
        button {
          min-height: var(--al-touch);
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { views, viewsLabel } = this.t.explorer;
    return html`
      <div class="tabs" role="tablist" aria-label=${viewsLabel} @keydown=${this.#move}>
        ${VIEWS.map((view) => {
          const selected = view === this.model.view;
          return html`
            <button type="button" role="tab" aria-selected=${selected} tabindex=${selected ? 0 : -1} @click=${() => this.#choose(view)}>
              ${views[view]}
            </button>
          `;
        })}
      </div>
    `;
  }

  /** Where the tabs do not fit, the chosen one is in sight. */
  protected override updated(): void {
    const tabs = this.renderRoot.querySelector<HTMLElement>('.tabs');
    const chosen = this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]');
    if (tabs && chosen)
      tabs.scrollLeft = chosen.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - chosen.offsetWidth) / 2;
  }

  #choose(view: View): void {
    this.change({ view });
  }

  readonly #move = async (event: KeyboardEvent): Promise<void> => {
    const current = VIEWS.indexOf(this.model.view);
    const target = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: VIEWS.length - 1 }[
      event.key
    ];
    if (target === undefined) return;
    event.preventDefault();
    this.#choose(VIEWS[(target + VIEWS.length) % VIEWS.length] as View);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  };
}

define('al-explorer-tabs', ExplorerTabs);

declare global {
  interface HTMLElementTagNameMap {
    'al-explorer-tabs': ExplorerTabs;
  }
}
