import { css, html, nothing, type TemplateResult } from 'lit';
import { CanvasPlot } from './canvas-plot';
import { type LinearScale, linearScale } from './linear-scale';
import type { SeriesHistory } from './series-history';
import type { PlotSize } from './sized-plot';
import {
  paintTimeAxes,
  paintTimeCursor,
  paintTimeLine,
  type TimeSeriesFormat,
  type TimeSeriesLine,
  timeSeriesFrame,
} from './time-series-painter';

/** What is drawn, in words of the owner's language. */
export interface TimeSeriesContent {
  /** What was appended to it is drawn when `repaint` is called. */
  readonly history: SeriesHistory;
  /** Each shows one series of the history. */
  readonly lines: readonly TimeSeriesLine[];
  readonly logarithmic: boolean;
  readonly xLabel: string;
  readonly format: TimeSeriesFormat;
  /** Accessible name of the reading line. */
  readonly cursorLabel: string;
  /** What is read at a point of the history; at -1: that there is none yet. */
  describe(index: number): string;
}

const PAGE = 10;

/**
 * Curves over a growing abscissa. A reading line follows the mouse, a finger or the arrow keys; what it reads stands in words
 * above the plot.
 */
export class TimeSeries extends CanvasPlot {
  static override properties = {
    ...CanvasPlot.properties,
    content: { attribute: false },
    cursor: { state: true },
  };

  static override styles = [
    ...CanvasPlot.styles,
    css`
      .cursor {
        position: absolute;
        inset: 0;
        touch-action: pan-y;
        cursor: crosshair;
      }
      .cursor:focus-visible {
        outline: 2px solid var(--al-accent);
        outline-offset: -2px;
      }
      output {
        position: absolute;
        inset-inline-end: 12px;
        top: 4px;
        max-width: calc(100% - 60px);
        padding: 2px 8px;
        border: 1px solid var(--al-line);
        border-radius: 4px;
        background: var(--al-surface);
        color: var(--al-ink);
        font-size: 0.8125em;
        font-variant-numeric: tabular-nums;
        pointer-events: none;
      }
    `,
  ];

  declare content: TimeSeriesContent | undefined;
  /** Abscissa that is read; undefined for none. */
  declare private cursor: number | undefined;

  #x: LinearScale = linearScale([0, 1], [0, 1]);

  protected override render(): TemplateResult {
    const { content } = this;
    return html`${super.render()} ${content === undefined ? nothing : this.#reader(content)}`;
  }

  #reader({ history, cursorLabel, describe }: TimeSeriesContent): TemplateResult {
    const index = this.cursor === undefined ? history.length - 1 : history.nearest(this.cursor);
    const text = describe(index);
    return html`
      <div
        class="cursor"
        role="slider"
        tabindex="0"
        aria-label=${cursorLabel}
        aria-orientation="horizontal"
        aria-valuemin="0"
        aria-valuemax=${history.length > 0 ? history.x(history.length - 1) : 0}
        aria-valuenow=${index >= 0 ? history.x(index) : 0}
        aria-valuetext=${text}
        @pointermove=${this.#follow}
        @pointerdown=${this.#follow}
        @pointerleave=${this.#leave}
        @keydown=${this.#step}
        @blur=${this.#leave}
      ></div>
      ${this.cursor === undefined || index < 0 ? nothing : html`<output aria-hidden="true">${text}</output>`}
    `;
  }

  protected override paint(context: CanvasRenderingContext2D, { width, height }: PlotSize): void {
    const { content } = this;
    if (content === undefined) return;
    const { history, lines, logarithmic, xLabel, format } = content;
    const { palette } = this.theme;
    const frame = timeSeriesFrame(history, lines, logarithmic, format, width, height);
    this.#x = frame.x;
    context.font = this.font;
    paintTimeAxes(context, frame, xLabel, format, palette);
    for (const line of lines) paintTimeLine(context, frame, history, line, palette);
    const index = this.cursor === undefined ? -1 : history.nearest(this.cursor);
    if (index >= 0) paintTimeCursor(context, frame, history, index, lines, palette);
  }

  readonly #follow = (event: PointerEvent): void => {
    const x = event.clientX - this.getBoundingClientRect().left;
    this.cursor = Math.max(0, this.#x.invert(x));
  };

  readonly #leave = (event: Event): void => {
    // A finger leaves as soon as it is lifted, but its reader wants to look.
    if (event instanceof PointerEvent && event.pointerType === 'touch') return;
    this.cursor = undefined;
  };

  readonly #step = (event: KeyboardEvent): void => {
    const history = this.content?.history;
    if (history === undefined || history.length === 0) return;
    const last = history.length - 1;
    const from = this.cursor === undefined ? last : history.nearest(this.cursor);
    const target = {
      ArrowLeft: from - 1,
      ArrowDown: from - 1,
      ArrowRight: from + 1,
      ArrowUp: from + 1,
      PageDown: from - PAGE,
      PageUp: from + PAGE,
      Home: 0,
      End: last,
    }[event.key];
    if (target === undefined) {
      if (event.key === 'Escape') this.cursor = undefined;
      return;
    }
    event.preventDefault();
    this.cursor = history.x(Math.min(last, Math.max(0, target)));
  };
}
