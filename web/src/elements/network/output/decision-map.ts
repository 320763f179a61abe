import { css, html, type TemplateResult } from 'lit';
import type { Task } from '../../../engine/training/spec';
import { CanvasPlot } from '../../../plot/canvas-plot';
import { type PlotGeometry, plotGeometry } from '../../../plot/geometry';
import type { PlaneStack } from '../../../plot/heat-map';
import { PixelCanvas } from '../../../plot/pixel-canvas';
import type { PlotSize } from '../../../plot/sized-plot';
import type { Palette } from '../../../plot/theme-colours';
import type { ViewWindow } from '../../../plot/view-window';
import { define } from '../../define';
import { FeedWatch } from '../feed-watch';
import { ARROWS, type MapPlace, nearestInside } from '../model/map-place';
import type { UnitPlace } from '../model/network-shape';
import {
  boundaryOf,
  firstOutput,
  hasPlane,
  levelLines,
  paintValues,
  planesOf,
  resolutionOf,
  unitScale,
  type ValuePicture,
} from '../model/network-values';
import type { PointGroup } from '../model/point-groups';
import type { SnapshotFeed } from '../model/snapshot-feed';
import { markRadius, paintBoundary, paintCurve, paintFrame, paintLevels, paintPoints } from './map-painter';
import { type ValueColours, valueColours } from './value-colours';

/** What the map shows, apart from the network, which comes by the feed. */
export interface MapPicture extends ValuePicture {
  readonly task: Task;
  readonly window: ViewWindow;
  readonly groups: readonly PointGroup[];
  /** The boundary is drawn as a line. */
  readonly boundary: boolean;
  /** More lines of equal output are drawn. */
  readonly levels: boolean;
  /** A unit that is shown instead of the outputs. */
  readonly unit: UnitPlace | undefined;
}

/** A place of the map is read, or no longer. */
export type MapReadEvent = CustomEvent<{ readonly place: MapPlace | undefined; readonly byKey: boolean }>;

const MARGINS = { left: 28, right: 6, top: 6, bottom: 22 };

/**
 * What the network, or one of its units, puts out for every point of the plane, with the data on it: a map of colours with its
 * boundary, or, for inputs on a line, a curve.
 *
 * @fires map-read see MapReadEvent
 */
export class DecisionMap extends CanvasPlot {
  static override properties = {
    ...CanvasPlot.properties,
    picture: { attribute: false },
    feed: { attribute: false },
    readerLabel: { attribute: false },
  };

  static override styles = [
    ...CanvasPlot.styles,
    css`
      canvas.heat {
        inset: 6px auto auto 28px;
        width: calc(100% - 34px);
        height: calc(100% - 28px);
      }
      .pad {
        position: absolute;
        inset: 6px 6px 22px 28px;
        touch-action: pan-y;
        cursor: crosshair;
      }
      .pad:focus-visible {
        outline: 2px solid var(--al-accent);
        outline-offset: 2px;
      }
    `,
  ];

  declare picture: MapPicture;
  declare feed: SnapshotFeed;
  /** Accessible name of the cursor that reads the map. */
  declare readerLabel: string;

  #heat: PixelCanvas | undefined;
  #colours: { readonly palette: Palette; readonly planes: number; readonly value: ValueColours } | undefined;

  /** Where the map is read; `undefined`: nowhere. */
  #cursor: MapPlace | undefined;

  constructor() {
    super();
    this.readerLabel = '';
    new FeedWatch(this, () => this.#repaintNetwork());
  }

  protected override render(): TemplateResult {
    const isPlane = this.picture.task !== 'curve';
    return html`
      <canvas class="heat" aria-hidden="true" ?hidden=${!isPlane}></canvas>
      ${super.render()}
      <canvas class="points" aria-hidden="true"></canvas>
      <div
        class="pad"
        role="application"
        tabindex="0"
        aria-label=${this.readerLabel}
        @pointermove=${this.#follow}
        @pointerdown=${this.#follow}
        @pointerleave=${this.#leave}
        @keydown=${this.#step}
        @blur=${this.#leave}
      ></div>
    `;
  }

  /** The data and the frame, which only change with the picture, have a canvas of their own. */
  override repaint(): void {
    this.#repaintNetwork();
    const context = this.sharpContext('canvas.points');
    if (context !== undefined) this.#paintData(context);
  }

  protected override paint(context: CanvasRenderingContext2D, _size: PlotSize): void {
    const stack = this.#stack();
    if (stack === undefined) return;
    const { palette } = this.theme;
    if (this.picture.task === 'curve') paintCurve(context, this.#geometry(), stack, palette);
    else this.#paintLines(context, stack);
  }

  protected override paintWhole(context: CanvasRenderingContext2D, size: PlotSize): void {
    const { area } = this.#geometry();
    if (this.#heat !== undefined && this.picture.task !== 'curve')
      context.drawImage(
        this.#heat.canvas,
        area.left,
        area.top,
        area.right - area.left,
        area.bottom - area.top,
      );
    this.paint(context, size);
    this.#paintData(context);
  }

  #read(place: MapPlace | undefined, byKey = false): void {
    this.#cursor = place;
    this.dispatchEvent(new CustomEvent('map-read', { detail: { place, byKey } }));
  }

  readonly #follow = (event: PointerEvent): void => {
    const { left, top } = this.getBoundingClientRect();
    const { x, y } = this.#geometry();
    const place: MapPlace = [x.invert(event.clientX - left), y.invert(event.clientY - top)];
    this.#read(nearestInside(this.picture.window, place));
  };

  readonly #leave = (event: Event): void => {
    // A finger leaves as soon as it is lifted, but its reader wants to look.
    if (!(event instanceof PointerEvent) || event.pointerType !== 'touch') this.#read(undefined);
  };

