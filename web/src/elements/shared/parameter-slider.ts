import { css, html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatNumber } from '../../i18n/locale';
import { baseStyles } from '../base-styles';
import { define } from '../define';
import { LocalizedElement } from './localized-element';
import { type ValueChangeEvent, valueChange } from './number-field';
import { snap } from './number-text';

/** Steps of an arrow key that make a logarithmic slider ten times as much. */
const STEPS_PER_DECADE = 10;

/** What a positive number is rounded to so that two digits are left: 0.01 for 0.314. */
const unitOfSecondDigit = (value: number): number => 10 ** (Math.floor(Math.log10(value) + 1e-9) - 1);

/**
 * A labelled slider with the number beside it for exact entry. Entry may go beyond the slider's ends, up to `minimum` and
 * `maximum`; the slider covers `low` to `high`.
 *
 * @slot symbol  shown before the label, e.g. an `<al-formula>`.
 * @fires value-change `detail.value`, while dragging and when entered.
 */
export class ParameterSlider extends LocalizedElement {
  static override properties = {
    label: {},
    value: { type: Number },
    minimum: { type: Number },
    maximum: { type: Number },
    low: { type: Number },
    high: { type: Number },
    step: { type: Number },
    integer: { type: Boolean },
    logarithmic: { type: Boolean },
    disabled: { type: Boolean },
  };

  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 6em;
        align-items: center;
        gap: var(--al-space-1) var(--al-space-3);
      }
      .label {
        grid-column: 1 / -1;
        display: flex;
        gap: var(--al-space-2);
        align-items: baseline;
        font-size: 0.875em;
      }
      input {
        width: 100%;
        min-height: 32px;
        margin: 0;
        accent-color: var(--al-accent);
        cursor: pointer;
      }
      @media (pointer: coarse) {
        input {
          min-height: var(--al-touch);
        }
      }
    `,
  ];

  declare label: string;
  declare value: number;
  declare minimum: number;
  declare maximum: number;
  /** Left and right end of the slider. Default: the limits. */
  declare low: number | undefined;
  declare high: number | undefined;
  declare step: number;
  declare integer: boolean;
  /** Equal ways on the slider are equal ratios, between ends above 0; `step` is not used. */
  declare logarithmic: boolean;
  declare disabled: boolean;

  constructor() {
    super();
    this.label = '';
    this.value = 0;
    this.minimum = 0;
    this.maximum = 1;
    this.step = 0.01;
    this.integer = false;
    this.logarithmic = false;
    this.disabled = false;
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('input')?.focus(options);
  }

  protected override render(): TemplateResult {
    return html`
      <label class="label" for="range"><slot name="symbol"></slot>${this.label}</label>
      <input
        id="range"
        type="range"
        min=${this.#place(this.low ?? this.minimum)}
        max=${this.#place(this.high ?? this.maximum)}
        step="any"
        ?disabled=${this.disabled}
        aria-valuetext=${formatNumber(this.value)}
        .value=${live(String(this.#place(this.value)))}
        @input=${this.#slide}
        @keydown=${this.#step}
      />
      <al-number-field
        hideLabel
        .label=${this.t.common.valueOf(this.label)}
        .value=${this.value}
        .minimum=${this.minimum}
        .maximum=${this.maximum}
        .step=${this.logarithmic ? unitOfSecondDigit(this.value) : this.step}
        ?integer=${this.integer}
        ?disabled=${this.disabled}
        @value-change=${this.#enter}
      ></al-number-field>
    `;
  }

  #take(value: number): void {
    if (value === this.value) return;
    this.value = value;
    this.dispatchEvent(valueChange(value));
  }

  /** Where a value is on the slider. */
  #place(value: number): number {
    return this.logarithmic ? Math.log10(value) : value;
  }

  #snap(value: number): number {
    const step = this.logarithmic ? unitOfSecondDigit(value) : this.step;
    return snap(value, step, { minimum: this.low ?? this.minimum, maximum: this.high ?? this.maximum });
  }

  readonly #slide = (event: Event): void => {
    const place = (event.currentTarget as HTMLInputElement).valueAsNumber;
    this.#take(this.#snap(this.logarithmic ? 10 ** place : place));
  };

  /** `step="any"` keeps values that were entered exactly, but leaves the keys without a step. */
  readonly #step = (event: KeyboardEvent): void => {
    const steps = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 10, PageDown: -10 }[
      event.key
    ];
    if (steps === undefined) return;
    event.preventDefault();
    const next = this.logarithmic
      ? this.value * 10 ** (steps / STEPS_PER_DECADE)
      : this.value + steps * this.step;
    this.#take(this.#snap(next));
  };

  readonly #enter = (event: ValueChangeEvent): void => {
    event.stopPropagation();
    this.#take(event.detail.value);
  };
}

define('al-parameter-slider', ParameterSlider);

declare global {
  interface HTMLElementTagNameMap {
    'al-parameter-slider': ParameterSlider;
  }
}
