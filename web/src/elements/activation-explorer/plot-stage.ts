import { css, html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../i18n/locale';
import { type PlotContent, PlotSurface } from '../../plot/plot-surface';
import type { ViewWindow } from '../../plot/view-window';
import { baseStyles, buttonStyles } from '../base-styles';
import { define } from '../define';
import type { DataTable } from './data-table';
import './export-menu';
import { LocalizedElement } from '../shared/localized-element';

/** Tick labels in the notation of the page. */
export const tickFormat = (value: number, decimals: number): string =>
  value === 0 ? '0' : formatNumber(value, Math.abs(value) < 1e-4 ? { significant: 3 } : { decimals });

/**
 * A plot with its tools: zoom, fit, equal units, reset, export.
 *
 * @fires view-change, view-reset, probe-change as the plot surface; `view-fit` and `equal-change` (`detail` true or false).
 */
export class PlotStage extends LocalizedElement {
  static override properties = {
    content: { attribute: false },
    view: { attribute: false },
    equalUnits: { attribute: false },
    probe: { attribute: false },
    data: { attribute: false },
    bare: { type: Boolean },
  };

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: block;
      }
      .frame {
        border: 1px solid var(--al-line);
        border-radius: var(--al-radius);
        background: var(--al-paper);
        overflow: hidden;
      }
      al-plot-surface {
        width: 100%;
        aspect-ratio: var(--stage-ratio, 16 / 10);
        min-height: var(--stage-least, 240px);
        max-height: var(--stage-most, min(72vh, 60rem));
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: var(--al-space-1) var(--al-space-2);
        align-items: center;
        padding-top: var(--al-space-2);
      }
      .tools button {
        padding-inline: 10px;
        font-size: 0.875em;
      }
      .tools button.icon {
        padding: 0;
        font-size: 1.125em;
      }
      button[aria-pressed='true'] {
        border-color: var(--al-accent);
        background: var(--al-accent-soft);
      }
      .help {
        flex: 1 1 16em;
        margin: 0;
        color: var(--al-muted);
        font-size: 0.8125em;
      }
      .touch {
        display: none;
      }
      @media (pointer: coarse) {
        .mouse {
          display: none;
        }
        .touch {
          display: inline;
        }
      }
      al-export-menu {
        margin-inline-start: auto;
      }
      @media (forced-colors: active) {
        button[aria-pressed='true'] {
          outline: 2px solid Highlight;
          outline-offset: -3px;
        }
      }
    `,
  ];

  declare content: PlotContent;
  declare view: ViewWindow;
  declare equalUnits: boolean;
  declare probe: number | undefined;
  /** The numbers behind the picture, asked for when they are exported. */
  declare data: () => DataTable;
  /** Only the picture and its export, for a plot that follows another one. */
  declare bare: boolean;

  constructor() {
    super();
    this.equalUnits = false;
    this.bare = false;
  }

  get #surface(): PlotSurface | null {
    return this.renderRoot.querySelector<PlotSurface>('al-plot-surface');
  }

  protected override render(): TemplateResult {
    return html`
      <div class="frame">
        <al-plot-surface
          .content=${this.content}
          .view=${this.view}
          .equalUnits=${this.equalUnits}
          .probe=${this.probe}
          @view-change=${this.#forward}
          @view-reset=${this.#forward}
          @probe-change=${this.#forward}
        ></al-plot-surface>
      </div>
      <div class="tools">
        ${this.bare ? nothing : this.#tools()}
        <al-export-menu .data=${this.data} .picture=${() => this.#surface?.picture}></al-export-menu>
      </div>
    `;
  }

  #tools(): TemplateResult {
    const { stage } = this.t.explorer;
    const ask = (type: string, detail?: unknown) => () =>
      this.dispatchEvent(new CustomEvent(type, { detail }));
    return html`
      <button type="button" class="icon" aria-label=${stage.zoomOut} @click=${() => this.#surface?.zoomBy(-1)}>−</button>
      <button type="button" class="icon" aria-label=${stage.zoomIn} @click=${() => this.#surface?.zoomBy(1)}>+</button>
      <button type="button" title=${stage.fitHint} @click=${ask('view-fit')}>${stage.fit}</button>
      <button
        type="button"
        title=${stage.equalHint}
        aria-pressed=${this.equalUnits}
        @click=${ask('equal-change', !this.equalUnits)}
      >${stage.equal}</button>
      <button type="button" @click=${ask('view-reset')}>${this.t.common.reset}</button>
      <p class="help"><span class="mouse">${stage.helpMouse}</span><span class="touch">${stage.helpTouch}</span></p>
    `;
  }

  readonly #forward = (event: Event): void => {
    this.dispatchEvent(new CustomEvent(event.type, { detail: (event as CustomEvent).detail }));
  };
}

define('al-plot-surface', PlotSurface);
define('al-plot-stage', PlotStage);

declare global {
  interface HTMLElementTagNameMap {
    'al-plot-surface': PlotSurface;
    'al-plot-stage': PlotStage;
  }
}
