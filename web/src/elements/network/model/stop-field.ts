import type { StopRule } from '../../../engine/training/stop-rule';
import { type Field, number, REFUSED } from '../../../state/codec';

/** When a run shall end by itself. What is left out does not end it. */
export interface StopConditions {
  readonly epochs?: number;
  /** The training loss is below it. */
  readonly loss?: number;
  /** Accuracy or R² on the training data is at least that. */
  readonly score?: number;
  /** For so many epochs the training loss has not become lower. */
  readonly plateau?: number;
}

export type StopKey = keyof StopConditions;

export const STOP_LIMITS = {
  epochs: { initial: 500, minimum: 1, maximum: 1e6, integer: true, step: 100 },
  loss: { initial: 0.05, minimum: 0, maximum: 1000, integer: false, step: 0.01 },
  score: { initial: 0.95, minimum: 0, maximum: 1, integer: false, step: 0.01 },
  plateau: { initial: 100, minimum: 1, maximum: 1e5, integer: true, step: 10 },
} as const satisfies Record<StopKey, object>;

export const STOP_KEYS = Object.keys(STOP_LIMITS) as readonly StopKey[];

const isKey = (text: string): text is StopKey => Object.hasOwn(STOP_LIMITS, text);

/** `epochs:500;score:0.95`; empty: it runs until it is paused. */
export const stopField: Field<StopConditions> = {
  initial: {},
  read(text) {
    const read: { [Key in StopKey]?: number } = {};
    for (const condition of text === '' ? [] : text.split(';')) {
      const [key = '', written = ''] = condition.split(':');
      if (!isKey(key)) return REFUSED;
      const value = number(STOP_LIMITS[key]).read(written);
      if (value === REFUSED) return REFUSED;
      read[key] = value;
    }
    return read;
  },
  write: (stop) =>
    STOP_KEYS.flatMap((key) => {
      const value = stop[key];
      return value === undefined ? [] : [`${key}:${number(STOP_LIMITS[key]).write(value)}`];
    }).join(';'),
};

/** A rule must end every run: that many steps are days. */
const ENDLESS_STEPS = 1e9;

/** `null`: nothing but a pause ends it. */
export function stopRuleOf({ epochs, loss, score, plateau }: StopConditions): StopRule | null {
  if ([epochs, loss, score, plateau].every((value) => value === undefined)) return null;
  return {
    ...(epochs === undefined ? { maxSteps: ENDLESS_STEPS } : { maxEpochs: epochs }),
    ...(loss === undefined ? {} : { lossBelow: loss }),
    ...(score === undefined ? {} : { scoreAtLeast: score }),
    ...(plateau === undefined ? {} : { plateau: { epochs: plateau } }),
  };
}
