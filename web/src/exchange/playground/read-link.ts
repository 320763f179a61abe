import type { Feature, GeneratedData, LayerSpec, TrainerSpec } from '../../engine/training/spec';
import type { Difference, DifferenceCode } from './difference';
import { findState, type Refusal } from './find-state';
import { engineSeed } from './seed';
import { type PlaygroundState, readState } from './state';
import {
  ACTIVATIONS,
  CLASSIFICATION_DATA,
  INPUTS,
  type PlaygroundControl,
  REGRESSION_DATA,
  SAMPLES,
  trainCount,
} from './vocabulary';

/** What a link says besides the network and its training. */
export interface PlaygroundView {
  readonly showTestData: boolean;
  readonly discretize: boolean;
  /** Only the tool, without header and explanations. */
  readonly hideText: boolean;
  readonly hiddenControls: readonly PlaygroundControl[];
  /** Not offered to be switched on. */
  readonly hiddenFeatures: readonly Feature[];
}

export interface PlaygroundSetup {
  readonly spec: TrainerSpec;
  readonly view: PlaygroundView;
  /** Each at most once, but for values and keys. */
  readonly differences: readonly Difference[];
}

export type LinkReading = PlaygroundSetup | { readonly refusal: Refusal };

function layersOf({ networkShape, activation, problem, initZero }: PlaygroundState): readonly LayerSpec[] {
  const initializer = initZero ? 'zeros' : 'uniform';
  const hidden = networkShape.map((width) => ({ width, activation: ACTIVATIONS[activation], initializer }));
  return [...hidden, { width: 1, activation: problem === 'regression' ? 'identity' : 'tanh', initializer }];
}

function featuresOf({ inputs }: PlaygroundState): readonly Feature[] {
  return inputs.length === 0 ? ['x1', 'x2'] : inputs.map((name) => INPUTS[name]);
}

function dataOf({
  problem,
  dataset,
  regDataset,
  noise,
  percTrainData,
  seed,
}: PlaygroundState): GeneratedData {
  const samples = SAMPLES[problem];
  return {
    dataset: problem === 'regression' ? REGRESSION_DATA[regDataset] : CLASSIFICATION_DATA[dataset],
    samples,
    noise: noise / 100,
    // The very number of points: shares are rounded differently.
    trainShare: trainCount(problem, percTrainData) / samples,
    seed: engineSeed(seed),
  };
}

function specOf(state: PlaygroundState): TrainerSpec {
  const { problem, regularization, regularizationRate } = state;
  return {
    task: problem === 'regression' ? 'regression' : 'binary',
    targetCoding: problem === 'regression' ? 'automatic' : 'minus_one_one',
    features: featuresOf(state),
    layers: layersOf(state),
    loss: 'half_squared',
    optimizer: 'sgd',
    learningRate: state.learningRate,
    l1: regularization === 'L1' ? regularizationRate : 0,
    l2: regularization === 'L2' ? regularizationRate : 0,
    batchSize: Math.min(state.batchSize, Math.max(1, trainCount(problem, state.percTrainData))),
    leftover: 'keep',
    shuffle: false,
    seed: engineSeed(state.seed),
    data: dataOf(state),
  };
}

function viewOf(state: PlaygroundState): PlaygroundView {
  const { showTestData, discretize, hideText, hiddenControls, hiddenInputs } = state;
  const used = featuresOf(state);
  const hiddenFeatures = hiddenInputs
    .map((name) => INPUTS[name])
    .filter((feature) => !used.includes(feature));
  return { showTestData, discretize, hideText, hiddenControls, hiddenFeatures };
}

function differencesOf(state: PlaygroundState): readonly Difference[] {
  const points = trainCount(state.problem, state.percTrainData);
  const penalized = state.regularizationRate > 0;
  const classifies = state.problem === 'classification';
  const found: readonly (readonly [DifferenceCode, boolean])[] = [
    ['random_numbers', true],
    ['single_precision', true],
    ['equal_quadrants', classifies && state.dataset === 'xor'],
    ['spiral_centre', classifies && state.dataset === 'spiral'],
    ['l1_keeps_zero', penalized && state.regularization === 'L1'],
    ['l2_after_step', penalized && state.regularization === 'L2'],
    ['batch_too_large', state.batchSize > points],
    ['leftover_points', state.batchSize <= points && points % state.batchSize !== 0],
    ['no_input', state.inputs.length === 0],
  ];
  return found.filter(([, applies]) => applies).map(([code]) => ({ code }));
}

/** The set-up that a pasted TensorFlow Playground link opens there, as near as it can be here. Never throws. */
export function readPlaygroundLink(text: string): LinkReading {
  const found = findState(text);
  if ('refusal' in found) return found;
  const { state, differences } = readState(found.hash);
  return {
    spec: specOf(state),
    view: viewOf(state),
    differences: [...differencesOf(state), ...differences],
  };
}
