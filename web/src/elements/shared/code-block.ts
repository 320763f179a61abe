import { css, html, type TemplateResult } from 'lit';
import { baseStyles } from '../base-styles';
import { define } from '../define';
import './copy-button';
import { LocalizedElement } from './localized-element';

/** Source text with a caption and a button that copies it. */
export class CodeBlock extends LocalizedElement {
  static override properties = {
    caption: {},
    code: {},
  };

  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      figure {
        margin: 0;
        overflow: hidden;
        border: 1px solid var(--al-line);
        border-radius: var(--al-radius);
        background: var(--al-sunken);
      }
      figcaption {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--al-space-3);
        padding: var(--al-space-2) var(--al-space-2) var(--al-space-2) var(--al-space-4);
        border-bottom: 1px solid var(--al-line);
        font-size: 0.875em;
      }
      pre {
        margin: 0;
        padding: var(--al-space-3) var(--al-space-4);
        max-height: 50em;
        overflow: auto;
        overscroll-behavior: contain;
        font-family: var(--al-mono);
        font-size: 0.875em;
        line-height: 1.55;
        tab-size: 4;
      }
      code {
        font: inherit;
      }
      pre:focus-visible {
        outline-offset: -2px;
      }
    `,
  ];

  declare caption: string;
  declare code: string;

  constructor() {
    super();
    this.caption = '';
    this.code = '';
  }

  protected override render(): TemplateResult {
    return html`
      <figure>
        <figcaption>${this.caption}<al-copy-button .text=${this.code}></al-copy-button></figcaption>
        <pre tabindex="0" role="region" aria-label=${this.caption} translate="no"><code>${this.code}</code></pre>
      </figure>
    `;
  }
}

define('al-code-block', CodeBlock);

declare global {
  interface HTMLElementTagNameMap {
    'al-code-block': CodeBlock;
  }
}
