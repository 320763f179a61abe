import { css, html, nothing, type TemplateResult } from 'lit';
import { plotStyles } from '../../plot/plot-styles';
import type { Chosen } from '../../state/chosen-field';
import { baseStyles, buttonStyles } from '../base-styles';
import { define } from '../define';
import { addIcon, closeIcon } from '../shared/icons';
import { infoOf } from './engine-access';
import { removeCurve } from './explorer-actions';
import { MOST_CURVES } from './explorer-state';
import { ExplorerView } from './explorer-view';
import { curveName } from './naming';
import { swatch, swatchStyles } from './swatch';

/** The legend: the curves on the plot, one of them in focus. */
export class CurveBar extends ExplorerView {
  static override properties = {
    ...ExplorerView.properties,
    picking: { state: true },
    failed: { state: true },
  };

  static override styles = [
    baseStyles,
    buttonStyles,
    plotStyles,
    swatchStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .group {
        display: flex;
        flex-wrap: wrap;
        gap: var(--al-space-2);
        align-items: center;
      }
      .chip {
        display: inline-flex;
        max-width: 100%;
        border: 1px solid var(--al-line);
        border-radius: 999px;
        background: var(--al-surface);
        overflow: clip;
        overflow-clip-margin: 4px;
      }
      .chip button {
        border: 0;
        border-radius: 0;
        background: none;
      }
      .chip .name {
        padding-inline: 12px;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .chip .name:not(:last-child) {
        padding-inline-end: 4px;
      }
      .chip:has([aria-pressed='true']) {
        border-color: var(--al-ink);
        box-shadow: inset 0 0 0 1px var(--al-ink);
      }
      .chip [aria-pressed='true'] {
        font-weight: 700;
      }
      .chip svg.swatch {
        width: 20px;
      }
      .remove {
        width: 34px;
        min-width: 34px;
        padding: 0;
        color: var(--al-muted);
      }
      @media (forced-colors: active) {
        button[aria-pressed='true'] {
          outline: 2px solid Highlight;
          outline-offset: -3px;
        }
      }
    `,
  ];

  /** The picker was opened at least once. */
  declare private picking: boolean;
  /** Its code could not be fetched. */
  declare private failed: boolean;

  constructor() {
    super();
    this.picking = false;
    this.failed = false;
  }

  protected override render(): TemplateResult {
    const { bar } = this.t.explorer;
    const { curves } = this.model;
    return html`
      <div class="group" role="group" aria-label=${bar.curves}>
        ${curves.map((chosen, i) => this.#chip(chosen, i))}
        <button type="button" ?disabled=${curves.length >= MOST_CURVES} @click=${this.#pick}>${addIcon} ${bar.add}</button>
      </div>
      ${this.failed ? html`<p role="alert">${this.t.explorer.loadFailed}</p>` : nothing}
      ${this.picking ? html`<al-activation-picker .lab=${this.lab} .model=${this.model}></al-activation-picker>` : nothing}
    `;
  }

  #chip(chosen: Chosen, index: number): TemplateResult {
    const { curves, colours, focus } = this.model;
    const { bar } = this.t.explorer;
    const name = curveName(infoOf(this.lab, chosen.key), chosen);
    return html`
      <span class="chip">
        <button type="button" class="name" aria-pressed=${index === focus} @click=${() => this.change({ focus: index })}>
          ${swatch(colours[index] ?? 0)} ${name}
        </button>
        ${
          curves.length > 1
            ? html`<button type="button" class="remove" aria-label=${bar.remove(name)} @click=${() => this.#remove(index, name)}>${closeIcon}</button>`
            : nothing
        }
      </span>
    `;
  }

  #remove(index: number, name: string): void {
    this.change(removeCurve(this.model, index));
    this.say(this.t.explorer.bar.removed(name));
  }

  readonly #pick = async (): Promise<void> => {
    try {
      await import('./activation-picker');
    } catch {
      this.failed = true;
      return;
    }
    this.failed = false;
    this.picking = true;
    await this.updateComplete;
    await this.renderRoot.querySelector('al-activation-picker')?.open();
  };
}

define('al-curve-bar', CurveBar);

declare global {
  interface HTMLElementTagNameMap {
    'al-curve-bar': CurveBar;
  }
}
