import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Problem } from '../../../engine/problem';
import { baseStyles, fieldStyles } from '../../base-styles';
import { define } from '../../define';
import { datasetOf } from '../model/data-spec';
import { NetworkPart } from '../network-part';
import { sentence } from '../problem-text';

/** As the engine knows them. */
const FUNCTIONS =
  'sin, cos, tan, atan, exp, log, sqrt, abs, sign, step, floor, tanh, sigmoid, relu, softplus, min, max';

/** A text box for the formula of a data set. Takes over on Enter or when left; refuses with a reason, and leads to the fault. */
export class FormulaField extends NetworkPart {
  static override properties = {
    ...NetworkPart.properties,
    draft: { state: true },
    fault: { state: true },
  };

  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host {
        display: grid;
        gap: var(--al-space-1);
        font-size: 0.875em;
      }
      #formula {
        width: 100%;
        font-family: var(--al-mono);
      }
      p {
        margin: 0;
      }
      .note {
        color: var(--al-muted);
        font-size: 0.9375em;
        text-wrap: pretty;
      }
    `,
  ];

  /** What is being typed, or was refused; `undefined` when the box shows the formula in use. */
  declare private draft: string | undefined;
  declare private fault: Problem | undefined;

  get #formula(): string {
    return this.model.formula || datasetOf(this.choices, this.model).formula;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('model');
    // Another one has been set from outside.
    if (before !== undefined && before.formula !== this.model.formula) this.#forget();
  }

  protected override render(): TemplateResult {
    const { texts, draft, fault } = this;
    return html`
      <label for="formula">${texts.formula}</label>
      <input
        id="formula"
        type="text"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        translate="no"
        ?disabled=${this.parts.locks('dataset-parameters')}
        .value=${live(draft ?? this.#formula)}
        aria-invalid=${fault === undefined ? nothing : 'true'}
        aria-describedby=${fault === undefined ? 'hint' : 'fault hint'}
        @input=${this.#type}
        @change=${this.#commit}
        @keydown=${this.#escape}
      />
      ${fault === undefined ? nothing : html`<p id="fault" class="field-error" role="alert">${sentence(texts, fault)}</p>`}
      <p id="hint" class="note">${texts.formulaHint(FUNCTIONS)}</p>
    `;
  }

  #forget(): void {
    this.draft = undefined;
    this.fault = undefined;
  }

  readonly #type = (event: Event): void => {
    this.draft = (event.currentTarget as HTMLInputElement).value;
  };

  readonly #commit = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const formula = input.value.trim();
    this.fault = this.choices.faultOf(formula);
    if (this.fault === undefined) {
      this.#forget();
      if (formula !== this.#formula) this.change({ formula });
    } else if (this.shadowRoot?.activeElement === input) {
      input.setSelectionRange(this.fault.minimum, input.value.length);
    }
  };

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#forget();
  };
}

define('al-formula-field', FormulaField);

declare global {
  interface HTMLElementTagNameMap {
    'al-formula-field': FormulaField;
  }
}
