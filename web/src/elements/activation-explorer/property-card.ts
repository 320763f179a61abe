import { css, html, nothing, type TemplateResult } from 'lit';
import type { Lab } from '../../engine/activation-lab';
import type { ActivationInfo } from '../../engine/catalogue';
import { localeOf } from '../../i18n/locale';
import type { Chosen } from '../../state/chosen-field';
import { baseStyles } from '../base-styles';
import { define } from '../define';
import '../shared/code-block';
import '../shared/formula';
import { LocalizedElement } from '../shared/localized-element';
import type { ValueChangeEvent } from '../shared/number-field';
import '../shared/segmented-choice';
import { infoOf, propertiesOf } from './engine-access';
import { viewStyles } from './explorer-view';
import { type Framework, snippetsOf } from './framework-code';
import { withPrimes } from './naming';
import { propertyFacts } from './property-facts';

/**
 * All that is known of one activation: formulas, properties, code, paper.
 *
 * @fires framework-change `detail` is the framework whose code the reader wants.
 */
export class PropertyCard extends LocalizedElement {
  static override properties = {
    lab: { attribute: false },
    chosen: { attribute: false },
    framework: { attribute: false },
  };

  static override styles = [
    baseStyles,
    viewStyles,
    css`
      .panel {
        display: grid;
        gap: var(--al-space-4);
        grid-template-columns: minmax(0, 1fr);
      }
      h2 {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--al-space-3);
        align-items: baseline;
        justify-content: space-between;
        margin: 0;
        font-size: 1.125em;
      }
      h2 small {
        color: var(--al-muted);
        font-size: 0.75em;
        font-weight: 400;
      }
      .formulas {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--al-space-2) var(--al-space-2);
        align-items: center;
        margin: 0;
      }
      .formulas dt {
        font-family: var(--al-math);
        font-style: italic;
        white-space: nowrap;
      }
      .formulas dd {
        margin: 0;
        overflow-x: auto;
        overflow-y: hidden;
      }
      .facts {
        display: grid;
        grid-template-columns: minmax(6.5em, auto) minmax(0, 1fr);
        margin: 0;
        font-size: 0.9375em;
      }
      .facts > * {
        margin: 0;
        padding: 5px 0;
        border-top: 1px solid var(--al-line);
      }
      .facts dt {
        padding-inline-end: var(--al-space-3);
        color: var(--al-muted);
      }
      .facts dd {
        font-variant-numeric: tabular-nums;
      }
      .code {
        display: grid;
        gap: var(--al-space-2);
        grid-template-columns: minmax(0, 1fr);
      }
      al-segmented-choice {
        font-size: 0.8125em;
      }
      .paper {
        margin: 0;
        font-size: 0.875em;
      }
      a {
        color: var(--al-accent);
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare lab: Lab;
  declare chosen: Chosen;
  declare framework: Framework;

  protected override render(): TemplateResult {
    const { card, families } = this.t.explorer;
    const info = infoOf(this.lab, this.chosen.key);
    const name = localeOf(this) === 'zh-CN' ? info.nameZh : info.name;
    return html`
      <section class="panel" aria-labelledby="name">
        <h2 id="name">${name} <small>${families[info.family]}</small></h2>
        <dl class="formulas">
          ${[info.latex, info.latexDerivative, info.latexSecondDerivative].map(
            (latex, order) =>
              html`<dt>${withPrimes('f', order)}(x) =</dt><dd><al-formula latex=${latex}></al-formula></dd>`,
          )}
        </dl>
        <dl class="facts">
          ${propertyFacts(info, propertiesOf(this.lab, this.chosen), this.t.explorer).map(
            ({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`,
          )}
        </dl>
        ${this.#code(info)}
        ${info.paper.url === '' ? nothing : html`<p class="paper">${card.paper} ${this.#paper(info)}</p>`}
      </section>
    `;
  }

  #code(info: ActivationInfo): TemplateResult {
    const { card } = this.t.explorer;
    const snippets = snippetsOf(info, this.chosen);
    const shown = snippets.find(({ framework }) => framework === this.framework) ?? snippets[0];
    if (shown === undefined) return html``;
    return html`
      <div class="code">
        <al-segmented-choice
          label=${card.code}
          .options=${snippets.map(({ framework }) => ({ value: framework, label: card.frameworks[framework] }))}
          .value=${shown.framework}
          @value-change=${this.#choose}
        ></al-segmented-choice>
        <al-code-block caption=${card.codeIn(card.frameworks[shown.framework])} .code=${shown.code}></al-code-block>
      </div>
    `;
  }

  #paper({ paper }: ActivationInfo): TemplateResult {
    return html`${paper.authors} (${paper.year}). <a href=${paper.url} target="_blank" rel="noopener noreferrer" lang="en">${paper.title}</a>`;
  }

  readonly #choose = (event: ValueChangeEvent<string>): void => {
    this.dispatchEvent(new CustomEvent('framework-change', { detail: event.detail.value }));
  };
}

define('al-property-card', PropertyCard);

declare global {
  interface HTMLElementTagNameMap {
    'al-property-card': PropertyCard;
  }
}
