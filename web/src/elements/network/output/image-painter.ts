import { cssOf, mixed } from '../../../plot/colour';
import type { Palette } from '../../../plot/theme-colours';
import type { SampleImage } from '../model/image';

export interface ImagePlace {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

/** Ink on paper, pixel by pixel. */
export function paintImage(
  context: CanvasRenderingContext2D,
  { width, ink }: SampleImage,
  { left, top, side }: ImagePlace,
  palette: Palette,
): void {
  const pixel = side / width;
  ink.forEach((share, index) => {
    context.fillStyle = cssOf(mixed(palette.surface, palette.ink, share));
    const [column, row] = [index % width, Math.floor(index / width)];
    // Neighbours overlap by a hair, so that no seam shows between them.
    context.fillRect(left + column * pixel, top + row * pixel, pixel + 0.5, pixel + 0.5);
  });
}
