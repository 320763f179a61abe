import type { DataSpec, Feature, Task } from '../../../engine/training/spec';
import { type DataState, FEATURES } from './data-state';
import { OWN_DATA, ownDataset, splitSamples } from './own-points';
import { type Choices, type DatasetInfo, entryOf } from './training-choices';

const OF_SECOND_COLUMN = /x2/;

/** What the choice of the data depends on. */
export type DataChoice = Pick<DataState, 'data' | 'kind' | 'points' | 'labels'>;

export function datasetOf(choices: Choices, { data, kind, points, labels }: DataChoice): DatasetInfo {
  return data.key === OWN_DATA ? ownDataset(kind, points, labels) : entryOf(choices.datasets, data.key);
}

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

/** Only what lies in a plane, or on a line, can be drawn as a map. */
export const isDrawable = ({ columns }: Pick<DatasetInfo, 'columns'>): boolean => columns <= 2;

/** The features that data with so many columns have; data with more than two are seen as they are. */
export const featuresFor = (columns: number): Feature[] =>
  columns > 2 ? [] : FEATURES.filter((feature) => columns > 1 || !OF_SECOND_COLUMN.test(feature));

/** What the first layer sees; empty: the columns of the data. */
export const featuresOf = (
  dataset: DatasetInfo,
  { features }: Pick<DataState, 'features'>,
): readonly Feature[] => (isDrawable(dataset) ? features : []);

export function dataSpecOf(choices: Choices, state: DataState): DataSpec {
  if (state.data.key === OWN_DATA) return splitSamples(state.kind, state.points, state.share);
  const dataset = datasetOf(choices, state);
  const classes = classCount(dataset, state);
  return {
    dataset: state.data.key,
    parameters: state.data.parameters,
    samples: state.samples,
    ...(classes > 0 ? { classes } : {}),
    noise: state.noise,
    trainShare: state.share,
    seed: state.dataSeed,
    ...(dataset.formula === '' || state.formula === '' ? {} : { formula: state.formula }),
  };
}
