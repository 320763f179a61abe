import type { TrainerSpec } from '../../../../web/src/engine/activation-lab';

/** Four points, of which no straight line separates the classes. */
export const XOR: TrainerSpec = {
  layers: [{ width: 4 }, { width: 1, activation: 'identity' }],
  learningRate: 0.5,
  batchSize: 2,
  data: {
    train: { columns: 2, inputs: [-1, 1, -1, 1, -1, -1, 1, 1], targets: [0, 1, 1, 0] },
    test: { columns: 2, inputs: [-0.5, 0.5, 0.5, 0.5], targets: [1, 0] },
  },
};

/** A data set of the catalogue. */
export const CIRCLE: TrainerSpec = {
  layers: [
    { width: 4, activation: 'relu' },
    { width: 1, activation: 'identity' },
  ],
  data: { dataset: 'circle', samples: 200, noise: 0.1 },
};

/** Three classes, and every kind of layer. */
export const VARIED: TrainerSpec = {
  task: 'multi_class',
  classes: 3,
  features: ['x1', 'x2', 'sin_x1'],
  layers: [
    { width: 6, activation: 'prelu', normalization: 'batch' },
    { width: 6, activation: 'gelu', normalization: 'layer', residual: true },
    { width: 5, activation: 'elu', activationParameters: { alpha: 0.5 }, bias: false },
    { width: 3, activation: 'identity', initializer: 'zeros' },
  ],
  loss: 'softmax_cross_entropy',
  optimizer: 'adam',
  optimizerParameters: { beta1: 0.8 },
  learningRate: 0.01,
  schedule: { kind: 'cosine', steps: 200, factor: 0.1 },
  clipNorm: 5,
  l1: 1e-5,
  l2: 1e-4,
  batchSize: 7,
  seed: 5,
  shuffleSeed: 6,
  data: { dataset: 'spirals', classes: 3, samples: 90, noise: 0.1, seed: 3 },
};
