import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatNumber } from '../../i18n/locale';
import { baseStyles, fieldStyles } from '../base-styles';
import { define } from '../define';
import { LocalizedElement } from './localized-element';
import { type NumberLimits, parseNumber, snap } from './number-text';

/** A number was entered or stepped to. */
export type ValueChangeEvent<T = number> = CustomEvent<{ readonly value: T }>;

export function valueChange<T>(value: T): ValueChangeEvent<T> {
  return new CustomEvent('value-change', { detail: { value } });
}

/**
 * A text box for one number. Takes over on Enter or when left, refuses with a reason, and steps by the arrow keys
 * (ten steps with Shift or by Page Up and Page Down).
 *
 * @fires value-change `detail.value` is the number, within the limits.
 */
export class NumberField extends LocalizedElement {
  static override properties = {
    label: {},
    hideLabel: { type: Boolean },
    value: { type: Number },
    minimum: { type: Number },
    maximum: { type: Number },
    step: { type: Number },
    integer: { type: Boolean },
    disabled: { type: Boolean },
    draft: { state: true },
    refusal: { state: true },
  };

  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host {
        display: inline-block;
      }
      label {
        display: block;
        padding-bottom: var(--al-space-1);
      }
      input {
        width: 100%;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  declare label: string;
  declare hideLabel: boolean;
  declare value: number;
  declare minimum: number;
  declare maximum: number;
  declare step: number;
  declare integer: boolean;
  /** It can be read, not changed. */
  declare disabled: boolean;
  /** What is being typed, or was refused; `undefined` when the box shows `value`. */
  declare private draft: string | undefined;
  declare private refusal: string | undefined;

  constructor() {
    super();
    this.label = '';
    this.hideLabel = false;
    this.value = 0;
    this.minimum = -Number.MAX_VALUE;
    this.maximum = Number.MAX_VALUE;
    this.step = 1;
    this.integer = false;
    this.disabled = false;
  }

  get #limits(): NumberLimits {
    return { minimum: this.minimum, maximum: this.maximum, integer: this.integer };
  }

  /** Phone keyboards for numbers have no minus sign. */
  get #keyboard(): 'numeric' | 'decimal' | 'text' {
    if (this.minimum < 0) return 'text';
    return this.integer ? 'numeric' : 'decimal';
  }

  protected override render(): TemplateResult {
    return html`
      <label class=${this.hideLabel ? 'visually-hidden' : nothing} for="input">${this.label}</label>
      <input
        id="input"
        type="text"
        inputmode=${this.#keyboard}
        autocomplete="off"
        spellcheck="false"
        ?disabled=${this.disabled}
        .value=${live(this.draft ?? String(this.value))}
        aria-invalid=${this.refusal === undefined ? nothing : 'true'}
        aria-describedby=${this.refusal === undefined ? nothing : 'refusal'}
        @input=${this.#type}
        @change=${this.#commit}
        @keydown=${this.#step}
      />
      ${this.refusal === undefined ? nothing : html`<p id="refusal" class="field-error" role="alert">${this.refusal}</p>`}
    `;
  }

  #take(value: number): void {
    this.refusal = undefined;
    this.draft = undefined;
    if (value === this.value) return;
    this.value = value;
    this.dispatchEvent(valueChange(value));
  }

  readonly #type = (event: Event): void => {
    this.draft = (event.currentTarget as HTMLInputElement).value;
  };

  readonly #commit = (event: Event): void => {
    const parsed = parseNumber((event.currentTarget as HTMLInputElement).value, this.#limits);
    if ('value' in parsed) {
      this.#take(parsed.value);
      return;
    }
    const reasons = {
      'not-a-number': this.t.common.notANumber,
      'not-an-integer': this.t.common.notAnInteger,
      'out-of-range': this.t.common.outOfRange(formatNumber(this.minimum), formatNumber(this.maximum)),
    };
    this.refusal = reasons[parsed.refusal];
  };

  readonly #step = (event: KeyboardEvent): void => {
    const steps = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    const distance = steps * this.step * (event.shiftKey && Math.abs(steps) === 1 ? 10 : 1);
    this.#take(snap(this.value + distance, this.step, this.#limits));
  };
}

define('al-number-field', NumberField);

declare global {
  interface HTMLElementTagNameMap {
    'al-number-field': NumberField;
  }
}
