import { type LinearScale, linearScale } from './linear-scale';
import type { ViewWindow } from './view-window';

/** A rectangle in pixels, y growing downwards. */
export interface PixelArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What every layer of one plot shares: where it is on screen and what it shows. */
export interface PlotGeometry {
  readonly width: number;
  readonly height: number;
  /** Where data is drawn; axis labels lie outside. */
  readonly area: PixelArea;
  readonly window: ViewWindow;
  readonly x: LinearScale;
  readonly y: LinearScale;
}

export type Margins = PixelArea;

/** The scales that show `window` on `width` x `height` pixels inside `margins`. */
export function plotGeometry(
  window: ViewWindow,
  width: number,
  height: number,
  margins: Margins,
): PlotGeometry {
  const area = {
    left: margins.left,
    top: margins.top,
    right: Math.max(margins.left + 1, width - margins.right),
    bottom: Math.max(margins.top + 1, height - margins.bottom),
  };
  return {
    width,
    height,
    area,
    window,
    x: linearScale([window.left, window.right], [area.left, area.right]),
    y: linearScale([window.bottom, window.top], [area.bottom, area.top]),
  };
}
