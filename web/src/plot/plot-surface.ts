import {
  css,
  html,
  nothing,
  type PropertyValues,
  type SVGTemplateResult,
  svg,
  type TemplateResult,
} from 'lit';
import { axes, SPACING_Y, type TickFormat } from './axes';
import { curveLabels, curves, labelMargin } from './curves';
import { type PlotGeometry, plotGeometry } from './geometry';
import { PlotGestures } from './gestures';
import { probeAfterKey, snappedToPixel } from './probe-step';
import { type DrawnSeries, drawSeries, type PlotSeries } from './series';
import { SizedPlot } from './sized-plot';
import { axisTicks } from './ticks';
import {
  centre,
  revealing,
  sameWindow,
  tidied,
  type ViewWindow,
  withEqualUnits,
  zoomed,
} from './view-window';

/** Draws a layer in the plot's coordinates; `drawn` holds the samples of every series. */
export type PlotLayer = (geometry: PlotGeometry, drawn: readonly DrawnSeries[]) => unknown;

export interface SideMargins {
  readonly left: number;
  readonly right: number;
}

export interface PlotContent {
  readonly series: readonly PlotSeries[];
  /** Behind and in front of the curves. */
  readonly underlay?: PlotLayer;
  readonly overlay?: PlotLayer;
  readonly format: TickFormat;
  readonly xLabel: string;
  readonly yLabel: string;
  /** Accessible name of the picture, and what it shows now in words and numbers. */
  readonly label: string;
  readonly description: string;
  /** Margins for a plot of this width, for plots one above the other that share their abscissas. */
  readonly sideMargins?: (width: number) => SideMargins;
  /** Accessible name of the probe and what it reads now. */
  readonly probeLabel?: string;
  readonly probeText?: string;
}

const ZOOM_STEP = 1.5;
const DIGIT_WIDTH = 7;
const NARROWEST_LEFT = 34;

/**
 * A plane with axes, curves and an optional vertical probe, that can be panned and zoomed with pointer, touch, wheel and keys.
 *
 * It holds no state of its own: its events say what the reader wants, the owner sets `view` and `probe`.
 *
 * @fires view-change  `detail` is the ViewWindow asked for.
 * @fires view-reset
 * @fires probe-change `detail` is the new abscissa.
 */
export class PlotSurface extends SizedPlot {
  static override properties = {
    ...SizedPlot.properties,
    content: { attribute: false },
    view: { attribute: false },
    equalUnits: { attribute: false },
    probe: { attribute: false },
  };

  declare content: PlotContent | undefined;
  declare view: ViewWindow;
  /** Show one unit as long vertically as horizontally, whatever `view` says of the vertical. */
  declare equalUnits: boolean;
  /** Abscissa of the probe; undefined for none. */
  declare probe: number | undefined;

  static override styles = [
    ...SizedPlot.styles,
    css`
      .surface {
        position: absolute;
        inset: 0;
        touch-action: pan-y;
        cursor: grab;
      }
      .surface:active {
        cursor: grabbing;
      }
      .handle {
        position: absolute;
        top: 0;
        left: -14px;
        width: 28px;
        border-radius: 8px;
        cursor: ew-resize;
      }
      .handle:focus-visible {
        outline: 2px solid var(--al-accent);
        outline-offset: -2px;
      }
      .knob {
        position: absolute;
        top: 3px;
        left: 6px;
        box-sizing: border-box;
        width: 16px;
        height: 16px;
        border: 2px solid var(--al-paper);
        border-radius: 50%;
        background: var(--al-accent);
        box-shadow: 0 0 0 1px var(--al-accent);
      }
      @media (forced-colors: active) {
        .knob {
          background: Highlight;
        }
      }
    `,
  ];

