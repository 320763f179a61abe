import type { Feature } from '../../../engine/training/spec';
import { type Chosen, chosen } from '../../../state/chosen-field';
import { choice, type Field, list, number, type Schema } from '../../../state/codec';
import { LIMITS } from './limits';
import { type Choices, drawableDatasets } from './training-choices';

export const FEATURES: readonly Feature[] = [
  'x1',
  'x2',
  'x1_squared',
  'x2_squared',
  'x1_x2',
  'sin_x1',
  'sin_x2',
  'cos_x1',
  'cos_x2',
];

/** What is learned from. */
export interface DataState {
  readonly data: Chosen;
  readonly samples: number;
  readonly classes: number;
  readonly noise: number;
  /** Share of the samples that is trained on. */
  readonly share: number;
  readonly dataSeed: number;
  readonly features: readonly Feature[];
}

const featureItem: Omit<Field<Feature>, 'initial'> = choice(FEATURES, 'x1');

/** Each at most once, in the order of {@link FEATURES}. */
const featuresField: Field<readonly Feature[]> = {
  ...list(featureItem, { initial: ['x1', 'x2'], minimumLength: 1, maximumLength: FEATURES.length }),
  write: (features) => FEATURES.filter((feature) => features.includes(feature)).join(),
};

export const dataFields = (choices: Choices): Schema<DataState> => ({
  data: chosen(drawableDatasets(choices), 'circle'),
  samples: number({ ...LIMITS.samples, initial: 400 }),
  classes: number({ ...LIMITS.classes, initial: 3 }),
  noise: number({ ...LIMITS.noise, initial: 0 }),
  share: number({ ...LIMITS.share, initial: 0.5 }),
  dataSeed: number({ ...LIMITS.dataSeed, initial: 1 }),
  features: featuresField,
});
