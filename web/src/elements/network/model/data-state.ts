import type { Feature } from '../../../engine/training/spec';
import { type Chosen, chosen } from '../../../state/chosen-field';
import { choice, type Field, list, number, REFUSED, type Schema, text } from '../../../state/codec';
import { LIMITS } from './limits';
import { OWN_DATA, OWN_KINDS, type OwnKind, type OwnSample, pointsField } from './own-points';
import type { Choices } from './training-choices';

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

const LONGEST_LABEL = 24;

/** What is learned from. */
export interface DataState {
  /** A data set of the engine, or {@link OWN_DATA}. */
  readonly data: Chosen;
  readonly samples: number;
  readonly classes: number;
  readonly noise: number;
  /** Share of the samples that is trained on. */
  readonly share: number;
  readonly dataSeed: number;
  /** f(x) of a data set with a formula; empty: its own. */
  readonly formula: string;
  readonly features: readonly Feature[];
  /** What the targets of the reader's own points are. */
  readonly kind: OwnKind;
  readonly points: readonly OwnSample[];
  /** Names of their classes, where they have some. */
  readonly labels: readonly string[];
}

const featureItem: Omit<Field<Feature>, 'initial'> = choice(FEATURES, 'x1');

/** Each at most once, in the order of {@link FEATURES}. */
const featuresField: Field<readonly Feature[]> = {
  ...list(featureItem, { initial: ['x1', 'x2'], minimumLength: 1, maximumLength: FEATURES.length }),
  write: (features) => FEATURES.filter((feature) => features.includes(feature)).join(),
};

const formulaField = ({ faultOf }: Choices): Field<string> => ({
  initial: '',
  read: (formula) => (faultOf(formula) === undefined ? formula : REFUSED),
  write: (formula) => formula,
});

export const dataFields = (choices: Choices): Schema<DataState> => ({
  data: chosen([...choices.datasets, { key: OWN_DATA, parameters: [] }], 'circle'),
  samples: number({ ...LIMITS.samples, initial: 400 }),
  classes: number({ ...LIMITS.classes, initial: 3 }),
  noise: number({ ...LIMITS.noise, initial: 0 }),
  share: number({ ...LIMITS.share, initial: 0.5 }),
  dataSeed: number({ ...LIMITS.dataSeed, initial: 1 }),
  formula: formulaField(choices),
  features: featuresField,
  kind: choice(OWN_KINDS, 'classes'),
  points: pointsField,
  labels: list(text('', LONGEST_LABEL), { initial: [], maximumLength: LIMITS.classes.maximum }),
});