  readonly #gestures = new PlotGestures({
    geometry: () => this.#geometry,
    surface: () => this,
    probe: () => this.probe,
    moveProbe: (x) => this.#moveProbe(snappedToPixel(x, this.shown, this.#areaWidth())),
    show: (view) => this.#show(view),
  });
  #geometry: PlotGeometry | undefined;
  #drawn = new Map<PlotSeries, DrawnSeries>();

  constructor() {
    super();
    this.view = { left: -1, right: 1, bottom: -1, top: 1 };
    this.equalUnits = false;
  }

  /** What is shown, equal units applied. */
  get shown(): ViewWindow {
    return this.#geometry?.window ?? this.view;
  }

  /** Magnifies around the centre; a negative number of steps shows more. */
  zoomBy(steps: number): void {
    this.#show(zoomed(this.shown, ZOOM_STEP ** steps, centre(this.shown)));
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { content } = this;
    if (content === undefined || !this.isSized) return;
    this.label = content.label;
    this.description = content.description;
    const isMoved = changed.has('view') || changed.has('equalUnits') || changed.has('size');
    if (this.#geometry === undefined || isMoved || this.#needsOtherMargins(content, this.#geometry)) {
      this.#geometry = this.#layOut(content);
      this.#drawn = new Map();
    }
    const geometry = this.#geometry;
    this.#drawn = new Map(
      content.series.map((series) => [series, this.#drawn.get(series) ?? drawSeries(series, geometry)]),
    );
  }

  protected override render(): TemplateResult {
    return html`
      <div
        class="surface"
        @pointerdown=${this.#gestures.pointerDown}
        @pointermove=${this.#gestures.pointerMove}
        @pointerup=${this.#gestures.pointerUp}
        @pointercancel=${this.#gestures.pointerUp}
        @wheel=${this.#gestures.wheel}
        @touchmove=${this.#gestures.touchMove}
        @keydown=${this.#keyDown}
      >
        ${super.render()} ${this.content === undefined ? nothing : this.#handle(this.content)}
      </div>
    `;
  }

  protected override layers(): SVGTemplateResult | null {
    const { content } = this;
    const geometry = this.#geometry;
    if (content === undefined || geometry === undefined) return null;
    const { underlay, overlay, format, xLabel, yLabel } = content;
    const drawn = [...this.#drawn.values()];
    return svg`
      ${underlay?.(geometry, drawn)}
      ${axes(geometry, { format, xLabel, yLabel })}
      ${drawn.map(curves)}
      ${this.#probeLine(geometry)}
      ${overlay?.(geometry, drawn)}
      ${curveLabels(drawn, geometry)}`;
  }

  #probeLine({ area, x, window }: PlotGeometry): SVGTemplateResult | null {
    const { probe } = this;
    if (probe === undefined || probe < window.left || probe > window.right) return null;
    return svg`<line class="probe" x1=${x(probe)} x2=${x(probe)} y1=${area.top - 8} y2=${area.bottom}></line>`;
  }

  #handle({ probeLabel = '', probeText = '' }: PlotContent): TemplateResult | null {
    const { probe } = this;
    const geometry = this.#geometry;
    if (probe === undefined || geometry === undefined) return null;
    const { area, window, x } = geometry;
    const pixel = Math.min(area.right, Math.max(area.left, x(probe)));
    return html`
      <div
        class="handle"
        role="slider"
        tabindex="0"
        aria-label=${probeLabel}
        aria-orientation="horizontal"
        aria-valuemin=${Math.min(window.left, probe)}
        aria-valuemax=${Math.max(window.right, probe)}
        aria-valuenow=${probe}
        aria-valuetext=${probeText}
        .style=${`transform: translateX(${pixel}px); height: ${area.bottom}px`}
      ><span class="knob"></span></div>
    `;
  }

  #needsOtherMargins(content: PlotContent, { width, area }: PlotGeometry): boolean {
    return width - area.right !== this.#sideMargins(content).right;
  }

  #sideMargins({ format, series, sideMargins }: PlotContent): SideMargins {
    const { width, height } = this.size;
    if (sideMargins !== undefined) return sideMargins(width);
    const ticks = axisTicks(this.view.bottom, this.view.top, height, SPACING_Y);
    const widest = Math.max(...ticks.values.map((value) => format(value, ticks.decimals).length));
    return { left: Math.max(NARROWEST_LEFT, widest * DIGIT_WIDTH + 12), right: labelMargin(series, width) };
  }

  #layOut(content: PlotContent): PlotGeometry {
    const { width, height } = this.size;
    const margins = { ...this.#sideMargins(content), top: 20, bottom: 26 };
    const geometry = plotGeometry(this.view, width, height, margins);
    if (!this.equalUnits) return geometry;
    const { area } = geometry;
    return plotGeometry(
      withEqualUnits(this.view, area.right - area.left, area.bottom - area.top),
      width,
      height,
      margins,
    );
  }

  #areaWidth(): number {
    const area = this.#geometry?.area;
    return area === undefined ? 1 : area.right - area.left;
  }

  #show(view: ViewWindow): void {
    const next = tidied(view);
    if (!sameWindow(next, this.shown)) this.dispatchEvent(new CustomEvent('view-change', { detail: next }));
  }

  #moveProbe(x: number): void {
    if (x === this.probe) return;
    this.#show(revealing(this.shown, x));
    this.dispatchEvent(new CustomEvent('probe-change', { detail: x }));
  }

  readonly #keyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { probe } = this;
    const moved =
      probe === undefined ? undefined : probeAfterKey(probe, event.key, event.shiftKey, this.shown);
    if (moved !== undefined) this.#moveProbe(moved);
    else if (event.key === '+' || event.key === '=') this.zoomBy(1);
    else if (event.key === '-') this.zoomBy(-1);
    else if (event.key === '0') this.dispatchEvent(new CustomEvent('view-reset'));
    else return;
    event.preventDefault();
  };
}
