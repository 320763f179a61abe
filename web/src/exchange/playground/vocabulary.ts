import type { Feature } from '../../engine/training/spec';

/** TensorFlow Playground's words, in the order of its own tables, and what the engine calls the same thing. */

export const ADDRESS = 'https://playground.tensorflow.org/';

export const ACTIVATIONS = {
  relu: 'relu',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
  linear: 'identity',
} as const;

export const CLASSIFICATION_DATA = {
  circle: 'circle',
  xor: 'xor',
  gauss: 'gaussians',
  spiral: 'two_spirals',
} as const;

export const REGRESSION_DATA = {
  'reg-plane': 'plane',
  'reg-gauss': 'gaussian_hills',
} as const;

export const REGULARIZATIONS = ['none', 'L1', 'L2'] as const;

export const PROBLEMS = ['classification', 'regression'] as const;

/** In the order of the units of its input layer. */
export const INPUTS = {
  x: 'x1',
  y: 'x2',
  xSquared: 'x1_squared',
  ySquared: 'x2_squared',
  xTimesY: 'x1_x2',
  sinX: 'sin_x1',
  sinY: 'sin_x2',
} as const satisfies Readonly<Record<string, Feature>>;

/** In its state, and without any effect. */
export const UNUSED_INPUTS = ['cosX', 'cosY'] as const;

/** What its `<name>_hide=true` takes from the page. */
export const CONTROLS = [
  'showTestData',
  'discretize',
  'playButton',
  'stepButton',
  'resetButton',
  'learningRate',
  'activation',
  'regularization',
  'regularizationRate',
  'problem',
  'dataset',
  'percTrainData',
  'noise',
  'batchSize',
  'numHiddenLayers',
] as const;

export type PlaygroundActivation = keyof typeof ACTIVATIONS;
export type ClassificationData = keyof typeof CLASSIFICATION_DATA;
export type RegressionData = keyof typeof REGRESSION_DATA;
export type PlaygroundInput = keyof typeof INPUTS;
export type PlaygroundControl = (typeof CONTROLS)[number];
export type Problem = (typeof PROBLEMS)[number];
export type Regularization = (typeof REGULARIZATIONS)[number];

export const HIDE_SUFFIX = '_hide';

/** Points in all, training and test. */
export const SAMPLES: Readonly<Record<Problem, number>> = { classification: 500, regression: 1200 };

/** How many points it trains on. */
export function trainCount(problem: Problem, percTrainData: number): number {
  return Math.floor((SAMPLES[problem] * percTrainData) / 100);
}

export function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(table) as Key[];
}
