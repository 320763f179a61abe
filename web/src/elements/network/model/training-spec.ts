import type { HyperParameters, Schedule, Task, TrainerSpec } from '../../../engine/training/spec';
import type { Chosen } from '../../../state/chosen-field';
import { type DataChoice, datasetOf, taskOf } from './data-spec';
import type { DataState } from './data-state';
import { LIMITS } from './limits';
import { type Choices, entryOf, type LossInfo } from './training-choices';
import { AUTOMATIC, type SCHEDULES, type TrainingState } from './training-state';

const USUAL_LOSS: Readonly<Record<Task, string>> = {
  binary: 'bce_with_logits',
  multi_class: 'softmax_cross_entropy',
  regression: 'mse',
  curve: 'mse',
};

type LossState = DataChoice & Pick<DataState, 'classes'> & Pick<TrainingState, 'loss'>;

export const lossesOf = ({ losses }: Choices, task: Task): LossInfo[] =>
  losses.filter(({ tasks }) => tasks.includes(task));

/** The loss that is chosen, or the usual one. */
export function lossOf(choices: Choices, state: LossState): LossInfo {
  const task = taskOf(datasetOf(choices, state), state);
  return entryOf(choices.losses, state.loss.key === AUTOMATIC ? USUAL_LOSS[task] : state.loss.key);
}

/** What the last layer has to give for a loss. */
export function outputActivation({ outputs, signedTargets }: LossInfo, task: Task): string {
  if (outputs === 'probabilities') return 'sigmoid';
  // Squared distances from targets of -1 and 1 are what TensorFlow Playground trains with.
  return outputs === 'any' && task === 'binary' && !signedTargets ? 'tanh' : 'identity';
}

function scheduleOf({ key, parameters }: Chosen): Schedule {
  return { kind: key as (typeof SCHEDULES)[number]['key'], ...parameters };
}

/** What may change while the network trains. */
export const hyperParametersOf = (
  state: Pick<TrainingState, 'rate' | 'optimizer' | 'schedule' | 'clip' | 'l1' | 'l2'>,
): HyperParameters => ({
  learningRate: state.rate,
  optimizerParameters: state.optimizer.parameters,
  schedule: scheduleOf(state.schedule),
  clipNorm: state.clip,
  l1: state.l1,
  l2: state.l2,
});

export function trainingSpecOf(
  choices: Choices,
  state: TrainingState & DataChoice & Pick<DataState, 'classes'>,
): Omit<TrainerSpec, 'layers' | 'data'> {
  const task = taskOf(datasetOf(choices, state), state);
  return {
    ...hyperParametersOf(state),
    task,
    targetCoding: state.coding,
    loss: lossOf(choices, state).key,
    ...(state.loss.key === AUTOMATIC ? {} : { lossParameters: state.loss.parameters }),
    optimizer: state.optimizer.key,
    batchSize: state.batch,
    leftover: state.leftover,
    shuffle: state.shuffle,
  };
}

/** A rate that is worth trying after `rate` was too high. */
export function lowerRate(rate: number): number {
  return Math.max(LIMITS.rate.minimum, Number((rate / 10).toPrecision(6)));
}
