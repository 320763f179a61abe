import type { Feature, GeneratedData, LayerSpec, TrainerSpec } from '../../engine/training/spec';
import type { PlaygroundView } from './read-link';
import { playgroundSeed } from './seed';
import {
  ACTIVATIONS,
  ADDRESS,
  CLASSIFICATION_DATA,
  HIDE_SUFFIX,
  INPUTS,
  keysOf,
  type PlaygroundActivation,
  type Problem,
  REGRESSION_DATA,
  SAMPLES,
  trainCount,
} from './vocabulary';

/** What TensorFlow Playground cannot do. Each is the key of a message. */
export type Obstacle =
  | 'task'
  | 'data'
  | 'sample_count'
  | 'features'
  | 'target_coding'
  /** One of its four, the same in all hidden layers. */
  | 'activation'
  /** tanh for classes, the identity for values. */
  | 'output'
  | 'layer_options'
  /** Uniform, or zeros, the same in all layers. */
  | 'initializer'
  | 'loss'
  | 'optimizer'
  | 'schedule'
  | 'clipping'
  /** Either L1 or L2. */
  | 'penalties'
  | 'shuffling'
  | 'leftover';

export type LinkWriting = { readonly link: string } | { readonly obstacles: readonly Obstacle[] };

/** In the order of its address. */
const INPUT_ORDER = ['x', 'y', 'xTimesY', 'xSquared', 'ySquared', 'cosX', 'sinX', 'cosY', 'sinY'] as const;

/** Per cents so fine name any number of its points. */
const FINEST = 100;

interface Parts {
  readonly problem: Problem;
  readonly generated: GeneratedData | undefined;
  readonly dataset: string | undefined;
  readonly hidden: readonly LayerSpec[];
  readonly output: LayerSpec;
  readonly activation: PlaygroundActivation | undefined;
  readonly features: readonly Feature[];
}

function theirs<Key extends string>(table: Readonly<Record<Key, string>>, ours: string): Key | undefined {
  return keysOf(table).find((key) => table[key] === ours);
}

function partsOf(spec: TrainerSpec): Parts {
  const problem = spec.task === 'regression' ? 'regression' : 'classification';
  const generated = 'dataset' in spec.data ? spec.data : undefined;
  const table: Readonly<Record<string, string>> =
    problem === 'regression' ? REGRESSION_DATA : CLASSIFICATION_DATA;
  const hidden = spec.layers.slice(0, -1);
  const activations = new Set(hidden.map(({ activation = 'tanh' }) => activation));
  const [activation = 'tanh'] = activations;
  return {
    problem,
    generated,
    dataset: generated && theirs(table, generated.dataset),
    hidden,
    output: spec.layers.at(-1) ?? { width: 0 },
    activation: activations.size > 1 ? undefined : theirs(ACTIVATIONS, activation),
    features: spec.features?.length ? spec.features : ['x1', 'x2'],
  };
}

const isPlain = ({ bias = true, normalization = 'none', residual = false }: LayerSpec): boolean =>
  bias && normalization === 'none' && !residual;

function hasPlainData({ parameters = {}, classes = 2 }: GeneratedData, dataset: string): boolean {
  const { turns = 1.75, ...others } = parameters;
  return classes === 2 && Object.keys(others).length === 0 && (dataset !== 'spiral' || turns === 1.75);
}

