import {
  anything,
  boolean,
  type Check,
  either,
  type Fields,
  list,
  number,
  numbers,
  object,
  record,
  text,
  whole,
  word,
  wrongField,
} from './checks';
import { QUESTIONS } from './ports';
import type { CallName, FromWorker, ToWorker } from './protocol';

/** Nets that can train in lockstep. */
export const MAXIMUM_NETS = 16;

/** Of any question. */
const MOST_ARGUMENTS = 2;

const unit = word('sample', 'batch', 'epoch');
const goal = object({ unit, at: whole(0) });
const id = whole(0);
const net = whole(0, MAXIMUM_NETS - 1);
const nullValue = word(null);

/** What is inside a set-up, a document or a request is for the engine to judge. */
const CALLS: { readonly [Name in CallName]: Fields } = {
  create: { specs: list(record, 1, MAXIMUM_NETS), sameStart: boolean },
  load: { documents: list(text, 1, MAXIMUM_NETS) },
  run: {
    goal: either(nullValue, goal),
    rule: either(nullValue, record),
    ruleStates: either(nullValue, list(record, 1, MAXIMUM_NETS)),
    isPaced: boolean,
  },
  step: { unit, count: whole(1) },
  pause: {},
  pace: { pace: either(word('fastest'), whole(1)) },
  observe: { request: record },
  suspend: { suspended: boolean },
  set: { net, hyper: record },
  reset: {},
  reseed: { seed: whole(0) },
  setWeight: { net, index: whole(0), value: number },
  setWeights: { net, values: numbers },
  setInitialWeights: { net, values: numbers },
  setData: { data: record },
  rewind: {},
  ask: { net, question: word(...QUESTIONS), given: list(anything, 0, MOST_ARGUMENTS) },
  save: {},
  trial: { spec: record, stop: record },
  ping: {},
};

const compiledCore: Check = (value) => value instanceof WebAssembly.Module;
const refusal = object({ code: text, argument: text, message: text, problems: list(record) });
const progress = object({ steps: whole(0), epochs: whole(0), samplesSeen: whole(0) });

const TO_WORKER: { readonly [Type in ToWorker['type']]: Fields } = {
  init: { wasm: either(compiledCore, text) },
  drawn: {},
  call: { id, name: (name) => typeof name === 'string' && Object.hasOwn(CALLS, name), given: record },
};

const FROM_WORKER: { readonly [Type in FromWorker['type']]: Fields } = {
  ready: {},
  answer: { id, answer: anything },
  refused: { id: either(nullValue, id), refusal },
  snapshot: { nets: list(progress, 1, MAXIMUM_NETS) },
  diverged: { net, divergence: record },
  stopped: {
    reason: word('paused', 'goal', 'diverged', 'replaced', 'loss', 'score', 'plateau', 'epochs', 'steps'),
    progress: list(progress),
  },
  trialProgress: { id, progress },
  crashed: { refusal },
};

export type Reading<Message> =
  | { readonly message: Message }
  /** What is wrong with it, such as `given.count`, and the call it would have been. */
  | { readonly wrong: string; readonly id: number | null };

function idOf(data: unknown): number | null {
  const { id: given } = Object(data) as { readonly id?: unknown };
  return id(given) ? (given as number) : null;
}

function wrongPlace(data: unknown, messages: Readonly<Record<string, Fields>>): string | undefined {
  if (!record(data)) return 'message';
  const { type } = data as { readonly type?: unknown };
  if (typeof type !== 'string' || !Object.hasOwn(messages, type)) return 'type';
  return wrongField(data, messages[type] as Fields);
}

/** Never throws, whatever has arrived. */
export function readToWorker(data: unknown): Reading<ToWorker> {
  const wrong = wrongPlace(data, TO_WORKER);
  if (wrong !== undefined) return { wrong, id: idOf(data) };
  const message = data as ToWorker;
  if (message.type !== 'call') return { message };
  const field = wrongField(message.given, CALLS[message.name]);
  return field === undefined ? { message } : { wrong: `given.${field}`, id: message.id };
}

/** Never throws, whatever has arrived. */
export function readFromWorker(data: unknown): Reading<FromWorker> {
  const wrong = wrongPlace(data, FROM_WORKER);
  return wrong === undefined ? { message: data as FromWorker } : { wrong, id: idOf(data) };
}
