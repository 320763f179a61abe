import type { PixelPoint } from './polyline';

const pointOf = ([x, y]: PixelPoint): string => `${x.toFixed(2)},${y.toFixed(2)}`;

/** SVG path data of several open pieces; empty for none. */
export const pathOf = (pieces: readonly (readonly PixelPoint[])[]): string =>
  pieces.map((piece) => `M${piece.map(pointOf).join('L')}`).join('');
