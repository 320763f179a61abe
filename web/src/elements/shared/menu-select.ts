import { css, html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { baseStyles, fieldStyles } from '../base-styles';
import { define } from '../define';
import { LocalizedElement } from './localized-element';
import { valueChange } from './number-field';
import type { Option } from './segmented-choice';

export interface OptionGroup {
  /** Heading of the group; empty for options without one. */
  readonly label: string;
  readonly options: readonly Option[];
}

/**
 * A labelled native menu with groups.
 *
 * @fires value-change `detail.value` is the chosen option's value.
 */
export class MenuSelect extends LocalizedElement {
  static override properties = {
    label: {},
    hideLabel: { type: Boolean },
    groups: { attribute: false },
    value: {},
    placeholder: {},
    disabled: { type: Boolean },
  };

  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host {
        display: inline-block;
        min-width: 0;
      }
      label {
        display: block;
        padding-bottom: var(--al-space-1);
        font-size: 0.875em;
      }
      select {
        width: 100%;
      }
    `,
  ];

  declare label: string;
  declare hideLabel: boolean;
  declare groups: readonly OptionGroup[];
  declare value: string;
  /** Shown while `value` is empty: makes the menu an action such as “Add …”. */
  declare placeholder: string;
  declare disabled: boolean;

  constructor() {
    super();
    this.label = '';
    this.hideLabel = false;
    this.groups = [];
    this.value = '';
    this.placeholder = '';
    this.disabled = false;
  }

  protected override render(): TemplateResult {
    return html`
      <label class=${this.hideLabel ? 'visually-hidden' : ''} for="menu">${this.label}</label>
      <select id="menu" ?disabled=${this.disabled} .value=${live(this.value)} @change=${this.#choose}>
        ${this.placeholder === '' ? '' : html`<option value="" ?selected=${this.value === ''}>${this.placeholder}</option>`}
        ${this.groups.map(({ label, options }) =>
          label === ''
            ? this.#renderOptions(options)
            : html`<optgroup label=${label}>${this.#renderOptions(options)}</optgroup>`,
        )}
      </select>
    `;
  }

  #renderOptions(options: readonly Option[]): TemplateResult[] {
    return options.map(
      ({ value, label }) => html`<option value=${value} ?selected=${value === this.value}>${label}</option>`,
    );
  }

  readonly #choose = (event: Event): void => {
    this.value = (event.currentTarget as HTMLSelectElement).value;
    this.dispatchEvent(valueChange(this.value));
  };
}

define('al-menu-select', MenuSelect);

declare global {
  interface HTMLElementTagNameMap {
    'al-menu-select': MenuSelect;
  }
}
