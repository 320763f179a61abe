import type { Feature, HyperParameters, LayerSpec, Task, TrainerSpec } from '../../../engine/training/spec';
import { AUTOMATIC, FEATURES, LIMITS, type NetworkState } from './network-state';
import { type Choices, type DatasetInfo, entryOf, type LossInfo } from './training-choices';

const USUAL_LOSS: Readonly<Record<Task, string>> = {
  binary: 'bce_with_logits',
  multi_class: 'softmax_cross_entropy',
  regression: 'mse',
  curve: 'mse',
};

const DATA_KEYS = ['data', 'samples', 'classes', 'noise', 'share', 'dataSeed'] as const;
const NETWORK_KEYS = ['layers', 'init', 'seed', 'loss', 'optimizer', 'batch'] as const;

const OF_SECOND_COLUMN = /x2/;

export const datasetOf = (choices: Choices, { data }: NetworkState): DatasetInfo =>
  entryOf(choices.datasets, data);

/** The classes there will be; 0 where the targets are values. */
export function classCount(dataset: DatasetInfo, { classes }: NetworkState): number {
  return Math.min(dataset.mostClasses, Math.max(dataset.fewestClasses, classes));
}

/** Two classes are told apart by one output where the data set allows it. */
export function taskOf(dataset: DatasetInfo, state: NetworkState): Task {
  const task = dataset.tasks.find((offered) => offered !== 'binary' || classCount(dataset, state) === 2);
  return task ?? 'binary';
}

export const lossesOf = ({ losses }: Choices, task: Task): LossInfo[] =>
  losses.filter(({ tasks }) => tasks.includes(task));

/** The loss that is chosen, or the usual one. */
export function lossOf(choices: Choices, state: NetworkState): LossInfo {
  const task = taskOf(datasetOf(choices, state), state);
  const key = state.loss === AUTOMATIC ? USUAL_LOSS[task] : state.loss;
  return entryOf(choices.losses, key);
}

/** The features that data with so many columns have. */
export const featuresFor = (columns: number): Feature[] =>
  FEATURES.filter((feature) => columns > 1 || !OF_SECOND_COLUMN.test(feature));

/** What the last layer has to give for a loss. */
export function outputActivation({ outputs, signedTargets }: LossInfo, task: Task): string {
  if (outputs === 'probabilities') return 'sigmoid';
  // Squared distances from targets of -1 and 1 are what TensorFlow Playground trains with.
  return outputs === 'any' && task === 'binary' && !signedTargets ? 'tanh' : 'identity';
}

export const outputWidth = (dataset: DatasetInfo, state: NetworkState): number =>
  taskOf(dataset, state) === 'multi_class' ? classCount(dataset, state) : 1;

/** The state with everything that does not go together replaced by what does. */
export function consistent(choices: Choices, state: NetworkState): NetworkState {
  const dataset = datasetOf(choices, state);
  const task = taskOf(dataset, state);
  const allowed = featuresFor(dataset.columns);
  const features = allowed.filter((feature) => state.features.includes(feature));
  const fits = state.loss === AUTOMATIC || lossesOf(choices, task).some(({ key }) => key === state.loss);
  return {
    ...state,
    features: features.length > 0 ? features : ['x1'],
    loss: fits ? state.loss : AUTOMATIC,
  };
}

/** What may change while the network trains. */
export const hyperParametersOf = ({ rate, l1, l2 }: NetworkState): HyperParameters => ({
  learningRate: rate,
  l1,
  l2,
});

export function specOf(choices: Choices, state: NetworkState): TrainerSpec {
  const dataset = datasetOf(choices, state);
  const task = taskOf(dataset, state);
  const loss = lossOf(choices, state);
  const layer = (width: number, activation: LayerSpec['activation'] & string): LayerSpec => ({
    width,
    activation,
    initializer: state.init,
  });
  const classes = classCount(dataset, state);
  return {
    ...hyperParametersOf(state),
    task,
    ...(task === 'multi_class' ? { classes } : {}),
    features: state.features,
    layers: [
      ...state.layers.map(({ width, activation: { key, parameters } }) => ({
        ...layer(width, key),
        activationParameters: parameters,
      })),
      layer(outputWidth(dataset, state), outputActivation(loss, task)),
    ],
    loss: loss.key,
    optimizer: state.optimizer,
    batchSize: state.batch,
    seed: state.seed,
    shuffleSeed: state.seed,
    data: {
      dataset: state.data,
      samples: state.samples,
      ...(classes > 0 ? { classes } : {}),
      noise: state.noise,
      trainShare: state.share,
      seed: state.dataSeed,
    },
  };
}

/** Whether two states have the same points. */
export const isSameData = (a: NetworkState, b: NetworkState): boolean =>
  DATA_KEYS.every((key) => a[key] === b[key]);

/** Whether two states train the same network: the others differ in what can change on the way, or only in what is shown. */
export const isSameTraining = (a: NetworkState, b: NetworkState): boolean =>
  isSameData(a, b) &&
  NETWORK_KEYS.every((key) => a[key] === b[key]) &&
  a.features.join() === b.features.join();

/** A rate that is worth trying after `rate` was too high. */
export function lowerRate(rate: number): number {
  return Math.max(LIMITS.rate.minimum, Number((rate / 10).toPrecision(6)));
}
