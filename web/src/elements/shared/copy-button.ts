import { css, html, type TemplateResult } from 'lit';
import { baseStyles, buttonStyles } from '../base-styles';
import { define } from '../define';
import { copyText } from './clipboard';
import { checkIcon, copyIcon } from './icons';
import { LocalizedElement } from './localized-element';

const CONFIRMATION_MS = 2000;

/** Copies `text` and says so. */
export class CopyButton extends LocalizedElement {
  static override properties = {
    text: { attribute: false },
    label: {},
    outcome: { state: true },
  };

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: inline-block;
      }
    `,
  ];

  /** What is copied; a function is asked at the click. */
  declare text: string | (() => string);
  /** Default: “Copy”. */
  declare label: string;
  declare private outcome: 'copied' | 'failed' | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.text = '';
    this.label = '';
  }

  protected override render(): TemplateResult {
    const copied = this.outcome === 'copied';
    return html`
      <button type="button" @click=${this.#copy}>
        ${copied ? checkIcon : copyIcon} ${copied ? this.t.common.copied : this.label || this.t.common.copy}
      </button>
      <span role="status" class=${this.outcome === 'failed' ? '' : 'visually-hidden'}>${this.#message}</span>
    `;
  }

  get #message(): string {
    if (this.outcome === undefined) return '';
    return this.outcome === 'copied' ? this.t.common.copied : this.t.common.copyFailed;
  }

  readonly #copy = async (): Promise<void> => {
    const text = typeof this.text === 'function' ? this.text() : this.text;
    this.outcome = (await copyText(text)) ? 'copied' : 'failed';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.outcome = undefined;
    }, CONFIRMATION_MS);
  };
}

define('al-copy-button', CopyButton);

declare global {
  interface HTMLElementTagNameMap {
    'al-copy-button': CopyButton;
  }
}
