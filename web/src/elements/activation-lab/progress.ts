import type { Evaluation } from '../../engine/training/observation';
import type { Experiment } from '../network/model/experiment';

/** How far a training is. Plain data: it can be sent to another page. */
export interface TrainingProgress {
  readonly running: boolean;
  /** Since the reset. */
  readonly steps: number;
  readonly epochs: number;
  /** Loss, and accuracy or R²; `null` where there are no such data, or nothing has been computed yet. */
  readonly train: Evaluation;
  readonly test: Evaluation;
  /** NaN or infinity has turned up. */
  readonly diverged: boolean;
  /** Of all weights; `null` while they change. */
  readonly hash: string | null;
}

const UNKNOWN: Evaluation = { loss: null, score: null };

export function progressOf({ feed, isRunning, divergence, hash }: Experiment): TrainingProgress {
  const view = feed.latest;
  const steps = view?.snapshot.steps ?? 0;
  return {
    running: isRunning,
    steps,
    epochs: view === undefined ? 0 : steps / view.shape.stepsPerEpoch,
    train: view?.snapshot.train ?? UNKNOWN,
    test: view?.snapshot.test ?? UNKNOWN,
    diverged: divergence !== undefined,
    hash: hash ?? null,
  };
}
