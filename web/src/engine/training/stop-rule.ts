/**
 * When a run ends. It also ends where the training diverges. One of `maxEpochs` and `maxSteps` must be there, so that every
 * run ends.
 */
export interface StopRule {
  /** Of an evaluation, which takes place at the end of an epoch. */
  readonly lossBelow?: number;
  readonly scoreAtLeast?: number;
  /**
   * The loss has stopped falling: for `epochs` epochs no evaluation was below `1 - tolerance` times the lowest one before.
   * By default 100 epochs and 1e-4.
   */
  readonly plateau?: { readonly epochs?: number; readonly tolerance?: number };
  /** Since the reset. */
  readonly maxEpochs?: number;
  readonly maxSteps?: number;
  /** What loss, score and plateau look at; by default the training data. */
  readonly split?: 'train' | 'test';
  /** Epochs from one evaluation to the next; by default 1. The last epoch is evaluated in any case. */
  readonly evaluationInterval?: number;
}

export type StopReason = 'divergence' | 'loss' | 'score' | 'plateau' | 'epochs' | 'steps';

/** In the order of the core. */
export const STOP_REASONS: readonly StopReason[] = [
  'divergence',
  'loss',
  'score',
  'plateau',
  'epochs',
  'steps',
];

/** How far a run of one trainer by one rule has come. Plain data: give it to the next call. */
export interface RunState {
  /** `null`: it has not ended yet. */
  readonly reason: StopReason | null;
  /** What a plateau is measured by, and when it was; `null`: nothing yet. */
  readonly lowestLoss: number | null;
  readonly lowestEpoch: number;
}

export interface RunOptions {
  /** Steps to take at most, before the run goes on with the next call: 0 to 1e9. Where it ends does not depend on it. */
  readonly steps?: number;
  /** Of the call before. */
  readonly state?: RunState;
}
