import type { ViewWindow } from '../../../plot/view-window';

/** x1 and x2; of a curve, x and y. */
export type MapPlace = readonly [x: number, y: number];

/** Where an arrow key leads; `undefined` for other keys. */
export const ARROWS: Readonly<Record<string, MapPlace>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The place of the window that is nearest. */
export function nearestInside({ left, right, bottom, top }: ViewWindow, [x, y]: MapPlace): MapPlace {
  return [Math.min(right, Math.max(left, x)), Math.min(top, Math.max(bottom, y))];
}
