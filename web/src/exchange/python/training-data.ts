import type { TrainedNetwork } from '../trained-network';
import { type ArrayRules, arrayExpression, transposed } from './text';

/** The training data: `inputs` has a row of columns for each sample, `targets` a class or a value. */
export function dataLines({ setup, inputs, targets }: TrainedNetwork, arrays: ArrayRules): string[] {
  const samples = targets.length;
  const rows = transposed(inputs, setup.columns, samples);
  return [
    `inputs = ${arrayExpression(rows, [samples, setup.columns], arrays)}`,
    `targets = ${arrayExpression(targets, [samples], arrays)}`,
  ];
}

/** Samples of a batch, and the slice of an epoch's order that is presented: the engine may leave out what fills none. */
export function presentedSamples({ setup, layers, targets }: TrainedNetwork): {
  readonly batch: number;
  readonly kept: string;
} {
  const samples = targets.length;
  const batch = setup.batchSize === 0 ? samples : Math.min(setup.batchSize, samples);
  const rest = samples % batch;
  // One sample has no deviation to normalise by.
  const least = layers.some(({ normalization }) => normalization?.kind === 'batch') ? 2 : 1;
  const leavesOut = rest > 0 && (setup.leftover === 'drop' || rest < least);
  return { batch, kept: leavesOut ? `[:${samples - rest}]` : '' };
}
