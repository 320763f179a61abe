import type { Normalization } from '../../../engine/training/spec';
import { shortestDecimal } from '../../../exchange/decimal';
import { type Chosen, chosen, chosenItem, defaultChoice } from '../../../state/chosen-field';
import { boolean, type Field, list, number, REFUSED, type Schema } from '../../../state/codec';
import { LIMITS, MOST_LAYERS, MOST_UNITS, MOST_WEIGHTS_IN_A_LINK } from './limits';
import { type Choices, entryOf } from './training-choices';

export interface HiddenLayer {
  readonly width: number;
  readonly activation: Chosen;
  readonly bias: boolean;
  readonly normalization: Normalization;
  /** Adds its input to its output; has an effect only where the layer before has as many units. */
  readonly residual: boolean;
}

/** The network and what it begins with. */
export interface LayersState {
  readonly layers: readonly HiddenLayer[];
  /** Whether the output layer has biases. */
  readonly outputBias: boolean;
  readonly init: Chosen;
  /** Of the initial weights, and of the order of the samples. */
  readonly seed: number;
  /** Initial weights and biases set by hand, in the order of the engine; empty: drawn by `init`. */
  readonly weights: readonly number[];
}

export const PLAIN_LAYER: Pick<HiddenLayer, 'bias' | 'normalization' | 'residual'> = {
  bias: true,
  normalization: 'none',
  residual: false,
};

/** Everything that can follow the activation in the text of a layer. */
const OPTIONS: Readonly<Record<string, Partial<HiddenLayer>>> = {
  no_bias: { bias: false },
  layer_norm: { normalization: 'layer' },
  batch_norm: { normalization: 'batch' },
  residual: { residual: true },
};

const LAYER = /^(\d+):(\w+(?:\([^()]*\))?)((?::\w+)*)$/;

function readOptions(text: string): Partial<HiddenLayer> | typeof REFUSED {
  let read: Partial<HiddenLayer> = {};
  for (const word of text.split(':').slice(1)) {
    if (!Object.hasOwn(OPTIONS, word)) return REFUSED;
    read = { ...read, ...OPTIONS[word] };
  }
  return read;
}

/** `4:tanh`, `8:elu(alpha:1.5)`, `8:relu:no_bias:layer_norm:residual`. */
function layerItem(activation: Omit<Field<Chosen>, 'initial'>): Omit<Field<HiddenLayer>, 'initial'> {
  const width = number({ initial: 1, minimum: 1, maximum: MOST_UNITS, integer: true });
  return {
    read(text) {
      const [, units = '', name = '', words = ''] = LAYER.exec(text) ?? [];
      const count = width.read(units);
      const named = activation.read(name);
      const options = readOptions(words);
      if (count === REFUSED || named === REFUSED || options === REFUSED) return REFUSED;
      return { width: count, activation: named, ...PLAIN_LAYER, ...options };
    },
    write: (layer) => {
      const options = Object.entries(OPTIONS)
        .filter(([, option]) =>
          Object.entries(option).every(([key, value]) => layer[key as keyof HiddenLayer] === value),
        )
        .map(([word]) => word);
      return [layer.width, activation.write(layer.activation), ...options].join(':');
    },
  };
}

const weightItem: Omit<Field<number>, 'initial'> = {
  read(text) {
    const value = number({ initial: 0 }).read(text);
    return value === REFUSED ? REFUSED : Math.fround(value);
  },
  write: shortestDecimal,
};

export function layersFields(choices: Choices): Schema<LayersState> {
  const layer = (width: number, key: string): HiddenLayer => ({
    width,
    activation: defaultChoice(entryOf(choices.activations, key)),
    ...PLAIN_LAYER,
  });
  return {
    layers: list(layerItem(chosenItem(choices.activations)), {
      initial: [layer(4, 'tanh'), layer(2, 'tanh')],
      maximumLength: MOST_LAYERS,
    }),
    outputBias: boolean(true),
    init: chosen(choices.initializers, 'xavier_uniform'),
    seed: number({ ...LIMITS.seed, initial: 1 }),
    weights: list(weightItem, { initial: [], maximumLength: MOST_WEIGHTS_IN_A_LINK }),
  };
}
