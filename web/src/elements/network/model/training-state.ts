import type { CatalogueEntry, ParameterInfo } from '../../../engine/catalogue';
import type { TargetCoding } from '../../../engine/training/spec';
import { type Chosen, chosen } from '../../../state/chosen-field';
import { boolean, choice, number, type Schema } from '../../../state/codec';
import { LIMITS } from './limits';
import { type StopConditions, stopField } from './stop-field';
import type { Choices } from './training-choices';

/** What fits the task best. */
export const AUTOMATIC = 'auto';

export const SPEEDS = ['slow', 'normal', 'fast'] as const;
/** `slow`: a batch a frame; `normal`: an epoch a frame; `fast`: as many as there is time for. */
export type Speed = (typeof SPEEDS)[number];

/** How it learns. */
export interface TrainingState {
  /** Of the catalogue, or {@link AUTOMATIC}. */
  readonly loss: Chosen;
  readonly optimizer: Chosen;
  readonly rate: number;
  /** How the rate changes over the steps: one of {@link SCHEDULES}. */
  readonly schedule: Chosen;
  /** 0: all training data at once. */
  readonly batch: number;
  readonly l1: number;
  readonly l2: number;
  /** Largest norm of the whole gradient; 0: any. */
  readonly clip: number;
  /** Samples that fill no batch at the end of an epoch wait for the next one, or are left out. */
  readonly leftover: 'keep' | 'drop';
  /** A new order of the samples each epoch. */
  readonly shuffle: boolean;
  /** The numbers that stand for two classes. */
  readonly coding: TargetCoding;
  readonly speed: Speed;
  readonly stop: StopConditions;
}

const steps: ParameterInfo = {
  key: 'steps',
  symbol: 'T',
  initial: 1000,
  minimum: 1,
  maximum: 1e9,
  sliderMinimum: 10,
  sliderMaximum: 10_000,
  step: 10,
};
const factor = (initial: number): ParameterInfo => ({
  key: 'factor',
  symbol: String.raw`\gamma`,
  initial,
  minimum: 0,
  maximum: 1,
  sliderMinimum: 0,
  sliderMaximum: 1,
  step: 0.05,
});

/** See `Schedule` of the engine. */
export const SCHEDULES = [
  { key: 'constant', parameters: [] },
  { key: 'step', parameters: [steps, factor(0.5)] },
  { key: 'cosine', parameters: [steps, factor(0)] },
  { key: 'warm_up', parameters: [steps] },
] as const satisfies readonly CatalogueEntry[];

export const trainingFields = (choices: Choices): Schema<TrainingState> => ({
  loss: chosen([{ key: AUTOMATIC, parameters: [] }, ...choices.losses], AUTOMATIC),
  optimizer: chosen(choices.optimizers, 'sgd'),
  rate: number({ ...LIMITS.rate, initial: 0.03 }),
  schedule: chosen(SCHEDULES, 'constant'),
  batch: number({ ...LIMITS.batch, initial: 10 }),
  l1: number({ ...LIMITS.l1, initial: 0 }),
  l2: number({ ...LIMITS.l2, initial: 0 }),
  clip: number({ ...LIMITS.clip, initial: 0 }),
  leftover: choice(['keep', 'drop'], 'keep'),
  shuffle: boolean(true),
  coding: choice(['automatic', 'zero_one', 'minus_one_one'], 'automatic'),
  speed: choice(SPEEDS, 'normal'),
  stop: stopField,
});