function obstaclesOf(spec: TrainerSpec, parts: Parts): readonly Obstacle[] {
  const { problem, generated, dataset, hidden, output, activation, features } = parts;
  const { task = 'binary', targetCoding = 'automatic', schedule, l1 = 0, l2 = 0 } = spec;
  const [initializer] = spec.layers.map((layer) => layer.initializer);
  const known: readonly string[] = Object.values(INPUTS);
  const found: readonly (readonly [Obstacle, boolean])[] = [
    ['task', task !== 'binary' && task !== 'regression'],
    ['data', !generated || dataset === undefined || !hasPlainData(generated, dataset)],
    ['sample_count', generated !== undefined && (generated.samples ?? 500) !== SAMPLES[problem]],
    ['features', new Set(features).size < features.length || features.some((name) => !known.includes(name))],
    ['target_coding', task === 'binary' && targetCoding === 'zero_one'],
    ['activation', activation === undefined],
    ['output', output.width !== 1 || output.activation !== (problem === 'regression' ? 'identity' : 'tanh')],
    ['layer_options', ![...hidden, output].every(isPlain)],
    [
      'initializer',
      (initializer !== 'uniform' && initializer !== 'zeros') ||
        spec.layers.some((layer) => layer.initializer !== initializer),
    ],
    ['loss', spec.loss !== 'half_squared'],
    ['optimizer', (spec.optimizer ?? 'sgd') !== 'sgd'],
    ['schedule', (schedule?.kind ?? 'constant') !== 'constant'],
    ['clipping', (spec.clipNorm ?? 0) !== 0],
    ['penalties', l1 > 0 && l2 > 0],
    ['shuffling', spec.shuffle !== false],
    ['leftover', spec.leftover === 'drop'],
  ];
  return found.filter(([, applies]) => applies).map(([obstacle]) => obstacle);
}

/** The smallest per cent, rounded up to hundredths, that gives so many training points. */
function percentOf(problem: Problem, points: number): number {
  const hundredths = Math.ceil(((points * 100) / SAMPLES[problem]) * FINEST);
  return trainCount(problem, hundredths / FINEST) >= points ? hundredths / FINEST : (hundredths + 1) / FINEST;
}

function addressOf(spec: TrainerSpec, parts: Parts, view: Partial<PlaygroundView>): string {
  const { problem, dataset, hidden, activation, features } = parts;
  const { noise = 0, trainShare = 0.5, seed = 1 } = parts.generated as GeneratedData;
  const { l1 = 0, l2 = 0, learningRate = 0.03, batchSize = 10 } = spec;
  const points = Math.round(trainShare * SAMPLES[problem]);
  const used = new Set<Feature | undefined>(features);
  const featureOf: Readonly<Record<string, Feature>> = INPUTS;
  // There a hidden input is none.
  const hiddenInputs = keysOf(INPUTS).filter(
    (name) => !used.has(INPUTS[name]) && view.hiddenFeatures?.includes(INPUTS[name]),
  );
  const regularization = l1 > 0 ? 'L1' : 'L2';
  const pairs: readonly (readonly [string, string | number | boolean])[] = [
    ['activation', activation as PlaygroundActivation],
    ...(l1 + l2 > 0 ? ([['regularization', regularization]] as const) : []),
    ['batchSize', batchSize === 0 ? points : Math.min(batchSize, points)],
    ['dataset', problem === 'classification' ? (dataset as string) : 'circle'],
    ['regDataset', problem === 'regression' ? (dataset as string) : 'reg-plane'],
    ['learningRate', learningRate],
    ['regularizationRate', l1 + l2],
    ['noise', Math.round(noise * 100 * FINEST) / FINEST],
    ['networkShape', hidden.map(({ width }) => width).join()],
    ['seed', playgroundSeed(seed)],
    ['showTestData', view.showTestData ?? false],
    ['discretize', view.discretize ?? false],
    ['percTrainData', percentOf(problem, points)],
    ...INPUT_ORDER.map((name) => [name, used.has(featureOf[name])] as const),
    ['collectStats', false],
    ['problem', problem],
    ['initZero', parts.output.initializer === 'zeros'],
    ['hideText', view.hideText ?? false],
    ...[...(view.hiddenControls ?? []), ...hiddenInputs].map((name) => [name + HIDE_SUFFIX, true] as const),
  ];
  return `${ADDRESS}#${pairs.map(([key, value]) => `${key}=${value}`).join('&')}`;
}

/**
 * The link that opens a set-up in TensorFlow Playground, or everything that it cannot do.
 *
 * @param spec a complete one, as `Trainer.spec`; `readPlaygroundLink` gives one with the same meaning
 */
export function toPlaygroundLink(spec: TrainerSpec, view: Partial<PlaygroundView> = {}): LinkWriting {
  const parts = partsOf(spec);
  const obstacles = obstaclesOf(spec, parts);
  return obstacles.length > 0 ? { obstacles } : { link: addressOf(spec, parts, view) };
}
