import { css, html, type TemplateResult } from 'lit';
import { CanvasPlot } from '../../../plot/canvas-plot';
import { cssOf } from '../../../plot/colour';
import { type PlotGeometry, plotGeometry } from '../../../plot/geometry';
import type { PlotSize } from '../../../plot/sized-plot';
import type { ViewWindow } from '../../../plot/view-window';
import { define } from '../../define';
import { ARROWS, type MapPlace, nearestInside } from '../model/map-place';
import type { PointGroup } from '../model/point-groups';
import { paintFrame, paintPoints } from '../output/map-painter';

const MARGINS = { left: 26, right: 4, top: 4, bottom: 22 };
const MARK_RADIUS = 3.4;
/** Of the width, for one press of an arrow key. */
const KEY_STEP = 1 / 40;

/** A place was touched; `ends` is true with the last one of a stroke, which may have no place. */
export type BrushEvent = CustomEvent<{
  readonly place: MapPlace | undefined;
  readonly erases: boolean;
  readonly ends: boolean;
}>;

/**
 * A plane to draw points on, with a pen, a finger, a mouse, or the arrow keys: Enter sets a point, Delete takes it away.
 *
 * @fires brush see BrushEvent
 */
export class PointCanvas extends CanvasPlot {
  static override properties = {
    ...CanvasPlot.properties,
    groups: { attribute: false },
    window: { attribute: false },
    disabled: { type: Boolean },
  };

  static override styles = [
    ...CanvasPlot.styles,
    css`
      :host {
        touch-action: none;
        cursor: crosshair;
      }
      .pad {
        position: absolute;
        inset: 0;
        border-radius: var(--al-radius);
      }
      .pad:focus-visible {
        outline: 2px solid var(--al-accent);
        outline-offset: 2px;
      }
    `,
  ];

  declare groups: readonly PointGroup[];
  declare window: ViewWindow;
  declare disabled: boolean;

  /** Where the keys are. */
  #cursor: MapPlace = [0, 0];
  #showsCursor = false;
  #isDown = false;

  constructor() {
    super();
    this.groups = [];
    this.window = { left: -6, right: 6, bottom: -6, top: 6 };
    this.disabled = false;
  }

  protected override render(): TemplateResult {
    return html`
      ${super.render()}
      <div
        class="pad"
        role="application"
        tabindex=${this.disabled ? -1 : 0}
        aria-label=${this.label}
        aria-describedby="description"
        @pointerdown=${this.#down}
        @pointermove=${this.#move}
        @pointerup=${this.#up}
        @pointercancel=${this.#up}
        @keydown=${this.#key}
        @focus=${() => this.#showCursor(true)}
        @blur=${() => this.#showCursor(false)}
      ></div>
    `;
  }

  protected override paint(context: CanvasRenderingContext2D, _size: PlotSize): void {
    const geometry = this.#geometry;
    const { palette } = this.theme;
    context.font = this.font;
    paintFrame(context, geometry, palette);
    paintPoints(context, geometry, this.groups, palette, MARK_RADIUS);
    if (!this.#showsCursor) return;
    const [x, y] = [geometry.x(this.#cursor[0]), geometry.y(this.#cursor[1])];
    context.strokeStyle = cssOf(palette.ink);
    context.lineWidth = 1.5;
    context.beginPath();
    context.moveTo(x - 9, y);
    context.lineTo(x + 9, y);
    context.moveTo(x, y - 9);
    context.lineTo(x, y + 9);
    context.stroke();
  }

  get #geometry(): PlotGeometry {
    const { width, height } = this.size;
    return plotGeometry(this.window, width, height, MARGINS);
  }

  #placeOf(event: PointerEvent): MapPlace {
    const { left, top } = this.getBoundingClientRect();
    const { x, y } = this.#geometry;
    return nearestInside(this.window, [x.invert(event.clientX - left), y.invert(event.clientY - top)]);
  }

  #brush(place: MapPlace | undefined, erases: boolean, ends: boolean): void {
    if (!this.disabled) this.dispatchEvent(new CustomEvent('brush', { detail: { place, erases, ends } }));
  }

  readonly #down = (event: PointerEvent): void => {
    if (event.button > 0) return;
    this.#isDown = true;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#brush(this.#placeOf(event), event.shiftKey, false);
  };

  readonly #move = (event: PointerEvent): void => {
    if (this.#isDown) this.#brush(this.#placeOf(event), event.shiftKey, false);
  };

  readonly #up = (): void => {
    if (!this.#isDown) return;
    this.#isDown = false;
    this.#brush(undefined, false, true);
  };

  readonly #key = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key];
    if (arrow !== undefined) {
      const step = (this.window.right - this.window.left) * KEY_STEP * (event.shiftKey ? 5 : 1);
      const [x, y] = this.#cursor;
      this.#cursor = nearestInside(this.window, [x + arrow[0] * step, y + arrow[1] * step]);
      this.repaint();
    } else if (event.key === 'Enter' || event.key === ' ') this.#brush(this.#cursor, false, true);
    else if (event.key === 'Delete' || event.key === 'Backspace') this.#brush(this.#cursor, true, true);
    else return;
    event.preventDefault();
  };

  #showCursor(shows: boolean): void {
    this.#showsCursor = shows;
    this.repaint();
  }
}

define('al-point-canvas', PointCanvas);

declare global {
  interface HTMLElementTagNameMap {
    'al-point-canvas': PointCanvas;
  }
}
