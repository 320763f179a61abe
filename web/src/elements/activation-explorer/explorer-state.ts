import type { Lab } from '../../engine/activation-lab';
import type { ViewWindow } from '../../plot/view-window';
import { LARGEST_MAGNITUDE, SMALLEST_SPAN } from '../../plot/view-window';
import { type Chosen, chosenItem, defaultChoice } from '../../state/chosen-field';
import {
  boolean,
  type Codec,
  choice,
  createCodec,
  type Field,
  list,
  number,
  REFUSED,
} from '../../state/codec';
import { FRAMEWORKS, type Framework } from './framework-code';

export const VIEWS = [
  'curves',
  'distribution',
  'neuron',
  'composition',
  'comparison',
  'gradient',
  'cost',
] as const;
export type View = (typeof VIEWS)[number];

export const WORKLOADS = ['value', 'both'] as const;
/** What is timed: `value` is f alone, `both` f and f′. */
export type Workload = (typeof WORKLOADS)[number];

/** 0: f, 1: f′, 2: f″. */
export type Order = 0 | 1 | 2;
export const ORDERS: readonly Order[] = [0, 1, 2];

export const MOST_CURVES = 6;

/** Everything on screen that a link restores. */
export interface ExplorerState {
  readonly view: View;
  readonly curves: readonly Chosen[];
  /** Colour of each curve, 1 to {@link MOST_CURVES}, all different. */
  readonly colours: readonly number[];
  /** Index of the curve whose parameters and properties are shown. */
  readonly focus: number;
  readonly show: readonly Order[];
  readonly window: ViewWindow;
  readonly equal: boolean;
  /** Abscissa of the probe. */
  readonly x: number;
  readonly tangent: boolean;
  /** Shade where |f′| is below `threshold`. */
  readonly zones: boolean;
  readonly threshold: number;

  readonly source: 'normal' | 'uniform';
  readonly mean: number;
  readonly deviation: number;
  readonly lower: number;
  readonly upper: number;
  readonly seed: number;

  readonly weight: number;
  readonly bias: number;

  readonly times: number;
  readonly cobweb: boolean;

  readonly exact: string;
  readonly approximation: string;

  readonly workload: Workload;
  readonly sort: 'cost' | 'catalogue';
  /** Whose code the property card shows. */
  readonly framework: Framework;
}

export const INITIAL_WINDOW: ViewWindow = { left: -6, right: 6, bottom: -0.75, top: 2.25 };

export const LIMITS = {
  x: { minimum: -LARGEST_MAGNITUDE, maximum: LARGEST_MAGNITUDE },
  threshold: { minimum: 1e-6, maximum: 0.5 },
  mean: { minimum: -20, maximum: 20 },
  deviation: { minimum: 0.01, maximum: 20 },
  bound: { minimum: -50, maximum: 50 },
  seed: { minimum: 0, maximum: 4_294_967_295, integer: true },
  weight: { minimum: -100, maximum: 100 },
  bias: { minimum: -100, maximum: 100 },
  times: { minimum: 1, maximum: 20, integer: true },
} as const;

const windowField: Field<ViewWindow> = {
  initial: INITIAL_WINDOW,
  read(text) {
    const ends = text.split(',').map((end) => number({ initial: 0, ...LIMITS.x }).read(end));
    const [left, right, bottom, top] = ends;
    if (ends.length !== 4 || typeof left !== 'number' || typeof right !== 'number') return REFUSED;
    if (typeof bottom !== 'number' || typeof top !== 'number') return REFUSED;
    const spansEnough = right - left >= SMALLEST_SPAN && top - bottom >= SMALLEST_SPAN;
    return spansEnough ? { left, right, bottom, top } : REFUSED;
  },
  write: ({ left, right, bottom, top }) => [left, right, bottom, top].join(','),
};

const orderItem: Omit<Field<Order>, 'initial'> = {
  read: (text) => ORDERS.find((order) => String(order) === text) ?? REFUSED,
  write: String,
};

export function explorerCodec(lab: Lab): Codec<ExplorerState> {
  const { activations } = lab.catalogue;
  const keys = activations.map(({ key }) => key);
  const preferred = (key: string, otherwise: number): string =>
    keys.includes(key) ? key : (keys[otherwise] ?? '');
  const start = activations.filter(({ key }) => key === 'relu' || key === 'sigmoid');
  const colour = number({ initial: 1, minimum: 1, maximum: MOST_CURVES, integer: true });
  return createCodec<ExplorerState>({
    view: choice(VIEWS, 'curves'),
    curves: list(chosenItem(activations), {
      initial: start.map(defaultChoice),
      minimumLength: 1,
      maximumLength: MOST_CURVES,
    }),
    colours: list(colour, { initial: [1, 2], maximumLength: MOST_CURVES }),
    focus: number({ initial: 0, minimum: 0, maximum: MOST_CURVES - 1, integer: true }),
    show: list(orderItem, { initial: [0, 1], minimumLength: 1, maximumLength: ORDERS.length }),
    window: windowField,
    equal: boolean(false),
    x: number({ initial: 1, ...LIMITS.x }),
    tangent: boolean(true),
    zones: boolean(false),
    threshold: number({ initial: 0.05, ...LIMITS.threshold }),
    source: choice(['normal', 'uniform'], 'normal'),
    mean: number({ initial: 0, ...LIMITS.mean }),
    deviation: number({ initial: 2, ...LIMITS.deviation }),
    lower: number({ initial: -4, ...LIMITS.bound }),
    upper: number({ initial: 4, ...LIMITS.bound }),
    seed: number({ initial: 1, ...LIMITS.seed }),
    weight: number({ initial: 2, ...LIMITS.weight }),
    bias: number({ initial: -1, ...LIMITS.bias }),
    times: number({ initial: 4, ...LIMITS.times }),
    cobweb: boolean(true),
    exact: choice(keys, preferred('gelu', 0)),
    approximation: choice(keys, preferred('gelu_tanh', 1)),
    workload: choice(WORKLOADS, 'value'),
    sort: choice(['cost', 'catalogue'], 'cost'),
    framework: choice(FRAMEWORKS, 'pytorchModule'),
  });
}

/**
 * The state with the relations repaired that no single field can check: a colour of its own for every curve, the focus on one of
 * them, a uniform distribution that is not empty, no order twice.
 */
export function consistent(state: ExplorerState): ExplorerState {
  const colours: number[] = [];
  for (const i of state.curves.keys()) {
    const wanted = state.colours[i];
    colours.push(
      wanted !== undefined && !colours.includes(wanted) ? wanted : freeColour([...colours, ...state.colours]),
    );
  }
  const [lower, upper] =
    state.lower < state.upper ? [state.lower, state.upper] : [state.upper - 1, state.upper + 1];
  return {
    ...state,
    colours,
    focus: Math.min(state.focus, state.curves.length - 1),
    show: ORDERS.filter((order) => state.show.includes(order)),
    lower,
    upper,
  };
}

/** The lowest colour not in `used`. */
export function freeColour(used: readonly number[]): number {
  let colour = 1;
  while (used.includes(colour)) colour++;
  return colour;
}

/** The orders to draw in a view that knows derivatives only up to `highest`: at least the value. */
export function drawnOrders(show: readonly Order[], highest: Order): readonly Order[] {
  const drawn = show.filter((order) => order <= highest);
  return drawn.length === 0 ? [0] : drawn;
}
