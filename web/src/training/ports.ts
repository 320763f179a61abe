import type { TrainerSpec } from '../engine/training/spec';
import type { StopReason, StopRule } from '../engine/training/stop-rule';
import type { Trainer } from '../engine/training/trainer';

/** What this layer needs of the engine's trainer; tests put trainers of their own in its place. */
export interface TrainerPort
  extends Pick<
    Trainer,
    | 'spec'
    | 'data'
    | 'shape'
    | 'progress'
    | 'step'
    | 'stepSamples'
    | 'snapshot'
    | 'set'
    | 'reset'
    | 'reseed'
    | 'weights'
    | 'setWeights'
    | 'setInitialWeights'
    | 'save'
    | 'hash'
    | 'dispose'
  > {
  runUntil(rule: StopRule, maxSteps: number): StopReason | null;
}

export interface TrainingLabPort {
  trainer(spec: TrainerSpec): TrainerPort;
  loadTrainer(document: string): TrainerPort;
}
