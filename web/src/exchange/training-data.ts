import { transposed } from './python';
import type { TrainedNetwork } from './trained-network';

/** Training data, row by row, as the tensors of other programs hold them. */
export interface TrainingData {
  readonly samples: number;
  /** samples x columns. */
  readonly inputs: Float32Array;
  /** One for each sample: a class, or a value. */
  readonly targets: Float32Array;
}

export function trainingData({ setup, inputs, targets }: TrainedNetwork): TrainingData {
  const samples = targets.length;
  return { samples, inputs: transposed(inputs, setup.columns, samples), targets };
}

/** Samples of each epoch that are presented: those that do not fill a batch may be left out, as in the engine. */
export function presentedSamples(
  { setup, layers }: TrainedNetwork,
  samples: number,
): { readonly batch: number; readonly presented: number } {
  const batch = setup.batchSize === 0 ? samples : Math.min(setup.batchSize, samples);
  const rest = samples % batch;
  // One sample has no deviation to normalise by.
  const least = layers.some(({ normalization }) => normalization?.kind === 'batch') ? 2 : 1;
  const drops = setup.leftover === 'drop' || rest < least;
  return { batch, presented: drops ? samples - rest : samples };
}
