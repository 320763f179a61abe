import type { ExportLab } from '../export-lab';
import type { TrainedLayer, TrainedNetwork } from '../trained-network';
import { type Dialect, forwardLines } from './forward';
import {
  type ArrayRules,
  arrayExpression,
  entryLines,
  fillCode,
  indented,
  pythonFloat,
  transposed,
} from './text';

export const ARRAYS: ArrayRules = {
  literal: (list) => `np.array(${list}, dtype="float32")`,
  decoder: 'floats',
  definition: ['def floats(text):', '    return np.frombuffer(base64.b64decode(text), dtype="<f4")'],
};

const DIALECT: Dialect = {
  dense: 'dense',
  code: 'keras',
  identity: 'keras.activations.linear(x)',
  functions: 'keras.ops',
  axis: 'axis',
  training: ', training=training',
};

/** The epsilon is PyTorch's and the engine's, and so is the tenth of each batch in the running statistics. */
const NORMALIZATIONS = {
  layer: 'LayerNormalization(epsilon=1e-05)',
  batch: 'BatchNormalization(momentum=0.9, epsilon=1e-05)',
} as const;

function regularizer({ setup: { l1, l2 } }: TrainedNetwork): string {
  if (l1 === 0 && l2 === 0) return '';
  // Keras does not halve the squares.
  const penalties = fillCode('l1={l1}, l2={l2}', { l1, l2: l2 / 2 }, pythonFloat);
  return `, kernel_regularizer=keras.regularizers.L1L2(${penalties})`;
}

function memberLines(layer: TrainedLayer, number: number, options: string): string[] {
  const { units, bias, normalization, slope } = layer;
  const withoutBias = bias ? '' : ', use_bias=False';
  return [
    `self.dense${number} = keras.layers.Dense(${units}${withoutBias}${options})`,
    ...(normalization ? [`self.norm${number} = keras.layers.${NORMALIZATIONS[normalization.kind]}`] : []),
    ...(slope === null ? [] : [`self.prelu${number} = keras.layers.PReLU(shared_axes=[1])`]),
  ];
}

export function classLines(network: TrainedNetwork, lab: ExportLab): string[] {
  const options = regularizer(network);
  const members = network.layers.flatMap((layer, index) => memberLines(layer, index + 1, options));
  return [
    'class Network(keras.Model):',
    '    def __init__(self):',
    ...indented(['super().__init__()', ...members], 2),
    '',
    '    def call(self, x, training=False):',
    ...indented(forwardLines(network, DIALECT, lab), 2),
  ];
}

function weightLines(layer: TrainedLayer, number: number): string[] {
  const { inputs, units, weights, bias, normalization, slope } = layer;
  const vector = (values: Float32Array) => arrayExpression(values, [values.length], ARRAYS);
  const set = (member: string, arrays: readonly string[]) => [
    `model.${member}${number}.set_weights([`,
    ...arrays.flatMap(entryLines),
    '])',
  ];
  // Keras has a row for each input.
  const kernel = arrayExpression(transposed(weights, units, inputs), [inputs, units], ARRAYS);
  const running =
    normalization?.kind === 'batch' ? [normalization.runningMean, normalization.runningVariance] : [];
  return [
    ...set('dense', [kernel, ...(bias ? [vector(bias)] : [])]),
    ...(normalization ? set('norm', [normalization.scale, normalization.shift, ...running].map(vector)) : []),
    ...(slope === null ? [] : set('prelu', [vector(Float32Array.of(slope))])),
  ];
}

/** A layer has its arrays only after it has seen an input. */
export function modelLines({ layers }: TrainedNetwork): string[] {
  return [
    'model = Network()',
    'model(inputs[:1])',
    ...layers.flatMap((layer, index) => weightLines(layer, index + 1)),
  ];
}
