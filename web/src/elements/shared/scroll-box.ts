import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { define } from '../define';

/**
 * A box for something wide, such as a table. While its content does not fit, it scrolls sideways and can be reached by the
 * keyboard, under the name `label`.
 */
export class ScrollBox extends LitElement {
  static override properties = { label: {}, overflows: { state: true } };

  static override styles = css`
    :host {
      display: block;
      min-width: 0;
    }
    div {
      overflow-x: auto;
    }
    div:focus-visible {
      outline: 2px solid var(--al-accent);
      outline-offset: 2px;
    }
  `;

  declare label: string;
  declare private overflows: boolean;

  readonly #observer = new ResizeObserver(() => this.#measure());

  constructor() {
    super();
    this.label = '';
    this.overflows = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  protected override render(): TemplateResult {
    const { overflows } = this;
    return html`
      <div
        tabindex=${overflows ? 0 : nothing}
        role=${overflows ? 'region' : nothing}
        aria-label=${overflows ? this.label : nothing}
      ><slot @slotchange=${this.#watch}></slot></div>
    `;
  }

  #measure(): void {
    const box = this.renderRoot.querySelector('div');
    if (box) this.overflows = box.scrollWidth > box.clientWidth;
  }

  readonly #watch = (event: Event): void => {
    for (const element of (event.currentTarget as HTMLSlotElement).assignedElements())
      this.#observer.observe(element);
    this.#measure();
  };
}

define('al-scroll-box', ScrollBox);

declare global {
  interface HTMLElementTagNameMap {
    'al-scroll-box': ScrollBox;
  }
}
