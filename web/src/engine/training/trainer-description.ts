import type { TrainingCore } from '#training-core';
import { jsonOf } from '../texts';
import type { Shape } from './shape';
import type { GeneratedData, OwnData, Points, TrainerSpec } from './spec';

/** What the core says of a trainer. */
export interface TrainerDescription {
  readonly setup: Omit<TrainerSpec, 'data'> & { readonly version: number; readonly columns: number };
  /** Left out where the points are the user's. */
  readonly data?: GeneratedData;
  readonly shape: Shape;
}

export const describeTrainer = (core: TrainingCore, trainer: number): TrainerDescription =>
  jsonOf(core.describeTrainer(trainer)) as TrainerDescription;

/** Ready for JSON. */
function plainCopy({ train, test }: Required<OwnData>): OwnData {
  const plain = ({ columns, inputs, targets }: Points): Points => ({
    columns,
    inputs: [...inputs],
    targets: [...targets],
  });
  return { train: plain(train), test: plain(test) };
}

/** @param pointsOf only looked at where the points are the user's */
export function completeSpec(
  { setup: all, data }: TrainerDescription,
  pointsOf: () => Required<OwnData>,
): TrainerSpec {
  const { version: _version, columns: _columns, ...setup } = all;
  return { ...setup, data: data ?? plainCopy(pointsOf()) };
}
