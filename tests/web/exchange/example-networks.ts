import type { Points, TrainerSpec, TrainingLab } from '../../../web/src/engine/activation-lab';
import { readTrainedNetwork, type TrainedNetwork } from '../../../web/src/exchange/trained-network';

/** Networks whose programs are kept in `tests/golden/exports`. */
export interface Example {
  readonly name: string;
  readonly spec: TrainerSpec;
  /** Taken before it is exported. Programs begin with a new optimiser, so only without steps do they train alike. */
  readonly steps: number;
}

/** Multiples of 1/16 between -2 and 2, in no simple order. */
const spread = (count: number, first = 0): number[] =>
  Array.from({ length: count }, (_, i) => (((i + first) * 29) % 65) / 16 - 2);

const points = (columns: number, samples: number, target: (...inputs: number[]) => number): Points => {
  const inputs = spread(columns * samples);
  const at = (sample: number) =>
    Array.from({ length: columns }, (_, c) => inputs[c * samples + sample] as number);
  return { columns, inputs, targets: Array.from({ length: samples }, (_, sample) => target(...at(sample))) };
};

const quadrants = (x1 = 0, x2 = 0) => (x1 * x2 > 0 ? 1 : 0);

const EVERYTHING: TrainerSpec = {
  task: 'binary',
  features: ['x1', 'x2', 'x1_squared', 'x1_x2', 'sin_x2', 'cos_x1'],
  layers: [
    {
      width: 4,
      activation: 'elu',
      activationParameters: { alpha: 0.5 },
      normalization: 'batch',
      bias: false,
    },
    { width: 4, activation: 'prelu', normalization: 'layer', residual: true },
    { width: 3, activation: 'gelu_tanh' },
    { width: 1, activation: 'identity' },
  ],
  loss: 'bce_with_logits',
  optimizer: 'lion',
  optimizerParameters: { weight_decay: 0.1 },
  learningRate: 0.01,
  schedule: { kind: 'cosine', steps: 12, factor: 0.2 },
  clipNorm: 0.75,
  l1: 0.001,
  l2: 0.01,
  batchSize: 10,
  shuffle: false,
  // One sample is left over, which batch normalisation cannot take.
  data: { train: points(2, 21, quadrants) },
};

export const EXAMPLES: readonly Example[] = [
  {
    name: 'quadrants',
    spec: {
      task: 'binary',
      layers: [
        { width: 4, activation: 'tanh' },
        { width: 2, activation: 'relu' },
        { width: 1, activation: 'tanh' },
      ],
      loss: 'half_squared',
      optimizer: 'sgd',
      learningRate: 0.25,
      batchSize: 0,
      shuffle: false,
      data: { train: points(2, 16, quadrants) },
    },
    steps: 0,
  },
  { name: 'everything', spec: EVERYTHING, steps: 0 },
  { name: 'everything_trained', spec: EVERYTHING, steps: 7 },
  {
    name: 'classes',
    spec: {
      task: 'multi_class',
      classes: 3,
      layers: [
        { width: 18, activation: 'softplus', activationParameters: { beta: 2 } },
        { width: 18, activation: 'snake' },
        { width: 3, activation: 'identity' },
      ],
      loss: 'softmax_cross_entropy',
      optimizer: 'adam',
      learningRate: 0.0625,
      schedule: { kind: 'warm_up', steps: 4 },
      batchSize: 64,
      leftover: 'drop',
      shuffle: false,
      data: { train: points(2, 150, (x1 = 0, x2 = 0) => (x1 > x2 ? 2 : x1 + x2 > 0 ? 1 : 0)) },
    },
    steps: 0,
  },
  {
    name: 'curve',
    spec: {
      task: 'curve',
      features: ['x1', 'cos_x1'],
      layers: [
        { width: 5, activation: 'silu' },
        { width: 1, activation: 'identity' },
      ],
      loss: 'huber',
      lossParameters: { delta: 0.5 },
      optimizer: 'adamw',
      learningRate: 0.03125,
      schedule: { kind: 'step', steps: 3, factor: 0.5 },
      batchSize: 8,
      shuffle: false,
      data: { train: points(1, 20, (x1 = 0) => Math.abs(x1)) },
    },
    steps: 0,
  },
];

/** A trainer of an example; its initial weights are multiples of 1/64, which no change of an initialiser moves. */
export function exampleTrainer(lab: TrainingLab, { spec, steps }: Example) {
  const trainer = lab.trainer(spec);
  const { parameterCount } = trainer.shape;
  trainer.setInitialWeights(spread(parameterCount, 5).map((value) => value / 4));
  trainer.step(steps);
  return trainer;
}

export function exampleNetwork(lab: TrainingLab, example: Example): TrainedNetwork {
  const trainer = exampleTrainer(lab, example);
  try {
    return readTrainedNetwork(trainer.save(), trainer.shape);
  } finally {
    trainer.dispose();
  }
}
