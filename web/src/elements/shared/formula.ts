import { shelves } from 'virtual:formulas';
import { css, html, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { baseStyles } from '../base-styles';
import { define } from '../define';
import { formulaKey, shelfOf } from './formula-key';
import { LocalizedElement } from './localized-element';
import { loadMathFont } from './math-font';

/** Formulas are typeset at build time and fetched when the first one of their shelf is shown. */
async function mathmlOf(key: string): Promise<string | undefined> {
  const { formulas } = (await shelves[shelfOf(key)]?.()) ?? {};
  return formulas?.[key];
}

/** A formula of the catalogue as MathML, or its LaTeX source while that loads or where it is not in the catalogue. */
export class Formula extends LocalizedElement {
  static override properties = {
    latex: {},
    mathml: { state: true },
  };

  static override styles = [
    baseStyles,
    css`
      :host {
        display: inline-block;
        max-width: 100%;
      }
      math {
        font-family: var(--al-math);
      }
      mtd {
        padding-inline: 0;
        text-align: start;
      }
      mtd + mtd {
        padding-inline-start: 1em;
      }
      code {
        font-family: var(--al-mono);
        font-size: 0.875em;
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare latex: string;
  declare private mathml: string | undefined;

  constructor() {
    super();
    this.latex = '';
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('latex') && this.latex !== '') void this.#typeset(this.latex);
  }

  protected override render(): TemplateResult {
    if (this.mathml === undefined) return html`<code>${this.latex}</code>`;
    return html`${unsafeHTML(this.mathml.replaceAll('>otherwise<', `>${this.t.common.otherwise}<`))}`;
  }

  async #typeset(latex: string): Promise<void> {
    loadMathFont();
    const mathml = await mathmlOf(formulaKey(latex));
    if (latex === this.latex) this.mathml = mathml;
  }
}

define('al-formula', Formula);

declare global {
  interface HTMLElementTagNameMap {
    'al-formula': Formula;
  }
}
