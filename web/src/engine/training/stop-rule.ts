/** When a run ends. It also ends where the training diverges. */
export interface StopRule {
  /** Of an evaluation, which takes place at the end of an epoch. */
  readonly lossBelow?: number;
  readonly scoreAtLeast?: number;
  /** For `epochs` epochs no evaluation was below `1 - tolerance` times the lowest one before. */
  readonly plateau?: { readonly epochs: number; readonly tolerance?: number };
  /** Since the reset. One of both must be there, so that every run ends. */
  readonly maxEpochs?: number;
  readonly maxSteps?: number;
  /** What loss, score and plateau look at; default `train`. */
  readonly split?: 'train' | 'test';
  /** Epochs from one evaluation to the next; the last epoch is evaluated in any case. */
  readonly evaluationInterval?: number;
}

/** In the order in which they are looked at: the first one that holds is given. */
export type StopReason = 'divergence' | 'loss' | 'score' | 'plateau' | 'epochs' | 'steps';
