import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUESTIONS } from '../../../web/src/training/ports';
import type { CallMessage, CallName, FromWorker, Given } from '../../../web/src/training/protocol';
import { readFromWorker, readToWorker } from '../../../web/src/training/protocol-reader';
import { EMPTY_MODULE, spec } from './support';

const whole = fc.nat();
const progress = fc.record({ steps: whole, epochs: whole, samplesSeen: whole });
const refusal = fc.record({
  code: fc.string(),
  argument: fc.string(),
  message: fc.string(),
  problems: fc.array(fc.object()),
});

const GIVEN: { readonly [Name in CallName]: fc.Arbitrary<Given<Name>> } = {
  create: fc.record({
    specs: fc.array(fc.constant(spec()), { minLength: 1, maxLength: 16 }),
    sameStart: fc.boolean(),
  }),
  load: fc.record({ documents: fc.array(fc.string(), { minLength: 1, maxLength: 16 }) }),
  run: fc.record({
    goal: fc.option(fc.record({ unit: fc.constantFrom('sample', 'batch', 'epoch'), at: whole })),
    rule: fc.option(fc.constant({ maxEpochs: 1 })),
    ruleStates: fc.option(fc.constant([{ reason: null, lowestLoss: 0.5, lowestEpoch: 3 }])),
    isPaced: fc.boolean(),
  }),
  step: fc.record({ unit: fc.constantFrom('sample', 'batch', 'epoch'), count: fc.integer({ min: 1 }) }),
  pause: fc.constant({}),
  pace: fc.record({ pace: fc.oneof(fc.constant('fastest' as const), fc.integer({ min: 1 })) }),
  observe: fc.record({ request: fc.constant({ weights: true }) }),
  suspend: fc.record({ suspended: fc.boolean() }),
  set: fc.record({ net: fc.nat(15), hyper: fc.constant({ learningRate: 1 }) }),
  reset: fc.constant({}),
  reseed: fc.record({ seed: fc.maxSafeNat() }),
  setWeight: fc.record({ net: fc.nat(15), index: whole, value: fc.double() }),
  setWeights: fc.record({ net: fc.nat(15), values: fc.float32Array() }),
  setInitialWeights: fc.record({ net: fc.nat(15), values: fc.float32Array() }),
  setData: fc.record({ data: fc.constant(spec().data) }),
  rewind: fc.constant({}),
  ask: fc.record({
    net: fc.nat(15),
    question: fc.constantFrom(...QUESTIONS),
    given: fc.array(fc.anything(), { maxLength: 2 }),
  }),
  save: fc.constant({}),
  trial: fc.record({ spec: fc.constant(spec()), stop: fc.constant({ maxEpochs: 1 }) }),
  ping: fc.constant({}),
};

const calls = fc.oneof(
  ...(Object.keys(GIVEN) as CallName[]).map((name) =>
    fc.record({
      type: fc.constant('call'),
      id: fc.maxSafeNat(),
      name: fc.constant(name),
      given: GIVEN[name],
    }),
  ),
) as unknown as fc.Arbitrary<CallMessage>;

const SAID: { readonly [Type in FromWorker['type']]: fc.Arbitrary<object> } = {
  ready: fc.constant({}),
  answer: fc.record({ id: whole, answer: fc.anything() }),
  refused: fc.record({ id: fc.option(whole), refusal }),
  snapshot: fc.record({ nets: fc.array(progress, { minLength: 1, maxLength: 16 }) }),
  diverged: fc.record({ net: fc.nat(15), divergence: fc.object() }),
  stopped: fc.record({
    reason: fc.constantFrom('paused', 'goal', 'diverged', 'replaced', 'loss', 'epochs'),
    progress: fc.array(progress),
  }),
  trialProgress: fc.record({ id: whole, progress }),
  crashed: fc.record({ refusal }),
};

