import { allParameters, type ExportLab, entryOf } from './export-lab';
import { featureExpression } from './features';
import { KERAS_LOSSES, KERAS_OPTIMIZERS } from './keras-choices';
import {
  type ArrayRules,
  arrayExpression,
  entryLines,
  fillTemplate,
  indented,
  type ProgramOptions,
  type ProgramRules,
  program,
  pythonArgument,
  transposed,
} from './python';
import { scheduleFactor } from './rate-schedule';
import { hasSignedTargets } from './target-coding';
import type { TrainedLayer, TrainedNetwork } from './trained-network';
import { presentedSamples, trainingData } from './training-data';

const ARRAYS: ArrayRules = { literal: (list) => `np.array(${list}, dtype="float32")`, decoder: 'floats' };

const RULES: ProgramRules = {
  imports: [
    [/\bbase64\./, 'import base64'],
    [/\bmath\./, 'import math'],
    [/\b(?:base64|math)\./, ''],
    [/^/, 'import keras'],
    [/^/, 'import numpy as np'],
  ],
  decoder: ['def floats(text):', '    return np.frombuffer(base64.b64decode(text), dtype="<f4")'],
};

/** PyTorch's and the engine's; the running statistics keep nine tenths of what they were. */
const NORMALIZATIONS = {
  layer: 'LayerNormalization(epsilon=1e-05)',
  batch: 'BatchNormalization(momentum=0.9, epsilon=1e-05)',
} as const;

function regularizer({ setup: { l1, l2 } }: TrainedNetwork): string {
  if (l1 === 0 && l2 === 0) return '';
  // Keras does not halve the squares.
  const penalties = fillTemplate('l1={l1}, l2={l2}', { l1, l2: l2 / 2 }, pythonArgument);
  return `, kernel_regularizer=keras.regularizers.L1L2(${penalties})`;
}

function memberLines(layer: TrainedLayer, number: number, network: TrainedNetwork): string[] {
  const { units, bias, normalization, slope } = layer;
  const withoutBias = bias ? '' : ', use_bias=False';
  return [
    `self.dense${number} = keras.layers.Dense(${units}${withoutBias}${regularizer(network)})`,
    ...(normalization ? [`self.norm${number} = keras.layers.${NORMALIZATIONS[normalization.kind]}`] : []),
    ...(slope === null ? [] : [`self.prelu${number} = keras.layers.PReLU(shared_axes=[1])`]),
  ];
}

function activationExpression({ setup, slope }: TrainedLayer, number: number, lab: ExportLab): string {
  if (slope !== null) return `self.prelu${number}(x)`;
  const { code, parameters } = entryOf(lab.catalogue.activations, setup.activation);
  return fillTemplate(code.keras, allParameters(parameters, setup.activationParameters));
}

function callLines(layer: TrainedLayer, number: number, lab: ExportLab): string[] {
  const { residual, activation } = layer.setup;
  const training = layer.normalization?.kind === 'batch' ? ', training=training' : '';
  return [
    ...(residual ? ['skip = x'] : []),
    `x = self.dense${number}(x)`,
    ...(layer.normalization ? [`x = self.norm${number}(x${training})`] : []),
    ...(activation === 'identity' ? [] : [`x = ${activationExpression(layer, number, lab)}`]),
    ...(residual ? ['x = x + skip'] : []),
  ];
}

function featureLines({ setup }: TrainedNetwork): string[] {
  if (setup.features.length === 0) return [];
  const expressions = setup.features.map((feature) => featureExpression(feature, 'keras.ops'));
  const columns = setup.columns === 1 ? 'x1 = x[:, 0]' : 'x1, x2 = x[:, 0], x[:, 1]';
  return [columns, `x = keras.ops.stack([${expressions.join(', ')}], axis=1)`];
}

