import { cssOf } from '../../../plot/colour';
import { type PlaneStack, paintPlane, sideOf, type ValueScale } from '../../../plot/heat-map';
import { PixelCanvas } from '../../../plot/pixel-canvas';
import type { Palette } from '../../../plot/theme-colours';
import type { ValueColours } from '../output/value-colours';

/** So many times more values than pixels are there, along a side, and half of them are left out. */
const SPARE = 1.5;
/** How far a curve reaches from the middle, so that its line stays inside. */
const CURVE_SHARE = 0.44;

/** What one unit puts out, and where its small picture is drawn. */
export interface UnitImage {
  /** One plane. */
  readonly stack: PlaneStack;
  readonly scale: ValueScale;
  /** Left and upper edge of the square. */
  readonly left: number;
  readonly top: number;
}

/** Paints the small pictures of all units at once: a canvas for each would cost more than what is on it. */
export class UnitPictures {
  /** The maps, one below the other. */
  readonly #maps = new PixelCanvas(document.createElement('canvas'));

  /** Of points of a plane, on squares of `side` pixels. */
  paintMaps(
    context: CanvasRenderingContext2D,
    images: readonly UnitImage[],
    side: number,
    colours: ValueColours,
  ): void {
    const size = images[0]?.stack.size ?? 0;
    if (size === 0) return;
    const every = size >= SPARE * side * window.devicePixelRatio ? 2 : 1;
    const pixels = sideOf(size, every);
    const all = this.#maps.pixels(pixels, pixels * images.length);
    for (const [index, { stack, scale }] of images.entries()) {
      const start = index * pixels * pixels;
      paintPlane(all.subarray(start, start + pixels * pixels), stack, 0, colours.values, scale, every);
    }
    this.#maps.show();
    for (const [index, { left, top }] of images.entries()) {
      context.drawImage(this.#maps.canvas, 0, index * pixels, pixels, pixels, left, top, side, side);
    }
  }

  /** Of inputs on a line: the first row of each plane. */
  paintCurves(
    context: CanvasRenderingContext2D,
    images: readonly UnitImage[],
    side: number,
    palette: Palette,
  ): void {
    context.fillStyle = cssOf(palette.surface);
    context.lineWidth = 1;
    context.strokeStyle = cssOf(palette.line);
    context.beginPath();
    for (const { left, top } of images) {
      context.fillRect(left, top, side, side);
      context.moveTo(left, top + side / 2);
      context.lineTo(left + side, top + side / 2);
    }
    context.stroke();
    context.lineWidth = 1.75;
    context.strokeStyle = cssOf(palette.accent);
    context.beginPath();
    for (const { stack, scale, left, top } of images) {
      for (let i = 0; i < stack.size; i++) {
        const share = ((stack.values[i] as number) - scale.centre) / scale.reach;
        const x = left + (side * i) / (stack.size - 1);
        const y = top + side / 2 - share * CURVE_SHARE * side;
        if (i === 0) context.moveTo(x, y);
        else context.lineTo(x, y);
      }
    }
    context.stroke();
  }
}
