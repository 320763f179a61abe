import { css, html, LitElement, type SVGTemplateResult, type TemplateResult } from 'lit';
import { plotStyles } from './plot-styles';

export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

/** A picture that is drawn anew for the size it has on screen. Its subclasses say what is in it. */
export abstract class SizedPlot extends LitElement {
  static override properties = {
    label: { attribute: false },
    description: { attribute: false },
    size: { state: true },
  };

  static override styles = [
    plotStyles,
    css`
      :host {
        display: block;
        position: relative;
        contain: size layout;
      }
      svg {
        display: block;
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        overflow: hidden;
        background: var(--al-paper);
        user-select: none;
        -webkit-user-select: none;
      }
      .hidden {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }
    `,
  ];

  /** Accessible name of the picture. */
  declare label: string;
  /** What the picture shows now, in words and numbers. */
  declare description: string;
  /** In CSS pixels; zero until it is known. */
  declare protected size: PlotSize;

  readonly #observer = new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = this;
    if (width !== this.size.width || height !== this.size.height) this.size = { width, height };
  });

  constructor() {
    super();
    this.label = '';
    this.description = '';
    this.size = { width: 0, height: 0 };
  }

  /** The shapes of the picture; asked only when the size is known. */
  protected abstract layers(size: PlotSize): SVGTemplateResult | null;

  /** The picture as drawn, for export. */
  get picture(): SVGSVGElement | null {
    return this.renderRoot.querySelector('svg');
  }

  protected get isSized(): boolean {
    return this.size.width > 0 && this.size.height > 0;
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
    const { width, height } = this.size;
    return html`
      <svg role="img" aria-label=${this.label} aria-describedby="description" viewBox="0 0 ${width} ${height}">
        ${this.isSized ? this.layers(this.size) : null}
      </svg>
      <p class="hidden" id="description">${this.description}</p>
    `;
  }
}
