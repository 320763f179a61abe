/**
 * What the page around a frame and the lab in it say to each other: objects with a `type`. Others are not meant for the lab and
 * are not answered.
 */

/** How far a training is; see TrainingProgress. */
export type Progress = object;

/** To the lab. An `id` comes back with the answer. */
export type ToLab =
  /** A new set-up: what a link has behind its `#`. Bad values are named in the answer, and the last good ones kept. */
  | { readonly type: 'activation-lab.set-state'; readonly state: string; readonly id?: string | number }
  | { readonly type: 'activation-lab.run'; readonly id?: string | number }
  | { readonly type: 'activation-lab.pause'; readonly id?: string | number }
  /** Back to the initial weights. */
  | { readonly type: 'activation-lab.reset'; readonly id?: string | number }
  /** Answered by `activation-lab.snapshot`. */
  | { readonly type: 'activation-lab.snapshot'; readonly id?: string | number };

export type FromLab =
  /** It listens from now on. */
  | { readonly type: 'activation-lab.ready'; readonly version: 1 }
  | { readonly type: 'activation-lab.height'; readonly height: number }
  /** The reader, or a message, has changed the set-up. */
  | { readonly type: 'activation-lab.state'; readonly state: string }
  /** At most four times a second while it trains, and whenever it begins or ends. */
  | ({ readonly type: 'activation-lab.progress' } & Progress)
  /** The goal of the task has been reached. */
  | ({ readonly type: 'activation-lab.complete' } & Progress)
  | ({
      readonly type: 'activation-lab.snapshot';
      readonly state: string;
      readonly id?: string | number;
    } & Progress)
  /** A message with an `id` has been obeyed. */
  | { readonly type: 'activation-lab.done'; readonly id: string | number }
  /**
   * A message was not understood, or could not be obeyed: `problem` names the field at fault, and `keys` those of a state whose
   * values could not be used; everything else of that state is shown.
   */
  | {
      readonly type: 'activation-lab.error';
      readonly problem: string;
      readonly keys?: readonly string[];
      readonly id?: string | number;
    };

const PREFIX = 'activation-lab.';
const ORDERS = ['set-state', 'run', 'pause', 'reset', 'snapshot'] as const;
const LONGEST_STATE = 100_000;
const LONGEST_ID = 200;

/** `undefined`: it is not meant for the lab. */
export type Reading =
  | { readonly message: ToLab }
  | { readonly problem: string; readonly id?: string | number };

function idOf({ id }: Readonly<Record<string, unknown>>): { readonly id?: string | number } {
  const isId =
    (typeof id === 'string' && id.length <= LONGEST_ID) || (typeof id === 'number' && Number.isFinite(id));
  return isId ? { id: id as string | number } : {};
}

/** Never throws, whatever has arrived. */
export function readMessage(data: unknown): Reading | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const given = data as Readonly<Record<string, unknown>>;
  const { type, state } = given;
  if (typeof type !== 'string' || !type.startsWith(PREFIX)) return undefined;
  const id = idOf(given);
  const order = ORDERS.find((known) => type === PREFIX + known);
  if (order === undefined) return { problem: 'type', ...id };
  if (order !== 'set-state') return { message: { type: `${PREFIX}${order}`, ...id } as ToLab };
  if (typeof state !== 'string' || state.length > LONGEST_STATE) return { problem: 'state', ...id };
  return { message: { type: 'activation-lab.set-state', state, ...id } };
}
