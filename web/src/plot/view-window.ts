/** The visible rectangle in data coordinates: `left < right` and `bottom < top`, all finite. */
export interface ViewWindow {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Below this a float32 abscissa near 6 has too few neighbours left to draw a smooth curve. */
export const SMALLEST_SPAN = 1e-3;
/** No window reaches further from the origin than this, in either direction. */
export const LARGEST_MAGNITUDE = 1e4;

const PRECISION_PER_SPAN = 4000;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

export const spanX = (window: ViewWindow): number => window.right - window.left;
export const spanY = (window: ViewWindow): number => window.top - window.bottom;

/** The window moved by `dx`, `dy` data units, stopped at {@link LARGEST_MAGNITUDE}. */
export function panned(window: ViewWindow, dx: number, dy: number): ViewWindow {
  const x = clamp(dx, -LARGEST_MAGNITUDE - window.left, LARGEST_MAGNITUDE - window.right);
  const y = clamp(dy, -LARGEST_MAGNITUDE - window.bottom, LARGEST_MAGNITUDE - window.top);
  return { left: window.left + x, right: window.right + x, bottom: window.bottom + y, top: window.top + y };
}

/** The window magnified by `factor` (above 1 shows less), `anchor` staying where it is on screen. Both axes keep their ratio. */
export function zoomed(window: ViewWindow, factor: number, anchor: Point): ViewWindow {
  // An axis that is finer already, such as one of errors, sets no limit.
  const limiting = [spanX(window), spanY(window)].filter((span) => span >= SMALLEST_SPAN * 0.99);
  const most = Math.min(...limiting) / SMALLEST_SPAN;
  const least = Math.max(spanX(window), spanY(window)) / (2 * LARGEST_MAGNITUDE);
  const scale = 1 / clamp(factor, Math.min(1, least), Math.max(1, most));
  const grown = {
    left: anchor.x + (window.left - anchor.x) * scale,
    right: anchor.x + (window.right - anchor.x) * scale,
    bottom: anchor.y + (window.bottom - anchor.y) * scale,
    top: anchor.y + (window.top - anchor.y) * scale,
  };
  return panned(grown, 0, 0);
}

export const centre = (window: ViewWindow): Point => ({
  x: (window.left + window.right) / 2,
  y: (window.bottom + window.top) / 2,
});

/** The window after two touch points, given in data coordinates of `window`, moved from `before` to `after`. */
export function pinched(
  window: ViewWindow,
  before: readonly [Point, Point],
  after: readonly [Point, Point],
): ViewWindow {
  const from = middle(before);
  const to = middle(after);
  const spread = distance(before);
  const factor = spread > 0 ? Math.max(distance(after), spread / 100) / spread : 1;
  return zoomed(panned(window, from.x - to.x, from.y - to.y), factor, from);
}

const middle = ([p, q]: readonly [Point, Point]): Point => ({ x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 });
const distance = ([p, q]: readonly [Point, Point]): number => Math.hypot(p.x - q.x, p.y - q.y);

/** The window moved sideways just far enough for `x` to be inside. */
export function revealing(window: ViewWindow, x: number): ViewWindow {
  if (x < window.left) return panned(window, x - window.left, 0);
  if (x > window.right) return panned(window, x - window.right, 0);
  return window;
}

/** The same abscissas and the same vertical centre, with one unit as long vertically as horizontally on a `width` x `height` area. */
export function withEqualUnits(window: ViewWindow, width: number, height: number): ViewWindow {
  const half = (spanX(window) * height) / width / 2;
  const { y } = centre(window);
  return panned({ ...window, bottom: y - half, top: y + half }, 0, 0);
}

/** The same abscissas with a vertical extent that shows every finite value and a margin; unchanged if there is none. */
export function fittedVertically(window: ViewWindow, columns: Iterable<ArrayLike<number>>): ViewWindow {
  let bottom = Number.POSITIVE_INFINITY;
  let top = Number.NEGATIVE_INFINITY;
  for (const values of columns) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      if (!Number.isFinite(value)) continue;
      if (value < bottom) bottom = value;
      if (value > top) top = value;
    }
  }
  if (bottom > top) return window;
  bottom = clamp(bottom, -LARGEST_MAGNITUDE, LARGEST_MAGNITUDE);
  top = clamp(top, -LARGEST_MAGNITUDE, LARGEST_MAGNITUDE);
  const margin = Math.max((top - bottom) * 0.08, SMALLEST_SPAN);
  return tidied(panned({ ...window, bottom: bottom - margin, top: top + margin }, 0, 0));
}

/** The window with its ends rounded to far less than a pixel, so that they stay short when written down. */
export function tidied(window: ViewWindow): ViewWindow {
  const roundX = rounder(spanX(window));
  const roundY = rounder(spanY(window));
  return {
    left: roundX(window.left),
    right: roundX(window.right),
    bottom: roundY(window.bottom),
    top: roundY(window.top),
  };
}

function rounder(span: number): (value: number) => number {
  const decimals = clamp(Math.ceil(Math.log10(PRECISION_PER_SPAN / span)), 0, 12);
  return (value) => Number(value.toFixed(decimals));
}

export const sameWindow = (a: ViewWindow, b: ViewWindow): boolean =>
  a.left === b.left && a.right === b.right && a.bottom === b.bottom && a.top === b.top;
