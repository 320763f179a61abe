import { type Field, REFUSED } from '../../../state/codec';

/** A loss or a score that is to be reached. */
export interface TrainingGoal {
  readonly measure: 'loss' | 'score';
  /** The loss is to be below it, the score (accuracy or R²) at least that. */
  readonly value: number;
  /** On which data. */
  readonly split: 'train' | 'test';
}

const GOAL = /^(loss|score):(\d+(?:\.\d+)?)(?::(train))?$/;
const LARGEST_LOSS = 1000;

/** `score:0.95`, `loss:0.1:train`; empty: none. On the test data where nothing else is said. */
export const goalField: Field<TrainingGoal | undefined> = {
  initial: undefined,
  read(text) {
    if (text === '') return undefined;
    const [, measure, number = '', split = 'test'] = GOAL.exec(text) ?? [];
    const value = Number(number);
    if (measure === undefined || value > (measure === 'score' ? 1 : LARGEST_LOSS)) return REFUSED;
    return { measure, value, split } as TrainingGoal;
  },
  write: (goal) => {
    if (goal === undefined) return '';
    const { measure, value, split } = goal;
    return split === 'test' ? `${measure}:${value}` : `${measure}:${value}:${split}`;
  },
};
