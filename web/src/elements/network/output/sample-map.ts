import { extent } from 'd3-array';
import type { Points } from '../../../engine/training/spec';
import { CanvasPlot } from '../../../plot/canvas-plot';
import { cssOf } from '../../../plot/colour';
import { plotGeometry } from '../../../plot/geometry';
import type { PlotSize } from '../../../plot/sized-plot';
import { define } from '../../define';
import { imageOf } from '../model/image';
import { classGroups } from '../model/point-groups';
import type { DatasetInfo } from '../model/training-choices';
import { paintImage } from './image-painter';
import { markRadius, paintFrame, paintPoints } from './map-painter';

/** Samples of many columns, and what the network takes each of them for. */
export interface SamplePicture {
  readonly dataset: DatasetInfo;
  readonly points: Points;
  readonly classes: number;
  /** Of a scatter plot: which columns lie to the right and upwards. */
  readonly axes: readonly [x: number, y: number];
  /** The class of each sample by the network; `undefined` until it is known. */
  readonly decided: Uint8Array | undefined;
}

const MARGINS = { left: 34, right: 8, top: 8, bottom: 24 };
const IMAGE_SIDE = 40;
const CAPTION = 15;
const GAP = 8;
const RING_RADIUS = 8;

/** Images with the class the network gives them, or a scatter plot of two columns; what it gets wrong is marked. */
export class SampleMap extends CanvasPlot {
  static override properties = {
    ...CanvasPlot.properties,
    picture: { attribute: false },
  };

  declare picture: SamplePicture;

  protected override paint(context: CanvasRenderingContext2D, size: PlotSize): void {
    context.font = this.font;
    if (this.picture.dataset.imageWidth > 0) this.#paintImages(context, size);
    else this.#paintScatter(context, size);
  }

  #isWrong(sample: number): boolean {
    const { decided, points } = this.picture;
    return decided !== undefined && decided[sample] !== points.targets[sample];
  }

  #paintImages(context: CanvasRenderingContext2D, { width, height }: PlotSize): void {
    const { dataset, points, decided } = this.picture;
    const { palette } = this.theme;
    const columns = Math.max(1, Math.floor((width + GAP) / (IMAGE_SIDE + GAP)));
    const rows = Math.max(1, Math.floor((height + GAP) / (IMAGE_SIDE + CAPTION + GAP)));
    const shown = Math.min(columns * rows, points.targets.length);
    context.textAlign = 'center';
    context.textBaseline = 'top';
    for (let place = 0; place < shown; place++) {
      // Samples lie in the order of their classes: from all over, so that every class is seen.
      const sample = Math.floor((place * points.targets.length) / shown);
      const image = imageOf(dataset, points, sample);
      if (image === undefined) continue;
      const left = (place % columns) * (IMAGE_SIDE + GAP);
      const top = Math.floor(place / columns) * (IMAGE_SIDE + CAPTION + GAP);
      paintImage(context, image, { left, top, side: IMAGE_SIDE }, palette);
      const isWrong = this.#isWrong(sample);
      context.strokeStyle = cssOf(isWrong ? palette.negative : palette.line);
      context.lineWidth = isWrong ? 2 : 1;
      context.strokeRect(left + 0.5, top + 0.5, IMAGE_SIDE, IMAGE_SIDE);
      context.fillStyle = cssOf(isWrong ? palette.negative : palette.muted);
      const name = decided === undefined ? '' : this.#nameOf(decided[sample] as number);
      context.fillText(isWrong ? `${name} ✗` : name, left + IMAGE_SIDE / 2, top + IMAGE_SIDE + 2);
    }
  }

  /** Digits stand for themselves. */
  #nameOf(index: number): string {
    return this.picture.dataset.classNames[index]?.name ?? String(index);
  }

  #paintScatter(context: CanvasRenderingContext2D, { width, height }: PlotSize): void {
    const { points, classes, axes } = this.picture;
    const { palette } = this.theme;
    const count = points.targets.length;
    const column = (index: number): Float32Array =>
      Float32Array.from(points.targets, (_, sample) => points.inputs[index * count + sample] ?? 0);
    const [x, y] = [column(axes[0]), column(axes[1])];
    const [left = -1, right = 1] = extent(x);
    const [bottom = -1, top = 1] = extent(y);
    const pad = (low: number, high: number): number => 0.06 * (high - low || 1);
    const window = {
      left: left - pad(left, right),
      right: right + pad(left, right),
      bottom: bottom - pad(bottom, top),
      top: top + pad(bottom, top),
    };
    const geometry = plotGeometry(window, width, height, MARGINS);
    const plane: Points = { columns: 2, inputs: [...x, ...y], targets: points.targets };
    const groups = classGroups(plane, classes, false);
    paintFrame(context, geometry, palette);
    paintPoints(context, geometry, groups, palette, markRadius(geometry, groups));
    context.strokeStyle = cssOf(palette.ink);
    context.lineWidth = 1.5;
    for (let sample = 0; sample < count; sample++) {
      if (!this.#isWrong(sample)) continue;
      context.beginPath();
      context.arc(
        geometry.x(x[sample] as number),
        geometry.y(y[sample] as number),
        RING_RADIUS,
        0,
        2 * Math.PI,
      );
      context.stroke();
    }
  }
}

define('al-sample-map', SampleMap);

declare global {
  interface HTMLElementTagNameMap {
    'al-sample-map': SampleMap;
  }
}
