import type { TrainerSpec } from '../engine/training/spec';
import type { Trainer } from '../engine/training/trainer';

/** What can be asked of a trainer without changing anything. */
export const QUESTIONS = [
  'snapshot',
  'grid',
  'gradientGrid',
  'observe',
  'trace',
  'affineRuns',
  'collapse',
  'signAgreement',
  'predict',
  'weights',
  'gradient',
  'save',
  'hash',
] as const satisfies readonly (keyof Trainer)[];

export type Question = (typeof QUESTIONS)[number];

/** What this layer needs of the engine's trainer; tests put trainers of their own in its place. */
export type TrainerPort = Pick<
  Trainer,
  | Question
  | 'spec'
  | 'data'
  | 'shape'
  | 'progress'
  | 'step'
  | 'stepSamples'
  | 'runUntil'
  | 'set'
  | 'reset'
  | 'reseed'
  | 'setWeights'
  | 'setInitialWeights'
  | 'setData'
  | 'dispose'
>;

export interface TrainingLabPort {
  trainer(spec: TrainerSpec): TrainerPort;
  loadTrainer(document: string): TrainerPort;
}
