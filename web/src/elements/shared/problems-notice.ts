import { css, html, nothing, type TemplateResult } from 'lit';
import type { StateProblem } from '../../state/codec';
import { baseStyles, buttonStyles } from '../base-styles';
import { define } from '../define';
import { LocalizedElement } from './localized-element';

const MOST_LINES = 4;

/**
 * Names what a link asked for and could not get.
 *
 * @fires dismiss when the reader has seen it.
 */
export class ProblemsNotice extends LocalizedElement {
  static override properties = { problems: { attribute: false } };

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: start;
        justify-content: space-between;
        gap: var(--al-space-3);
        margin-block: var(--al-space-4);
        padding: var(--al-space-3) var(--al-space-4);
        border: 1px solid var(--al-line);
        border-inline-start: 4px solid var(--al-negative);
        border-radius: var(--al-radius);
        background: var(--al-surface);
      }
      p {
        margin: 0;
        font-weight: 600;
      }
      ul {
        margin: var(--al-space-1) 0 0;
        padding-inline-start: 1.2em;
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare problems: readonly StateProblem[];

  constructor() {
    super();
    this.problems = [];
  }

  protected override render(): TemplateResult {
    const { common } = this.t;
    const hidden = this.problems.length - MOST_LINES;
    return html`
      <div role="alert">
        <p>${common.problemsTitle}</p>
        <ul>
          ${this.problems.slice(0, MOST_LINES).map((problem) => html`<li>${this.#describe(problem)}</li>`)}
          ${hidden > 0 ? html`<li>${common.problemMore(hidden)}</li>` : nothing}
        </ul>
      </div>
      <button type="button" @click=${() => this.dispatchEvent(new Event('dismiss'))}>${common.dismiss}</button>
    `;
  }

  #describe(problem: StateProblem): string {
    const { common } = this.t;
    return problem.kind === 'newer-version'
      ? common.problemNewer
      : common.problem(problem.key, problem.value);
  }
}

define('al-problems-notice', ProblemsNotice);

declare global {
  interface HTMLElementTagNameMap {
    'al-problems-notice': ProblemsNotice;
  }
}