function classLines(network: TrainedNetwork, lab: ExportLab): string[] {
  const lines = (of: (layer: TrainedLayer, number: number) => string[]) =>
    network.layers.flatMap((layer, index) => of(layer, index + 1));
  return [
    'class Network(keras.Model):',
    '    def __init__(self):',
    ...indented(['super().__init__()', ...lines((layer, number) => memberLines(layer, number, network))], 2),
    '',
    '    def call(self, x, training=False):',
    ...indented(
      [...featureLines(network), ...lines((layer, number) => callLines(layer, number, lab)), 'return x'],
      2,
    ),
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

function targetLines(network: TrainedNetwork, lab: ExportLab): string[] {
  const { task, classes } = network.setup;
  const signed = hasSignedTargets(network, lab) ? ['targets = 2 * targets - 1'] : [];
  if (task === 'multi_class') {
    return [`targets = np.eye(${classes}, dtype="float32")[targets.astype("int")]`, ...signed];
  }
  return ['targets = targets.reshape(-1, 1)', ...(task === 'binary' ? signed : [])];
}

function dataLines(network: TrainedNetwork, lab: ExportLab): string[] {
  const { samples, inputs, targets } = trainingData(network);
  return [
    `inputs = ${arrayExpression(inputs, [samples, network.setup.columns], ARRAYS)}`,
    `targets = ${arrayExpression(targets, [samples], ARRAYS)}`,
    ...targetLines(network, lab),
  ];
}

/** A layer has its arrays only after it has seen an input. */
function modelLines({ layers }: TrainedNetwork): string[] {
  return [
    'model = Network()',
    'model(inputs[:1])',
    ...layers.flatMap((layer, index) => weightLines(layer, index + 1)),
  ];
}

function rateLines({ setup, steps }: TrainedNetwork): string[] {
  const factor = scheduleFactor(setup.schedule, {
    floor: 'keras.ops.floor',
    cos: 'keras.ops.cos',
    minimum: 'keras.ops.minimum',
  });
  if (factor === null) return [];
  const taken = steps > 0 ? ` + ${steps}` : '';
  return [
    'class Rate(keras.optimizers.schedules.LearningRateSchedule):',
    '    def __call__(self, step):',
    `        step = keras.ops.cast(step, "float32")${taken}`,
    `        return ${pythonArgument(setup.learningRate)} * (${factor})`,
  ];
}

function compileLines({ setup }: TrainedNetwork, lab: ExportLab): string[] {
  const loss = entryOf(lab.choices.losses, setup.loss);
  const optimizer = entryOf(lab.choices.optimizers, setup.optimizer);
  const lossTemplate = KERAS_LOSSES[loss.key];
  const optimizerTemplate = KERAS_OPTIMIZERS[optimizer.key];
  if (lossTemplate === undefined || optimizerTemplate === undefined) {
    throw new RangeError(`no Keras code for ${loss.key} and ${optimizer.key}`);
  }
  const rate = setup.schedule.kind === 'constant' ? pythonArgument(setup.learningRate) : 'Rate()';
  const options = setup.clipNorm > 0 ? `, global_clipnorm=${pythonArgument(setup.clipNorm)}` : '';
  const filled = fillTemplate(
    optimizerTemplate,
    allParameters(optimizer.parameters, setup.optimizerParameters),
    pythonArgument,
  );
  return [
    `loss_function = ${fillTemplate(lossTemplate, allParameters(loss.parameters, setup.lossParameters))}`,
    `optimizer = ${filled.replace('{rate}', rate).replace('{options}', options)}`,
    'model.compile(optimizer=optimizer, loss=loss_function)',
  ];
}

function loopLines(network: TrainedNetwork): string[] {
  const samples = network.targets.length;
  const { batch, presented } = presentedSamples(network, samples);
  const order = network.setup.shuffle ? 'np.random.permutation(len(inputs))' : 'np.arange(len(inputs))';
  const kept = presented < samples ? `[:${presented}]` : '';
  return [
    'def train(epochs):',
    '    for _ in range(epochs):',
    `        order = ${order}${kept}`,
    `        for start in range(0, len(order), ${batch}):`,
    `            batch = order[start:start + ${batch}]`,
    '            model.train_on_batch(inputs[batch], targets[batch])',
  ];
}

const MAIN = [
  'if __name__ == "__main__":',
  '    print(model.predict(inputs[:1]))',
  '    print(model.evaluate(inputs, targets))',
  '    train(epochs=10)',
  '    print(model.evaluate(inputs, targets))',
];

/**
 * A program for Keras 3, with any of its backends, that rebuilds the network with its weights to the last bit, its training
 * data, loss, optimiser and schedule; it prints what the network makes of the first sample and trains on. Where Keras
 * computes otherwise than PyTorch and the engine (the small numbers in optimisers, the variance that batch normalisation
 * keeps) training goes on a little differently.
 */
export function toKeras(network: TrainedNetwork, lab: ExportLab, { header }: ProgramOptions = {}): string {
  const blocks = [
    classLines(network, lab),
    dataLines(network, lab),
    modelLines(network),
    rateLines(network),
    compileLines(network, lab),
    loopLines(network),
    MAIN,
  ];
  return program(blocks, RULES, header);
}
