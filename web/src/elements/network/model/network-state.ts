import type { Feature } from '../../../engine/training/spec';
import { activationItem, type ChosenActivation, defaultChoice } from '../../../state/activation-field';
import {
  boolean,
  type Codec,
  choice,
  createCodec,
  type Field,
  list,
  number,
  REFUSED,
} from '../../../state/codec';
import { type Choices, drawableDatasets, entryOf } from './training-choices';

/** What fits the task best. */
export const AUTOMATIC = 'auto';

export const FEATURES: readonly Feature[] = [
  'x1',
  'x2',
  'x1_squared',
  'x2_squared',
  'x1_x2',
  'sin_x1',
  'sin_x2',
  'cos_x1',
  'cos_x2',
];

export const SPEEDS = ['slow', 'normal', 'fast'] as const;
/** `slow`: a batch a frame; `normal`: an epoch a frame; `fast`: as many as there is time for. */
export type Speed = (typeof SPEEDS)[number];

export interface HiddenLayer {
  readonly width: number;
  readonly activation: ChosenActivation;
}

/** Everything on screen that a link restores. */
export interface NetworkState {
  readonly data: string;
  readonly samples: number;
  readonly classes: number;
  readonly noise: number;
  /** Share of the samples that is trained on. */
  readonly share: number;
  readonly dataSeed: number;
  readonly features: readonly Feature[];
  readonly layers: readonly HiddenLayer[];
  readonly init: string;
  /** Of the initial weights, and of the order of the samples. */
  readonly seed: number;
  /** A key, or {@link AUTOMATIC}. */
  readonly loss: string;
  readonly optimizer: string;
  readonly rate: number;
  /** 0: all training data at once. */
  readonly batch: number;
  readonly l1: number;
  readonly l2: number;
  readonly speed: Speed;
  readonly discretise: boolean;
  /** Show the test data too. */
  readonly test: boolean;
  /** Logarithmic axis of the loss. */
  readonly log: boolean;
}

const seed = { minimum: 0, maximum: 2 ** 32 - 1, integer: true, step: 1 } as const;

/** What a reader may enter; the engine's own limits are wider. */
export const LIMITS = {
  samples: { minimum: 10, maximum: 5000, integer: true, step: 50 },
  classes: { minimum: 2, maximum: 10, integer: true, step: 1 },
  noise: { minimum: 0, maximum: 1, integer: false, step: 0.05 },
  share: { minimum: 0.1, maximum: 0.9, integer: false, step: 0.1 },
  dataSeed: seed,
  seed,
  rate: { minimum: 1e-6, maximum: 1000, integer: false, step: 0.01 },
  batch: { minimum: 0, maximum: 4096, integer: true, step: 1 },
  l1: { minimum: 0, maximum: 10, integer: false, step: 0.001 },
  l2: { minimum: 0, maximum: 10, integer: false, step: 0.001 },
} as const;
export type NumberKey = keyof typeof LIMITS;

export const MOST_LAYERS = 8;
export const MOST_UNITS = 16;

const SEPARATOR = ':';

/** `4:tanh`, `8:elu(alpha:1.5)`. */
function layerItem(
  activation: Omit<Field<ChosenActivation>, 'initial'>,
): Omit<Field<HiddenLayer>, 'initial'> {
  const width = number({ initial: 1, minimum: 1, maximum: MOST_UNITS, integer: true });
  return {
    read(text) {
      const end = text.indexOf(SEPARATOR);
      const units = width.read(text.slice(0, Math.max(0, end)));
      const chosen = activation.read(text.slice(end + 1));
      return units === REFUSED || chosen === REFUSED ? REFUSED : { width: units, activation: chosen };
    },
    write: (layer) => `${layer.width}${SEPARATOR}${activation.write(layer.activation)}`,
  };
}

const featureItem: Omit<Field<Feature>, 'initial'> = choice(FEATURES, 'x1');

/** Each at most once, in the order of {@link FEATURES}. */
const featuresField: Field<readonly Feature[]> = {
  ...list(featureItem, { initial: ['x1', 'x2'], minimumLength: 1, maximumLength: FEATURES.length }),
  write: (features) => FEATURES.filter((feature) => features.includes(feature)).join(),
};

const keysOf = (entries: readonly { readonly key: string }[]): string[] => entries.map(({ key }) => key);

export function networkCodec(choices: Choices): Codec<NetworkState> {
  const layer = (width: number, key: string): HiddenLayer => ({
    width,
    activation: defaultChoice(entryOf(choices.activations, key)),
  });
  return createCodec<NetworkState>({
    data: choice(keysOf(drawableDatasets(choices)), 'circle'),
    samples: number({ ...LIMITS.samples, initial: 400 }),
    classes: number({ ...LIMITS.classes, initial: 3 }),
    noise: number({ ...LIMITS.noise, initial: 0 }),
    share: number({ ...LIMITS.share, initial: 0.5 }),
    dataSeed: number({ ...LIMITS.dataSeed, initial: 1 }),
    features: featuresField,
    layers: list(layerItem(activationItem(choices.activations)), {
      initial: [layer(4, 'tanh'), layer(2, 'tanh')],
      maximumLength: MOST_LAYERS,
    }),
    init: choice(keysOf(choices.initializers), 'xavier_uniform'),
    seed: number({ ...LIMITS.seed, initial: 1 }),
    loss: choice([AUTOMATIC, ...keysOf(choices.losses)], AUTOMATIC),
    optimizer: choice(keysOf(choices.optimizers), 'sgd'),
    rate: number({ ...LIMITS.rate, initial: 0.03 }),
    batch: number({ ...LIMITS.batch, initial: 10 }),
    l1: number({ ...LIMITS.l1, initial: 0 }),
    l2: number({ ...LIMITS.l2, initial: 0 }),
    speed: choice(SPEEDS, 'normal'),
    discretise: boolean(false),
    test: boolean(false),
    log: boolean(false),
  });
}
