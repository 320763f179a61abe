import type { DataSpec, Feature, Task } from '../../../engine/training/spec';
import { type DataState, FEATURES } from './data-state';
import { type Choices, type DatasetInfo, entryOf } from './training-choices';

const OF_SECOND_COLUMN = /x2/;

export const datasetOf = (choices: Choices, { data }: Pick<DataState, 'data'>): DatasetInfo =>
  entryOf(choices.datasets, data.key);

/** The classes there will be; 0 where the targets are values. */
export function classCount(dataset: DatasetInfo, { classes }: Pick<DataState, 'classes'>): number {
  return Math.min(dataset.mostClasses, Math.max(dataset.fewestClasses, classes));
}

/** Two classes are told apart by one output where the data set allows it. */
export function taskOf(dataset: DatasetInfo, state: Pick<DataState, 'classes'>): Task {
  const task = dataset.tasks.find((offered) => offered !== 'binary' || classCount(dataset, state) === 2);
  return task ?? 'binary';
}

export const outputWidth = (dataset: DatasetInfo, state: Pick<DataState, 'classes'>): number =>
  taskOf(dataset, state) === 'multi_class' ? classCount(dataset, state) : 1;

/** The features that data with so many columns have. */
export const featuresFor = (columns: number): Feature[] =>
  FEATURES.filter((feature) => columns > 1 || !OF_SECOND_COLUMN.test(feature));

export function dataSpecOf(choices: Choices, state: DataState): DataSpec {
  const classes = classCount(datasetOf(choices, state), state);
  return {
    dataset: state.data.key,
    parameters: state.data.parameters,
    samples: state.samples,
    ...(classes > 0 ? { classes } : {}),
    noise: state.noise,
    trainShare: state.share,
    seed: state.dataSeed,
  };
}
