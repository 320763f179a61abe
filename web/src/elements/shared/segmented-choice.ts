import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { baseStyles } from '../base-styles';
import { define } from '../define';
import { LocalizedElement } from './localized-element';
import { valueChange } from './number-field';

export interface Option<T extends string = string> {
  readonly value: T;
  readonly label: string;
  /** Language of the label where it is not that of the page. */
  readonly lang?: string;
}

/**
 * A few alternatives side by side, one of them chosen: radio buttons in the shape of a segmented control.
 *
 * @fires value-change `detail.value` is the chosen option's value.
 */
export class SegmentedChoice extends LocalizedElement {
  static override properties = {
    label: {},
    showLabel: { type: Boolean },
    options: { attribute: false },
    value: {},
    disabled: { type: Boolean },
  };

  static override styles = [
    baseStyles,
    css`
      :host {
        display: inline-block;
      }
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0 0 var(--al-space-1);
        font-size: 0.875em;
      }
      .options {
        display: flex;
        flex-wrap: wrap;
        gap: 1px;
        overflow: hidden;
        width: fit-content;
        border: 1px solid var(--al-control-line);
        border-radius: var(--al-radius);
        background: var(--al-line);
      }
      .options:focus-within:has(:focus-visible) {
        outline: 2px solid var(--al-accent);
        outline-offset: 2px;
      }
      label {
        position: relative;
        display: grid;
        flex: 1 0 auto;
        place-items: center;
        min-height: 34px;
        padding: 2px 12px;
        background: var(--al-surface);
        cursor: pointer;
      }
      @media (pointer: coarse) {
        label {
          min-height: calc(var(--al-touch) - 2px);
        }
      }
      label:hover {
        background: var(--al-accent-soft);
      }
      fieldset:disabled label {
        background: var(--al-surface);
        color: var(--al-muted);
        cursor: default;
      }
      label:has(:checked) {
        background: var(--al-accent);
        color: var(--al-on-accent);
      }
      input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      @media (forced-colors: active) {
        label:has(:checked) {
          forced-color-adjust: none;
          background: Highlight;
          color: HighlightText;
        }
      }
    `,
  ];

  declare label: string;
  declare showLabel: boolean;
  declare options: readonly Option[];
  declare value: string;
  declare disabled: boolean;

  constructor() {
    super();
    this.label = '';
    this.showLabel = false;
    this.options = [];
    this.value = '';
    this.disabled = false;
  }

  protected override render(): TemplateResult {
    return html`
      <fieldset ?disabled=${this.disabled}>
        <legend class=${this.showLabel ? '' : 'visually-hidden'}>${this.label}</legend>
        <div class="options">
          ${this.options.map(
            ({ value, label, lang }) => html`
              <label lang=${lang ?? nothing}>
                <input type="radio" name="choice" value=${value} .checked=${live(value === this.value)} @change=${this.#choose} />
                ${label}
              </label>
            `,
          )}
        </div>
      </fieldset>
    `;
  }

  readonly #choose = (event: Event): void => {
    this.value = (event.currentTarget as HTMLInputElement).value;
    this.dispatchEvent(valueChange(this.value));
  };
}

define('al-segmented-choice', SegmentedChoice);

declare global {
  interface HTMLElementTagNameMap {
    'al-segmented-choice': SegmentedChoice;
  }
}
