import { allParameters, type ExportLab, entryOf } from '../export-lab';
import type { TrainedNetwork } from '../trained-network';
import { ARRAYS, classLines, modelLines } from './keras-model';
import { scheduleFactor } from './rate-schedule';
import { hasSignedTargets } from './target-coding';
import { fillCode, type Imports, type ProgramOptions, program, pythonFloat } from './text';
import { dataLines, presentedSamples } from './training-data';

const IMPORTS: Imports = [
  [/\bbase64\./, 'import base64'],
  [/\bmath\./, 'import math'],
  [/\b(?:base64|math)\./, ''],
  [/^/, 'import keras'],
  [/^/, 'import numpy as np'],
];

function targetLines(network: TrainedNetwork, lab: ExportLab): string[] {
  const { task, classes } = network.setup;
  const signed = hasSignedTargets(network, lab) ? ['targets = 2 * targets - 1'] : [];
  if (task === 'multi_class') {
    return [`targets = np.eye(${classes}, dtype="float32")[targets.astype("int")]`, ...signed];
  }
  return ['targets = targets.reshape(-1, 1)', ...(task === 'binary' ? signed : [])];
}

function rateLines({ setup, steps }: TrainedNetwork): string[] {
  const factor = scheduleFactor(setup.schedule, {
    floor: 'keras.ops.floor',
    cos: 'keras.ops.cos',
    minimum: 'keras.ops.minimum',
  });
  if (factor === null) return [];
  return [
    'class Rate(keras.optimizers.schedules.LearningRateSchedule):',
    '    def __call__(self, step):',
    `        step = keras.ops.cast(step, "float32")${steps > 0 ? ` + ${steps}` : ''}`,
    `        return ${pythonFloat(setup.learningRate)} * (${factor})`,
  ];
}

function optimizerUse({ setup }: TrainedNetwork, lab: ExportLab): string {
  const { keras, parameters } = entryOf(lab.choices.optimizers, setup.optimizer);
  const rate = setup.schedule.kind === 'constant' ? pythonFloat(setup.learningRate) : 'Rate()';
  const options = setup.clipNorm > 0 ? `, global_clipnorm=${pythonFloat(setup.clipNorm)}` : '';
  return fillCode(keras, allParameters(parameters, setup.optimizerParameters), pythonFloat)
    .replace('{rate}', rate)
    .replace('{options}', options);
}

function lossUse({ setup }: TrainedNetwork, lab: ExportLab): string {
  const { keras, parameters } = entryOf(lab.choices.losses, setup.loss);
  return fillCode(keras, allParameters(parameters, setup.lossParameters), pythonFloat);
}

function trainingLines(network: TrainedNetwork, lab: ExportLab): string[] {
  return [
    `loss_function = ${lossUse(network, lab)}`,
    `optimizer = ${optimizerUse(network, lab)}`,
    'model.compile(optimizer=optimizer, loss=loss_function)',
  ];
}

function loopLines(network: TrainedNetwork): string[] {
  const { batch, kept } = presentedSamples(network);
  const order = network.setup.shuffle ? 'np.random.permutation(len(inputs))' : 'np.arange(len(inputs))';
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
    [...dataLines(network, ARRAYS), ...targetLines(network, lab)],
    modelLines(network),
    rateLines(network),
    trainingLines(network, lab),
    loopLines(network),
    MAIN,
  ];
  return program(blocks, IMPORTS, ARRAYS, header);
}
