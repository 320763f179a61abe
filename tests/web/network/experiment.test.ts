import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Experiment } from '../../../web/src/elements/network/model/experiment';
import type { NetworkState } from '../../../web/src/elements/network/model/network-state';
import type { Choices } from '../../../web/src/elements/network/model/training-choices';
import { hyperParametersOf } from '../../../web/src/elements/network/model/training-spec';
import { EngineError } from '../../../web/src/engine/errors';
import { FakeSession, STEPS_PER_EPOCH } from './fake-session';
import { builtAccess, stateOf } from './support';

let choices: Choices;
let session: FakeSession;
let experiment: Experiment;
let endings: number[];
let changes: number;
let initial: NetworkState;

beforeAll(async () => {
  ({ choices } = await builtAccess());
  initial = stateOf(choices);
});

beforeEach(() => {
  changes = 0;
  endings = [];
  experiment = new Experiment({
    choices,
    open: (listener) => {
      session = new FakeSession(listener);
      return session;
    },
    requestOf: ({ data }) => ({ evaluation: true, grid: { size: data.key === 'circle' ? 10 : 20 } }),
    changed: () => {
      changes++;
    },
    ended: ({ seed }) => void endings.push(seed),
  });
});

/** Everything that was begun has ended. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const history = (): (readonly number[])[] =>
  Array.from({ length: experiment.history.length }, (_, i) => [
    experiment.history.x(i),
    experiment.history.value(0, i),
    experiment.history.value(1, i),
  ]);

describe('an experiment', () => {
  it('makes the network, says what it wants to see of it, and waits', async () => {
    await experiment.apply(initial);
    expect(session.calls).toEqual(['create', `pace ${STEPS_PER_EPOCH}`]);
    expect(session.requests).toEqual([{ evaluation: true, grid: { size: 10 } }]);
    expect(experiment.isReady).toBe(true);
    expect(experiment.isRunning).toBe(false);
    expect(experiment.hash).toMatch(/^hash/);
  });

  it('cannot run before there is a network', () => {
    experiment.run();
    experiment.step('epoch');
    expect(session.calls).toEqual([]);
    expect(experiment.isRunning).toBe(false);
  });

  it('is saved with its shape, once there is a network', async () => {
    await expect(experiment.save()).rejects.toThrow(EngineError);
    await experiment.apply(initial);
    expect(await experiment.save()).toEqual({ document: 'document', shape: session.nets[0]?.shape });
  });

  it('hides the hash while weights change', async () => {
    await experiment.apply(initial);
    experiment.run();
    expect(experiment.hash).toBeUndefined();
    experiment.pause();
    await settled();
    expect(experiment.isRunning).toBe(false);
    expect(experiment.hash).toMatch(/^hash/);
  });

  it('hands on rates and speed without a new network', async () => {
    await experiment.apply(initial);
    experiment.run();
    session.calls.length = 0;
    await experiment.apply({ ...initial, rate: 0.5 });
    await experiment.apply({ ...initial, rate: 0.5, speed: 'fast' });
    await experiment.apply({ ...initial, rate: 0.5, speed: 'slow', test: true });
    expect(session.calls).toEqual([
      `set ${JSON.stringify(hyperParametersOf({ ...initial, rate: 0.5 }))}`,
      'pace fastest',
      'pace 1',
    ]);
    expect(experiment.isRunning).toBe(true);
  });

  it('goes on running with a new network, from an empty history', async () => {
    await experiment.apply(initial);
    experiment.run();
    session.show(5, 0.7);
    await experiment.apply({ ...initial, data: { key: 'xor', parameters: {} } });
    expect(session.specs.at(-1)?.data).toMatchObject({ dataset: 'xor' });
    expect(session.requests.at(-1)).toMatchObject({ grid: { size: 20 } });
    expect(session.calls.at(-1)).toBe('run');
    expect(experiment.isRunning).toBe(true);
    expect(history()).toEqual([]);
  });

  it('makes only the last of the networks that were wanted meanwhile', async () => {
    let open = (): void => {};
    session.gate = new Promise((resolve) => {
      open = resolve;
    });
    const first = experiment.apply(initial);
    for (const noise of [0.1, 0.2, 0.3]) void experiment.apply({ ...initial, noise });
    open();
    await first;
    expect(session.specs.map(({ data }) => ('noise' in data ? data.noise : undefined))).toEqual([0, 0.3]);
  });

  it('keeps the loss by epochs', async () => {
    await experiment.apply(initial);
    session.show(0, 0.8);
    session.show(5, 0.7);
    session.show(5, 0.7);
    session.show(20, 0.5);
    expect(history()).toEqual([
      [0, 0.8, 1.6],
      [0.5, 0.7, 1.4],
      [2, 0.5, 1],
    ]);
    expect(experiment.feed.latest?.snapshot.steps).toBe(20);
  });

  it('takes the history back when the training goes back', async () => {
    await experiment.apply(initial);
    for (const steps of [0, 10, 20, 30]) session.show(steps, 1);
    session.show(15, 0.9);
    expect(history().map(([epochs]) => epochs)).toEqual([0, 1, 1.5]);
  });

  it('stands still after a reset, even where a picture from before comes late', async () => {
    await experiment.apply(initial);
    experiment.run();
    session.show(40, 0.1);
    const done = experiment.reset();
    expect(experiment.isRunning).toBe(false);
    expect(history()).toEqual([]);
    await done;
    session.show(41, 0.1);
    session.show(0, 0.8);
    expect(history()).toEqual([[0, 0.8, 1.6]]);
    expect(session.calls.slice(-2)).toEqual(['pause', 'reset']);
    expect(experiment.hash).toMatch(/^hash/);
  });

  it('says where it diverged, takes no step from there, and is led out by a reset', async () => {
    await experiment.apply(initial);
    experiment.run();
    session.listener.diverged?.(0, { step: 3, layer: 1, quantity: 'activation' });
    session.listener.stopped?.('diverged', []);
    expect(experiment.divergence).toEqual({ step: 3, layer: 1, quantity: 'activation' });
    expect(experiment.isRunning).toBe(false);
    session.calls.length = 0;
    experiment.step('batch');
    expect(session.calls).toEqual([]);
    await experiment.reset();
    expect(experiment.divergence).toBeUndefined();
    experiment.run();
    expect(experiment.isRunning).toBe(true);
  });

  it('runs on after a divergence from the last good step, with the present rates', async () => {
    await experiment.apply(initial);
    experiment.run();
    session.listener.diverged?.(0, { step: 3, layer: 1, quantity: 'activation' });
    session.listener.stopped?.('diverged', []);
    await experiment.apply({ ...initial, rate: 0.001 });
    session.calls.length = 0;
    experiment.run();
    await settled();
    const rates = hyperParametersOf({ ...initial, rate: 0.001 });
    expect(session.calls).toEqual(['rewind', `set ${JSON.stringify(rates)}`, 'run']);
    expect(experiment.divergence).toBeUndefined();
    expect(experiment.isRunning).toBe(true);
  });

  it('begins with the weights of the state where they fit, and says where they do not', async () => {
    await experiment.apply({ ...initial, weights: [1, 2] });
    expect(experiment.hasWrongWeights).toBe(true);
    expect(session.calls).not.toContain('setInitialWeights 1,2');
  });

  it('tells of each training that is over', async () => {
    await experiment.apply(initial);
    session.show(10, 0.5);
    session.show(20, 0.4);
    await experiment.reset();
    session.show(10, 0.5);
    session.show(20, 0.4);
    await experiment.apply({ ...initial, seed: 2 });
    expect(endings).toEqual([1, 1]);
  });

  it('keeps the network it has when another one is refused, and says why', async () => {
    await experiment.apply(initial);
    session.refuses = true;
    await experiment.apply({ ...initial, data: { key: 'xor', parameters: {} } });
    expect(experiment.failure).toBeInstanceOf(EngineError);
    expect(experiment.isReady).toBe(true);
    session.refuses = false;
    await experiment.apply(initial);
    expect(experiment.failure).toBeUndefined();
  });

  it('says when there is nowhere to train', async () => {
    await experiment.apply(initial);
    experiment.run();
    session.failure = new EngineError('load-failed', 'worker', 'is gone');
    session.listener.stateChanged?.('failed');
    expect(experiment.failure).toBe(session.failure);
    expect(experiment.isRunning).toBe(false);
  });

  it('is not stopped by a run that takes the place of another one', async () => {
    await experiment.apply(initial);
    experiment.run();
    session.listener.stopped?.('replaced', []);
    expect(experiment.isRunning).toBe(true);
  });

  it('says how far an interruption threw it back', async () => {
    await experiment.apply(initial);
    changes = 0;
    endings = [];
    session.listener.restarted?.(12);
    expect(experiment.lostSteps).toBe(12);
    expect(changes).toBe(1);
  });

  it('works only while it is seen', () => {
    experiment.isVisible = true;
    expect(session.active).toBe(true);
    experiment.isVisible = false;
    expect(session.active).toBe(false);
    experiment.dispose();
    expect(session.calls).toEqual(['dispose']);
  });
});