const news = fc.oneof(
  ...(Object.keys(SAID) as FromWorker['type'][]).map((type) => SAID[type].map((rest) => ({ type, ...rest }))),
);

/** Messages with one thing wrong: a field that is gone or has become something else. */
const damaged = (messages: fc.Arbitrary<object>) =>
  fc
    .tuple(messages, fc.nat(), fc.constantFrom(undefined, Number.NaN, -1, 0.5, Symbol('strange')))
    .map(([message, at, value]) => {
      const keys = Object.keys(message);
      return { ...message, [keys[at % keys.length] as string]: value };
    });

describe.each([
  ['readToWorker', readToWorker, calls],
  ['readFromWorker', readFromWorker, news],
] as const)('%s', (_name, read, messages) => {
  it('understands every message there is', () => {
    fc.assert(
      fc.property(messages as fc.Arbitrary<object>, (message) => {
        expect(read(message)).toEqual({ message });
      }),
    );
  });

  it('names what is wrong with anything else, and never throws', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withTypedArray: true }), (data) => {
        expect(read(data)).toMatchObject({ wrong: expect.any(String) });
      }),
    );
  });

  it('names a field that is wrong', () => {
    fc.assert(
      fc.property(damaged(messages as fc.Arbitrary<object>), (message) => {
        const reading = read(message);
        if ('message' in reading) {
          // Only an answer may be anything at all.
          expect(message).toMatchObject({ type: 'answer' });
        } else {
          expect(reading.wrong).not.toBe('');
        }
      }),
    );
  });
});

describe('readToWorker', () => {
  it('understands the compiled core, and its address', () => {
    expect(readToWorker({ type: 'init', wasm: EMPTY_MODULE })).toHaveProperty('message');
    expect(readToWorker({ type: 'init', wasm: 'core.wasm' })).toHaveProperty('message');
    expect(readToWorker({ type: 'init', wasm: new Uint8Array() })).toEqual({ wrong: 'wasm', id: null });
    expect(readToWorker({ type: 'drawn' })).toHaveProperty('message');
  });

  it.each<[CallName, object, string]>([
    ['create', { specs: [], sameStart: false }, 'specs'],
    ['create', { specs: Array.from({ length: 17 }, () => spec()), sameStart: false }, 'specs'],
    ['create', { specs: [spec()] }, 'sameStart'],
    ['load', { documents: [{}] }, 'documents'],
    ['run', { goal: { unit: 'year', at: 1 }, isPaced: true }, 'goal'],
    ['run', { goal: null, rule: null, ruleStates: null }, 'isPaced'],
    ['run', { goal: null, rule: 1, isPaced: true }, 'rule'],
    ['run', { goal: null, rule: null, ruleStates: [1], isPaced: true }, 'ruleStates'],
    ['setData', { data: 1 }, 'data'],
    ['step', { unit: 'batch', count: 0 }, 'count'],
    ['step', { unit: 'batch', count: 1.5 }, 'count'],
    ['pace', { pace: 0 }, 'pace'],
    ['reseed', { seed: 2 ** 53 }, 'seed'],
    ['setWeight', { net: 16, index: 0, value: 1 }, 'net'],
    ['setWeights', { net: 0, values: [1, 2] }, 'values'],
    ['observe', { request: null }, 'request'],
    ['ask', { net: 0, question: 'dispose', given: [] }, 'question'],
    ['ask', { net: 0, question: 'hash', given: [1, 2, 3] }, 'given'],
  ])('refuses %s(%o) for its %s, and says which call it was', (name, given, wrong) => {
    expect(readToWorker({ type: 'call', id: 7, name, given })).toEqual({ wrong: `given.${wrong}`, id: 7 });
  });

  it('knows no calls but its own', () => {
    for (const name of ['fly', 'constructor', '__proto__', 3]) {
      expect(readToWorker({ type: 'call', id: 1, name, given: {} })).toEqual({ wrong: 'name', id: 1 });
    }
  });
});
