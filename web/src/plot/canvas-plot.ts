import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { cssOf } from './colour';
import type { PlotSize } from './sized-plot';
import { ThemeColours } from './theme-colours';

/**
 * A picture on a canvas, as sharp as the screen, painted anew when its size or the theme changes and when `repaint` is called:
 * for pictures that change with every frame. Its subclasses say what is in it.
 */
export abstract class CanvasPlot extends LitElement {
  static override properties = {
    label: { attribute: false },
    description: { attribute: false },
  };

  static override styles = [
    css`
      :host {
        display: block;
        position: relative;
        contain: size layout paint;
      }
      canvas {
        display: block;
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
      }
      .hidden {
        position: absolute;
        width: 1px;
        height: 1px;
        margin: 0;
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

  protected readonly theme = new ThemeColours(this, () => this.repaint());

  #font: string | undefined;
  #size: PlotSize = { width: 0, height: 0 };
  readonly #observer = new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = this;
    this.#size = { width, height };
    this.repaint();
  });

  constructor() {
    super();
    this.label = '';
    this.description = '';
  }

  /** Paints on a cleared canvas, in CSS pixels; called only when there is room. */
  protected abstract paint(context: CanvasRenderingContext2D, size: PlotSize): void;

  /** Paints all of the picture, also what lies on canvases of its own, as it is on screen; for files. */
  protected paintWhole(context: CanvasRenderingContext2D, size: PlotSize): void {
    this.paint(context, size);
  }

  /** The picture on paper, painted by `open`'s context. @returns what that has made of it */
  export<Context extends object>(open: (width: number, height: number) => Context): Context {
    const { width, height } = this.#size;
    const opened = open(width, height);
    const context = opened as unknown as CanvasRenderingContext2D;
    context.font = this.font;
    context.fillStyle = cssOf(this.theme.palette.paper);
    context.fillRect(0, 0, width, height);
    this.paintWhole(context, this.#size);
    return opened;
  }

  /** For text on the canvas. */
  protected get font(): string {
    this.#font ??= `12px ${getComputedStyle(this).fontFamily}`;
    return this.#font;
  }

  /** In CSS pixels; zero until it is known. */
  protected get size(): PlotSize {
    return this.#size;
  }

  repaint(): void {
    const context = this.sharpContext('canvas.picture');
    if (context !== undefined) this.paint(context, this.#size);
  }

  /** A cleared canvas as sharp as the screen, drawn on in CSS pixels; `undefined` while there is no room. */
  protected sharpContext(selector: string): CanvasRenderingContext2D | undefined {
    const { width, height } = this.#size;
    if (!this.hasUpdated || width <= 0 || height <= 0) return undefined;
    const canvas = this.renderRoot.querySelector<HTMLCanvasElement>(selector);
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return undefined;
    const scale = window.devicePixelRatio;
    const [columns, rows] = [Math.round(width * scale), Math.round(height * scale)];
    if (canvas.width !== columns) canvas.width = columns;
    if (canvas.height !== rows) canvas.height = rows;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, width, height);
    return context;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#font = undefined;
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  protected override updated(_changed: PropertyValues): void {
    this.repaint();
  }

  protected override render(): TemplateResult {
    return html`
      <canvas class="picture" role="img" aria-label=${this.label} aria-describedby="description"></canvas>
      <p class="hidden" id="description">${this.description}</p>
      ${this.theme.node}
    `;
  }
}
