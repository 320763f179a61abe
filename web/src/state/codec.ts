import { type Field, REFUSED } from './fields';
import { readQuery, writeQuery } from './query';

export { boolean, choice, type Field, list, number, REFUSED, text } from './fields';

export type Schema<State> = { readonly [Key in keyof State]: Field<State[Key]> };

/** A part of a text that could not be used. */
export type StateProblem =
  | { readonly kind: 'bad-value'; readonly key: string; readonly value: string }
  | { readonly kind: 'newer-version'; readonly version: number };

export interface Decoded<State> {
  readonly state: State;
  readonly problems: readonly StateProblem[];
}

/** Between a plain state object and a readable `key=value&key=value`. */
export interface Codec<State> {
  readonly initial: State;
  /**
   * Never throws. Unknown keys are ignored, absent ones take their initial value; a bad value is named in `problems` and
   * replaced by that of `fallback`.
   */
  decode(text: string, fallback?: State): Decoded<State>;
  /** Values at their initial are left out, so the initial state is the empty text. */
  encode(state: State): string;
}

const VERSION_KEY = 'v';
/** A problem is shown to a reader: a value of any length may arrive in a link. */
const LONGEST_REPORTED_VALUE = 60;

function versionOf(values: ReadonlyMap<string, string>): number {
  const version = Number(values.get(VERSION_KEY) ?? 1);
  return Number.isInteger(version) ? version : 1;
}

function shorten(value: string): string {
  return value.length <= LONGEST_REPORTED_VALUE ? value : `${value.slice(0, LONGEST_REPORTED_VALUE)}…`;
}

/** `version` grows when the meaning of a key changes; it is written from 2 on. */
export function createCodec<State extends object>(schema: Schema<State>, version = 1): Codec<State> {
  const keys = Object.keys(schema) as (keyof State & string)[];
  const initial = Object.fromEntries(keys.map((key) => [key, schema[key].initial])) as State;

  return {
    initial,

    decode(source, fallback = initial) {
      const values = new Map(readQuery(source));
      const problems: StateProblem[] = [];
      const written = versionOf(values);
      if (written > version) problems.push({ kind: 'newer-version', version: written });

      const state = { ...initial };
      for (const key of keys) {
        const value = values.get(key);
        if (value === undefined) continue;
        const read = schema[key].read(value);
        if (read === REFUSED) problems.push({ kind: 'bad-value', key, value: shorten(value) });
        state[key] = read === REFUSED ? fallback[key] : read;
      }
      return { state, problems };
    },

    encode(state) {
      const pairs = keys
        .map((key) => [key, schema[key].write(state[key]), schema[key].write(initial[key])] as const)
        .filter(([, value, unchanged]) => value !== unchanged)
        .map(([key, value]) => [key, value] as const);
      const marked =
        version > 1 && pairs.length > 0 ? [[VERSION_KEY, String(version)] as const, ...pairs] : pairs;
      return writeQuery(marked);
    },
  };
}