  readonly #step = (event: KeyboardEvent): void => {
    const direction = ARROWS[event.key];
    if (direction === undefined) {
      if (event.key === 'Escape') this.#read(undefined);
      return;
    }
    event.preventDefault();
    const { window } = this.picture;
    const { left, right, bottom, top } = window;
    const [x, y] = this.#cursor ?? [(left + right) / 2, (bottom + top) / 2];
    const share = event.shiftKey ? 0.1 : 0.02;
    const place: MapPlace = [
      x + direction[0] * share * (right - left),
      y + direction[1] * share * (top - bottom),
    ];
    this.#read(nearestInside(window, place), true);
  };

  #paintData(context: CanvasRenderingContext2D): void {
    const geometry = this.#geometry();
    context.font = this.font;
    paintFrame(context, geometry, this.theme.palette);
    const { groups } = this.picture;
    paintPoints(context, geometry, groups, this.theme.palette, markRadius(geometry, groups));
  }

  #paintLines(context: CanvasRenderingContext2D, stack: PlaneStack): void {
    const { task, unit, boundary, levels } = this.picture;
    const { palette } = this.theme;
    const values = this.#values(stack);
    if (levels && values.planes === 1)
      paintLevels(context, this.#geometry(), levelLines(stack, values.scale), stack.size, palette);
    if (boundary && task !== 'regression' && unit === undefined)
      paintBoundary(context, this.#geometry(), boundaryOf(stack, values), stack.size, palette);
  }

  #repaintNetwork(): void {
    this.#paintHeat();
    super.repaint();
  }

  #paintHeat(): void {
    const stack = this.#stack();
    const canvas = this.renderRoot.querySelector?.<HTMLCanvasElement>('canvas.heat');
    if (stack === undefined || !canvas || this.picture.task === 'curve') return;
    if (this.#heat?.canvas !== canvas) this.#heat = new PixelCanvas(canvas);
    const values = this.#values(stack);
    const side = resolutionOf(stack, values);
    paintValues(this.#heat.pixels(side, side), stack, values, this.#coloursFor(values.planes));
    this.#heat.show();
  }

  /** The planes that are shown; `undefined` before the first snapshot. */
  #stack(): PlaneStack | undefined {
    const view = this.feed?.latest;
    const grid = view?.snapshot.grid;
    if (view === undefined || grid === undefined) return undefined;
    const { shape } = view;
    const { planes } = this.picture;
    const unit =
      this.picture.unit !== undefined && hasPlane(grid, shape, this.picture.unit)
        ? this.picture.unit
        : undefined;
    // A picture of the network that comes may meet the snapshot of the one that goes.
    const count = Math.min(planes, shape.layers.at(-1)?.units ?? 0);
    return unit === undefined
      ? planesOf(grid, shape, firstOutput(shape), count)
      : planesOf(grid, shape, unit, 1);
  }

  #values(stack: PlaneStack): ValuePicture {
    const { unit, planes, scale, discretise } = this.picture;
    if (unit !== undefined) return { planes: 1, scale: unitScale(stack), discretise: false };
    return { planes: Math.min(planes, stack.values.length / stack.size ** 2), scale, discretise };
  }

  #coloursFor(planes: number): ValueColours {
    const { palette } = this.theme;
    if (this.#colours?.palette !== palette || this.#colours.planes !== planes)
      this.#colours = { palette, planes, value: valueColours(palette, planes) };
    return this.#colours.value;
  }

  #geometry(): PlotGeometry {
    const { width, height } = this.size;
    return plotGeometry(this.picture.window, width, height, MARGINS);
  }
}

define('al-decision-map', DecisionMap);

declare global {
  interface HTMLElementTagNameMap {
    'al-decision-map': DecisionMap;
  }
}
