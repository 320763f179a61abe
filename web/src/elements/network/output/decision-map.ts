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

const MARGINS = { left: 28, right: 6, top: 6, bottom: 22 };

/**
 * What the network, or one of its units, puts out for every point of the plane, with the data on it: a map of colours with its
 * boundary, or, for inputs on a line, a curve.
 */
export class DecisionMap extends CanvasPlot {
  static override properties = {
    ...CanvasPlot.properties,
    picture: { attribute: false },
    feed: { attribute: false },
  };

  static override styles = [
    ...CanvasPlot.styles,
    css`
      canvas.heat {
        inset: 6px auto auto 28px;
        width: calc(100% - 34px);
        height: calc(100% - 28px);
      }
    `,
  ];

  declare picture: MapPicture;
  declare feed: SnapshotFeed;

  #heat: PixelCanvas | undefined;
  #colours: { readonly palette: Palette; readonly planes: number; readonly value: ValueColours } | undefined;

  constructor() {
    super();
    new FeedWatch(this, () => this.#repaintNetwork());
  }

  protected override render(): TemplateResult {
    const isPlane = this.picture.task !== 'curve';
    return html`
      <canvas class="heat" aria-hidden="true" ?hidden=${!isPlane}></canvas>
      ${super.render()}
      <canvas class="points" aria-hidden="true"></canvas>
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
