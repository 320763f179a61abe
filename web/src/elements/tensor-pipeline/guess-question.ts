import { css, html, nothing, type TemplateResult } from 'lit';
import { baseStyles, buttonStyles } from '../base-styles';
import { define } from '../define';
import { LocalizedElement } from '../shared/localized-element';
import { valueChange } from '../shared/number-field';
import type { Guess } from './pipeline-state';
import { type PipelineTexts, textsOf } from './texts';

const CHOICES: readonly (readonly [guess: Guess, text: string])[] = [
  ['minus-infinity', '−∞'],
  ['-1', '−1'],
  ['0', '0'],
  ['0.5', '0.5'],
];
const RIGHT: Guess = '0.5';

function verdict(texts: PipelineTexts, guess: Guess): string {
  const text = CHOICES.find(([choice]) => choice === guess)?.[1];
  if (text === undefined) return texts.answerShown;
  return guess === RIGHT ? texts.guessedRight(text) : texts.guessedOther(text);
}

/**
 * Asks for the smallest output of ReLU followed by Sigmoid, then says why it is 0.5.
 *
 * @fires value-change `detail.value` is the guess.
 */
export class GuessQuestion extends LocalizedElement {
  static override properties = {
    guess: {},
    smallest: {},
  };

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: block;
        padding: var(--al-space-4);
        border: 1px solid var(--al-line);
        border-inline-start: 4px solid var(--al-accent);
        border-radius: var(--al-radius);
        background: var(--al-surface);
      }
      h3,
      p {
        margin: 0 0 var(--al-space-2);
      }
      h3 {
        font-size: 1em;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: var(--al-space-2);
        margin-top: var(--al-space-3);
      }
      .choices button {
        min-width: 4em;
        min-height: var(--al-touch);
        font-variant-numeric: tabular-nums;
      }
      .verdict {
        font-weight: 600;
      }
      .verdict:focus-visible {
        outline-offset: 4px;
      }
    `,
  ];

  declare guess: Guess;
  /** Smallest of the outputs at hand, as text. */
  declare smallest: string;

  constructor() {
    super();
    this.guess = 'none';
    this.smallest = '';
  }

  get #texts(): PipelineTexts {
    return textsOf(this);
  }

  protected override render(): TemplateResult {
    return this.guess === 'none' ? this.#renderQuestion() : this.#renderAnswer();
  }

  #renderQuestion(): TemplateResult {
    const texts = this.#texts;
    return html`
      <h3>${texts.questionTitle}</h3>
      <p id="question">${texts.question}</p>
      <div class="choices" role="group" aria-labelledby="question">
        ${CHOICES.map(([guess, text]) => html`<button type="button" @click=${() => this.#answer(guess)}>${text}</button>`)}
        <button type="button" class="quiet" @click=${() => this.#answer('shown')}>${texts.showMe}</button>
      </div>
    `;
  }

  #renderAnswer(): TemplateResult {
    const texts = this.#texts;
    return html`
      <h3 class="verdict" tabindex="-1">${verdict(texts, this.guess)}</h3>
      <p>${texts.explanation}</p>
      <p>${texts.explanationGradient}</p>
      ${this.smallest === '' ? nothing : html`<p>${texts.smallestHere(this.smallest)}</p>`}
      <button type="button" class="quiet" @click=${() => this.#answer('none')}>${texts.answerAgain}</button>
    `;
  }

  /** The buttons go away with the click, so the focus is moved to what takes their place. */
  async #answer(guess: Guess): Promise<void> {
    this.guess = guess;
    this.dispatchEvent(valueChange(guess));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.verdict, .choices button')?.focus();
  }
}

define('al-guess-question', GuessQuestion);

declare global {
  interface HTMLElementTagNameMap {
    'al-guess-question': GuessQuestion;
  }
}
