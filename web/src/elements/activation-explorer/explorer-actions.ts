import type { ActivationInfo } from '../../engine/catalogue';
import { centre, fittedVertically, type ViewWindow } from '../../plot/view-window';
import { type Chosen, defaultChoice } from '../../state/chosen-field';
import {
  type ExplorerState,
  freeColour,
  INITIAL_WINDOW,
  LIMITS,
  MOST_CURVES,
  ORDERS,
  type Order,
} from './explorer-state';

/** What a learner's action changes; empty where it changes nothing. */
export type Change = Partial<ExplorerState>;

/** One more curve, in the lowest free colour, with the focus on it. */
export function addCurve({ curves, colours }: ExplorerState, chosen: Chosen): Change {
  if (curves.length >= MOST_CURVES) return {};
  return { curves: [...curves, chosen], colours: [...colours, freeColour(colours)], focus: curves.length };
}

/** The last curve stays. */
export function removeCurve({ curves, colours, focus }: ExplorerState, index: number): Change {
  if (curves.length <= 1) return {};
  const others = <T>(items: readonly T[]): T[] => items.filter((_, i) => i !== index);
  const moved = focus > index ? focus - 1 : focus;
  return { curves: others(curves), colours: others(colours), focus: Math.min(moved, curves.length - 2) };
}

/** Adds the activation at its defaults, or takes away every curve of it. */
export function toggleActivation(state: ExplorerState, info: ActivationInfo): Change {
  let current = state;
  for (let i = state.curves.length - 1; i >= 0; i--) {
    if (state.curves[i]?.key === info.key) current = { ...current, ...removeCurve(current, i) };
  }
  if (current === state) return addCurve(state, defaultChoice(info));
  return { curves: current.curves, colours: current.colours, focus: current.focus };
}

export function replaceCurve({ curves }: ExplorerState, index: number, chosen: Chosen): Change {
  return { curves: curves.map((curve, i) => (i === index ? chosen : curve)) };
}

/** The focused curve with one parameter changed. */
export function setParameter(state: ExplorerState, key: string, value: number): Change {
  const focused = focusedCurve(state);
  return replaceCurve(state, state.focus, {
    ...focused,
    parameters: { ...focused.parameters, [key]: value },
  });
}

/** Shows or hides f, f′ or f″; one of them always stays. */
export function toggleOrder({ show }: ExplorerState, order: Order): Change {
  const next = ORDERS.filter((each) => show.includes(each) !== (each === order));
  return next.length === 0 ? {} : { show: next };
}

export function focusedCurve({ curves, focus }: ExplorerState): Chosen {
  const chosen = curves[focus];
  if (chosen === undefined) throw new RangeError('the focus is on no curve');
  return chosen;
}

export type DistributionNumber = 'mean' | 'deviation' | 'lower' | 'upper' | 'threshold';

const NARROWEST_UNIFORM = 0.1;

/** One number of the distribution view; an end of the uniform distribution pushes the other one along. */
export function setDistribution(
  { lower, upper }: ExplorerState,
  key: DistributionNumber,
  value: number,
): Change {
  const { minimum, maximum } = LIMITS.bound;
  if (key === 'lower' && value >= upper) {
    const start = Math.min(value, maximum - NARROWEST_UNIFORM);
    return { lower: start, upper: Number((start + NARROWEST_UNIFORM).toFixed(6)) };
  }
  if (key === 'upper' && value <= lower) {
    const end = Math.max(value, minimum + NARROWEST_UNIFORM);
    return { lower: Number((end - NARROWEST_UNIFORM).toFixed(6)), upper: end };
  }
  return { [key]: value };
}

export const resetWindow = (): Change => ({ window: INITIAL_WINDOW, equal: false });

const FIT_SAMPLES = 400;

/** The window with the vertical extent of everything that is drawn in it. */
export function fitWindow(window: ViewWindow, sample: (x: Float32Array) => Iterable<Float32Array>): Change {
  const step = (window.right - window.left) / FIT_SAMPLES;
  const x = Float32Array.from({ length: FIT_SAMPLES + 1 }, (_, i) => window.left + i * step);
  return { window: fittedVertically(window, sample(x)), equal: false };
}

/** The window moved sideways so that `x` is in its middle, if it was outside. */
export function bringIntoSight(window: ViewWindow, x: number): ViewWindow {
  if (x >= window.left && x <= window.right) return window;
  const shift = x - centre(window).x;
  return { ...window, left: window.left + shift, right: window.right + shift };
}
