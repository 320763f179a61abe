import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { baseStyles, buttonStyles, fieldStyles } from '../base-styles';
import { define } from '../define';
import { LocalizedElement } from '../shared/localized-element';
import { valueChange } from '../shared/number-field';
import { EXAMPLE_TENSOR } from './pipeline-state';
import { sameTensor, type Tensor } from './tensor';
import { bracketedTensor, parseTensor, type TensorTextError } from './tensor-text';
import { type PipelineTexts, textsOf } from './texts';

function reason(texts: PipelineTexts, error: TensorTextError): string {
  const { errors } = texts;
  switch (error.code) {
    case 'empty':
      return errors.empty;
    case 'not-a-number':
      return errors.notANumber(error.found);
    case 'number-expected':
      return errors.numberExpected(error.found);
    case 'row-expected':
      return errors.rowExpected(error.found);
    case 'unclosed':
      return errors.unclosed;
    case 'text-after-end':
      return errors.textAfterEnd(error.found);
    case 'too-deep':
      return errors.tooDeep;
    case 'shortened':
      return errors.shortened;
    case 'ragged':
      return errors.ragged(error.row, error.expected, error.found);
    case 'too-many-rows':
      return errors.tooManyRows;
    case 'too-many-columns':
      return errors.tooManyColumns;
  }
}

/**
 * A text box for a tensor that says where a text stops being one.
 *
 * @fires value-change `detail.value` is the tensor, as soon as the text is one.
 */
export class TensorEditor extends LocalizedElement {
  static override properties = {
    tensor: { attribute: false },
    text: { state: true },
    error: { state: true },
  };

  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    css`
      :host {
        display: block;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--al-space-2);
        min-height: 36px;
      }
      label {
        font-weight: 600;
      }
      .shape {
        margin-inline-start: var(--al-space-2);
        color: var(--al-muted);
        font-size: 0.875em;
        font-weight: 400;
      }
      textarea {
        display: block;
        width: 100%;
        min-height: 5.6em;
        max-height: 24em;
        padding: var(--al-space-2) var(--al-space-3);
        resize: vertical;
        font-family: var(--al-mono);
        font-size: 0.9375em;
        white-space: pre;
        overflow: auto;
      }
      .hint {
        margin: var(--al-space-1) 0 0;
        color: var(--al-muted);
        font-size: 0.875em;
      }
    `,
  ];

  declare tensor: Tensor;
  declare private text: string;
  declare private error: TensorTextError | undefined;

  constructor() {
    super();
    this.tensor = EXAMPLE_TENSOR;
    this.text = '';
  }

  get #texts(): PipelineTexts {
    return textsOf(this);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('tensor')) return;
    const parsed = parseTensor(this.text);
    if ('tensor' in parsed && sameTensor(parsed.tensor, this.tensor)) return;
    this.text = bracketedTensor(this.tensor);
    this.error = undefined;
  }

  protected override render(): TemplateResult {
    const texts = this.#texts;
    const { rank, rows, columns } = this.tensor;
    return html`
      <div class="head">
        <label for="text">
          ${texts.tensorLabel}
          <span class="shape">${rank === 1 ? texts.shapeVector(columns) : texts.shape(rows, columns)}</span>
        </label>
        ${
          sameTensor(this.tensor, EXAMPLE_TENSOR) && this.error === undefined
            ? nothing
            : html`<button type="button" class="quiet" @click=${this.#reset}>${texts.tensorExample}</button>`
        }
      </div>
      <textarea
        id="text"
        rows="4"
        spellcheck="false"
        autocomplete="off"
        autocapitalize="off"
        translate="no"
        aria-describedby="hint"
        aria-invalid=${this.error === undefined ? nothing : 'true'}
        .value=${live(this.text)}
        @input=${this.#read}
      ></textarea>
      ${this.#renderHint()}
    `;
  }

  #renderHint(): TemplateResult {
    const texts = this.#texts;
    const { error } = this;
    if (error === undefined) return html`<p id="hint" class="hint">${texts.tensorHint}</p>`;
    return html`
      <p id="hint" class="field-error" role="alert">
        ${texts.errorAt(error.line, error.column, reason(texts, error))} ${texts.tensorKept}
      </p>
    `;
  }

  #take(text: string): void {
    const parsed = parseTensor(text);
    this.text = text;
    this.error = 'error' in parsed ? parsed.error : undefined;
    if ('error' in parsed || sameTensor(parsed.tensor, this.tensor)) return;
    this.tensor = parsed.tensor;
    this.dispatchEvent(valueChange(parsed.tensor));
  }

  readonly #read = (event: Event): void => this.#take((event.currentTarget as HTMLTextAreaElement).value);

  readonly #reset = (): void => {
    this.#take(bracketedTensor(EXAMPLE_TENSOR));
    this.renderRoot.querySelector('textarea')?.focus();
  };
}

define('al-tensor-editor', TensorEditor);

declare global {
  interface HTMLElementTagNameMap {
    'al-tensor-editor': TensorEditor;
  }
}
