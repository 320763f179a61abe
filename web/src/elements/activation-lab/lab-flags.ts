import { boolean, type Codec, choice, createCodec, list, text } from '../../state/codec';
import { goalField, type TrainingGoal } from '../network/model/goal-field';
import { LOCKABLE, PARTS, type Part } from '../network/parts';

/** What whoever sets up a lab for others decides: attributes of the element, and keys of a link. */
export interface LabFlags {
  readonly hide: readonly Part[];
  /** Shown, but not to be changed. */
  readonly lock: readonly Part[];
  /** What the reader shall do; shown above the lab. */
  readonly task: string;
  /** When the task is done. */
  readonly goal: TrainingGoal | undefined;
  /** It begins to train by itself. */
  readonly autoplay: boolean;
  /** It is part of another page. */
  readonly embed: boolean;
}

export type FlagName = keyof LabFlags;

export const LONGEST_TASK = 280;

export const flagsCodec: Codec<LabFlags> = createCodec<LabFlags>({
  hide: list(choice(PARTS, 'data'), { initial: [], maximumLength: PARTS.length }),
  lock: list(choice(LOCKABLE, 'data'), { initial: [], maximumLength: LOCKABLE.length }),
  task: text('', LONGEST_TASK),
  goal: goalField,
  autoplay: boolean(true),
  embed: boolean(false),
});

export const FLAG_NAMES = Object.keys(flagsCodec.initial) as readonly FlagName[];
