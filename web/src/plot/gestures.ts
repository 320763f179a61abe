import type { PlotGeometry } from './geometry';
import { type Point, panned, pinched, type ViewWindow, zoomed } from './view-window';

export interface GestureTarget {
  /** The plot as last drawn. */
  geometry(): PlotGeometry | undefined;
  /** The plot's own element; pointer positions are relative to it. */
  surface(): Element;
  /** Where the probe is, in data units; undefined for a plot without one. */
  probe(): number | undefined;
  moveProbe(x: number): void;
  show(view: ViewWindow): void;
}

type Mode =
  | { readonly kind: 'idle' }
  | { readonly kind: 'probe' }
  /** A mouse button is down on the background: a click until it moves, then a pan. */
  | { readonly kind: 'press'; readonly from: Point; readonly geometry: PlotGeometry; readonly moved: boolean }
  /** One finger is down: a tap until it moves sideways. Moving up or down is the page's. */
  | { readonly kind: 'touch'; readonly from: Point }
  | { readonly kind: 'pinch'; readonly from: readonly [Point, Point]; readonly geometry: PlotGeometry };

const IDLE: Mode = { kind: 'idle' };
/** Pixels a pointer may wander before a click becomes a drag. */
const SLACK = 4;
const PROBE_REACH = 12;
const WHEEL_SENSITIVITY = 0.002;

/**
 * Pointer, touch and wheel gestures of a plot. Mouse: drag the probe, drag the background to pan, click to place the probe,
 * ctrl or meta and wheel to zoom. Touch: one finger moves the probe sideways, two fingers pan and zoom. A plain wheel and a
 * vertical swipe stay with the page.
 */
export class PlotGestures {
  readonly #target: GestureTarget;
  readonly #pointers = new Map<number, Point>();
  #mode: Mode = IDLE;

  constructor(target: GestureTarget) {
    this.#target = target;
  }

  readonly pointerDown = (event: PointerEvent): void => {
    const geometry = this.#target.geometry();
    if (geometry === undefined || (event.pointerType === 'mouse' && event.button !== 0)) return;
    const point = this.#pointOf(event);
    this.#pointers.set(event.pointerId, point);
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    const [first, second] = [...this.#pointers.values()];
    if (first && second) this.#mode = { kind: 'pinch', from: [first, second], geometry };
    else if (event.pointerType === 'touch') this.#mode = { kind: 'touch', from: point };
    else if (this.#isNearProbe(point, geometry)) this.#mode = { kind: 'probe' };
    else this.#mode = { kind: 'press', from: point, geometry, moved: false };
  };

  readonly pointerMove = (event: PointerEvent): void => {
    if (!this.#pointers.has(event.pointerId)) return;
    const point = this.#pointOf(event);
    this.#pointers.set(event.pointerId, point);
    const mode = this.#mode;
    if (mode.kind === 'probe') this.#moveProbe(point);
    else if (mode.kind === 'touch' && Math.abs(point.x - mode.from.x) > SLACK) this.#mode = { kind: 'probe' };
    else if (mode.kind === 'press') this.#pan(mode, point);
    else if (mode.kind === 'pinch') this.#pinch(mode);
  };

  readonly pointerUp = (event: PointerEvent): void => {
    const mode = this.#mode;
    const clicked = mode.kind === 'touch' || (mode.kind === 'press' && !mode.moved);
    if (clicked && event.type === 'pointerup') this.#moveProbe(this.#pointOf(event));
    this.#pointers.delete(event.pointerId);
    // The finger that stays after a pinch must not drag the probe along.
    this.#mode = IDLE;
  };

  readonly wheel = {
    handleEvent: (event: WheelEvent): void => {
      const geometry = this.#target.geometry();
      if (geometry === undefined || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY;
      const point = this.#pointOf(event);
      const factor = Math.exp(-Math.max(-240, Math.min(240, pixels)) * WHEEL_SENSITIVITY);
      this.#target.show(zoomed(geometry.window, factor, dataPoint(point, geometry)));
    },
    passive: false,
  } as const;

  /** Two fingers would scroll the page vertically too. */
  readonly touchMove = {
    handleEvent: (event: TouchEvent): void => {
      if (event.touches.length > 1 && event.cancelable) event.preventDefault();
    },
    passive: false,
  } as const;

  #pan(mode: Extract<Mode, { kind: 'press' }>, point: Point): void {
    const dx = point.x - mode.from.x;
    const dy = point.y - mode.from.y;
    if (!mode.moved && Math.hypot(dx, dy) <= SLACK) return;
    this.#mode = { ...mode, moved: true };
    const { x, y, window, area } = mode.geometry;
    this.#target.show(
      panned(window, x.invert(area.left - dx) - window.left, y.invert(area.bottom - dy) - window.bottom),
    );
  }

  #pinch({ from, geometry }: Extract<Mode, { kind: 'pinch' }>): void {
    const [first, second] = [...this.#pointers.values()];
    if (first === undefined || second === undefined) return;
    const before = [dataPoint(from[0], geometry), dataPoint(from[1], geometry)] as const;
    const after = [dataPoint(first, geometry), dataPoint(second, geometry)] as const;
    this.#target.show(pinched(geometry.window, before, after));
  }

  #moveProbe(point: Point): void {
    const geometry = this.#target.geometry();
    if (geometry === undefined || this.#target.probe() === undefined) return;
    const { area, x } = geometry;
    this.#target.moveProbe(x.invert(Math.min(area.right, Math.max(area.left, point.x))));
  }

  #isNearProbe(point: Point, geometry: PlotGeometry): boolean {
    const probe = this.#target.probe();
    return probe !== undefined && Math.abs(geometry.x(probe) - point.x) <= PROBE_REACH;
  }

  #pointOf(event: MouseEvent): Point {
    const { left, top } = this.#target.surface().getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }
}

const dataPoint = (point: Point, { x, y }: PlotGeometry): Point => ({
  x: x.invert(point.x),
  y: y.invert(point.y),
});
