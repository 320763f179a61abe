import { tickStep } from 'd3-array';
import { spanX, type ViewWindow } from './view-window';

const KEY_STEPS = 100;
const LARGE_STEP = 10;

/** Round step of an arrow key: about a hundredth of the window. */
export const keyStep = (window: ViewWindow): number => tickStep(0, spanX(window), KEY_STEPS);

/** `x` rounded to less than a pixel of a window `pixels` wide, so that a dragged probe stands at short numbers. */
export const snappedToPixel = (x: number, window: ViewWindow, pixels: number): number =>
  snapped(x, tickStep(0, spanX(window), pixels));

/** Where a key moves a probe from `x`; undefined for a key that does not move it. Shift makes the arrows ten times as far. */
export function probeAfterKey(
  x: number,
  key: string,
  shift: boolean,
  window: ViewWindow,
): number | undefined {
  const step = keyStep(window);
  const arrow = shift ? LARGE_STEP : 1;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return stepped(x, arrow * step, step);
    case 'ArrowLeft':
    case 'ArrowDown':
      return stepped(x, -arrow * step, step);
    case 'PageUp':
      return stepped(x, LARGE_STEP * step, step);
    case 'PageDown':
      return stepped(x, -LARGE_STEP * step, step);
    case 'Home':
      return window.left;
    case 'End':
      return window.right;
    default:
      return undefined;
  }
}

/** The next multiple of `step` at about the distance `by`: an `x` between two multiples moves to one of them first. */
function stepped(x: number, by: number, step: number): number {
  const multiple = x / step;
  const onLattice = Math.abs(multiple - Math.round(multiple)) < 1e-6;
  const from = onLattice ? Math.round(multiple) : by > 0 ? Math.floor(multiple) : Math.ceil(multiple);
  return snapped((from + Math.round(by / step)) * step, step);
}

function snapped(x: number, step: number): number {
  const decimals = Math.max(0, Math.ceil(-Math.log10(step)) + 1);
  return Number((Math.round(x / step) * step).toFixed(Math.min(12, decimals))) + 0;
}
