import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../web/src/engine/errors';
import { Handler } from '../../../web/src/training/handler';
import type { FromWorker, Goal, Unit } from '../../../web/src/training/protocol';
import { SLICE_MS } from '../../../web/src/training/slicer';
import type { TrialResult } from '../../../web/src/training/trial';
import { BATCH, EMPTY_MODULE, FakeDesk, STEPS_PER_EPOCH, spec } from './support';

const create = { specs: [spec()], sameStart: false };

async function deskWithNet(): Promise<FakeDesk> {
  const desk = await FakeDesk.ready();
  desk.call('create', create);
  desk.send({ type: 'drawn' });
  desk.said.length = 0;
  return desk;
}

/** Lets it train until it stops by itself. */
async function untilStopped(desk: FakeDesk): Promise<void> {
  await desk.settle();
  while (desk.isWaiting) await desk.breathe();
}

const types = (messages: readonly FromWorker[]) => messages.map(({ type }) => type);

describe('before it is ready', () => {
  it('refuses calls', () => {
    const desk = new FakeDesk();
    expect(desk.call('ping', {})).toMatchObject([
      { type: 'refused', id: 0, refusal: { code: 'load-failed' } },
    ]);
  });

  it('says why the core cannot be loaded', async () => {
    const said: FromWorker[] = [];
    const host = {
      now: () => 0,
      breathe: async () => {},
      post: (message: FromWorker) => void said.push(message),
    };
    const handler = new Handler(host, async () => {
      throw new EngineError('load-failed', 'wasm', 'answered 404');
    });
    handler.receive({ type: 'init', wasm: EMPTY_MODULE });
    await Promise.resolve();
    await Promise.resolve();
    expect(said).toMatchObject([{ type: 'refused', id: null, refusal: { message: 'wasm: answered 404' } }]);
  });
});

it('takes a core once', async () => {
  const desk = await FakeDesk.ready();
  desk.send({ type: 'init', wasm: EMPTY_MODULE });
  await desk.settle();
  expect(desk.said).toMatchObject([{ type: 'refused', refusal: { argument: 'wasm' } }]);
  expect(types(desk.call('ping', {}))).toEqual(['answer']);
});

describe('calls', () => {
  it('are answered in order, the answer before what follows from it', async () => {
    const desk = await FakeDesk.ready();
    const said = desk.call('create', create);
    expect(types(said)).toEqual(['answer', 'snapshot']);
    expect(said[0]).toMatchObject({ id: 0, answer: [{ spec: spec(), progress: { steps: 0 } }] });
  });

  it('are refused with everything the engine says, and change nothing then', async () => {
    const desk = await deskWithNet();
    const before = desk.call('save', {});
    const refused = [
      desk.call('create', { specs: [spec(), spec({ layers: [] })], sameStart: false }),
      desk.call('load', { documents: ['nonsense'] }),
      desk.call('set', { net: 0, hyper: { learningRate: -1 } }),
      desk.call('set', { net: 3, hyper: {} }),
      desk.call('setWeight', { net: 0, index: 2, value: 1 }),
      desk.call('observe', { request: { grid: { size: 5000 } } }),
    ];
    expect(refused.map(([said]) => said?.type === 'refused' && said.refusal.argument)).toEqual([
      'spec.layers',
      'document',
      'hyper.learningRate',
      'net',
      'index',
      'request.grid.size',
    ]);
    expect(desk.lab.alive).toBe(1);
    expect(desk.call('save', {})).toEqual(before.map((said) => ({ ...said, id: expect.any(Number) })));
  });

  it('for nets are refused while there are none', async () => {
    const desk = await FakeDesk.ready();
    for (const said of [desk.run(), desk.ask(0, 'hash'), desk.call('reset', {})]) {
      expect(said).toMatchObject([{ type: 'refused', refusal: { code: 'invalid-input', argument: 'net' } }]);
    }
  });

  it('that are not understood are answered, whatever they are', async () => {
    const desk = await deskWithNet();
    fc.assert(
      fc.property(fc.anything(), (data) => {
        desk.said.length = 0;
        desk.sendAnything(data);
        expect(desk.said).toMatchObject([{ type: 'refused', id: null }]);
      }),
    );
    desk.said.length = 0;
    desk.sendAnything({ type: 'call', id: 12, name: 'step', given: { unit: 'batch', count: -1 } });
    expect(desk.said).toMatchObject([{ type: 'refused', id: 12, refusal: { argument: 'given.count' } }]);
  });

  it('reach the net they name', async () => {
    const desk = await FakeDesk.ready();
    desk.call('create', { specs: [spec(), spec({ seed: 9 })], sameStart: false });
    desk.call('setWeight', { net: 1, index: 1, value: 3 });
    expect(desk.ask(0, 'weights')[0]).toMatchObject({ answer: Float32Array.of(1, 0) });
    expect(desk.ask(1, 'weights')[0]).toMatchObject({ answer: Float32Array.of(9, 3) });
    desk.call('reseed', { seed: 4 });
    expect(desk.ask(1, 'weights')[0]).toMatchObject({ answer: Float32Array.of(4, 0) });
  });
});

describe('a run', () => {
  it('goes on in slices of at most 8 ms until it is paused', async () => {
    const desk = await deskWithNet();
    desk.run();
    for (let slice = 0; slice < 20; slice += 1) {
      const before = desk.lab.worked;
      await desk.breathe();
      expect(desk.lab.worked - before).toBeLessThanOrEqual(SLICE_MS + 1e-9);
    }
    const said = desk.call('pause', {});
    expect(said[0]).toMatchObject({ type: 'stopped', reason: 'paused' });
    const { worked } = desk.lab;
    await untilStopped(desk);
    expect(desk.lab.worked).toBe(worked);
  });

  it.each<[Unit, number, number]>([
    ['batch', 7, 7],
    ['batch', 12_345, 12_345],
    ['epoch', 1, STEPS_PER_EPOCH],
    ['epoch', 333, 333 * STEPS_PER_EPOCH],
    ['sample', 1, 0],
    ['sample', BATCH + 1, 1],
  ])('by %s, %i of them, ends where it should', async (unit, count, steps) => {
    const desk = await deskWithNet();
    desk.call('step', { unit, count });
    await untilStopped(desk);
    expect(desk.saidOf('stopped')).toMatchObject([{ reason: 'goal', progress: [{ steps }] }]);
  });

  it('by epochs ends with the one that has begun', async () => {
    const desk = await deskWithNet();
    desk.call('step', { unit: 'batch', count: 13 });
    await untilStopped(desk);
    expect(desk.call('step', { unit: 'epoch', count: 1 })[0]).toMatchObject({
      answer: { unit: 'epoch', at: 2 },
    });
    await untilStopped(desk);
    expect(desk.saidOf('stopped').at(-1)).toMatchObject({ progress: [{ steps: 2 * STEPS_PER_EPOCH }] });
  });

  it('to a goal that has been reached ends at once', async () => {
    const desk = await deskWithNet();
    desk.run({ unit: 'epoch', at: 0 });
    await untilStopped(desk);
    expect(desk.saidOf('stopped')).toMatchObject([{ reason: 'goal', progress: [{ steps: 0 }] }]);
  });

  it('takes the place of another one', async () => {
    const desk = await deskWithNet();
    desk.run();
    await desk.breathe();
    const said = desk.run({ unit: 'batch', at: 10_000 });
    expect(said[0]).toMatchObject({ type: 'stopped', reason: 'replaced' });
    await untilStopped(desk);
    expect(desk.saidOf('stopped').at(-1)).toMatchObject({ reason: 'goal', progress: [{ steps: 10_000 }] });
  });

  it('survives nets that are refused, and ends with nets that are not', async () => {
    const desk = await deskWithNet();
    desk.run();
    await desk.breathe();
    desk.call('create', { specs: [spec({ layers: [] })], sameStart: false });
    const { worked } = desk.lab;
    await desk.breathe();
    expect(desk.lab.worked).toBeGreaterThan(worked);
    desk.send({ type: 'drawn' });
    expect(types(desk.call('create', create))).toEqual(['stopped', 'answer']);
    desk.said.length = 0;
    desk.send({ type: 'drawn' });
    expect(desk.said).toMatchObject([{ type: 'snapshot', nets: [{ steps: 0 }] }]);
    expect(desk.lab.alive).toBe(1);
  });

  it('says which net diverges, once, and ends with the last one', async () => {
    const desk = await FakeDesk.ready();
    const specs = [spec({ learningRate: 1e4 }), spec({ learningRate: 1e3 })];
    desk.call('create', { specs, sameStart: false });
    desk.run();
    await untilStopped(desk);
    expect(desk.saidOf('diverged')).toMatchObject([
      { net: 0, divergence: { step: 99 } },
      { net: 1, divergence: { step: 999 } },
    ]);
    expect(desk.saidOf('stopped')).toMatchObject([
      { reason: 'diverged', progress: [{ steps: 99 }, { steps: 999 }] },
    ]);
    desk.call('reset', {});
    desk.run();
    await untilStopped(desk);
    expect(desk.saidOf('diverged')).toHaveLength(4);
  });

  it('does not depend on slices', async () => {
    const goals: readonly Goal[] = [
      { unit: 'sample', at: 1237 },
      { unit: 'batch', at: 1234 },
      { unit: 'epoch', at: 99 },
    ];
    const ends = async (goal: Goal, milliseconds: number): Promise<unknown> => {
      const desk = await deskWithNet();
      desk.lab.millisecondsPerStep = milliseconds;
      desk.run(goal);
      await untilStopped(desk);
      return desk.call('save', {})[0];
    };
    for (const goal of goals) {
      const end = await ends(goal, 0.001);
      await fc.assert(
        fc.asyncProperty(fc.double({ min: 0.001, max: 30, noNaN: true }), async (milliseconds) => {
          expect(await ends(goal, milliseconds)).toEqual(end);
        }),
        { numRuns: 30 },
      );
    }
  });
});

describe('snapshots', () => {
  it('wait until the last one is drawn, however long training goes on', async () => {
    const desk = await deskWithNet();
    desk.run();
    for (let slice = 0; slice < 50; slice += 1) await desk.breathe();
    expect(desk.saidOf('snapshot')).toHaveLength(1);
    desk.send({ type: 'drawn' });
    expect(desk.saidOf('snapshot')).toHaveLength(2);
    await desk.breathe();
    expect(desk.saidOf('snapshot')).toHaveLength(2);
  });

  it('show what is there when they are made', async () => {
    const desk = await deskWithNet();
    desk.run({ unit: 'batch', at: 1000 });
    await untilStopped(desk);
    desk.send({ type: 'drawn' });
    expect(desk.saidOf('snapshot').at(-1)).toMatchObject({ nets: [{ steps: 1000 }] });
  });

  it('are not made where nothing has changed', async () => {
    const desk = await deskWithNet();
    for (let frame = 0; frame < 5; frame += 1) desk.send({ type: 'drawn' });
    desk.call('ping', {});
    expect(desk.saidOf('snapshot')).toEqual([]);
  });

  it('take at most half of the time at full speed', async () => {
    const desk = await deskWithNet();
    desk.lab.millisecondsPerSnapshot = 100;
    desk.run();
    for (let slice = 0; slice < 200; slice += 1) {
      await desk.breathe();
      desk.send({ type: 'drawn' });
    }
    const looking = desk.saidOf('snapshot').length * 100;
    expect(looking).toBeGreaterThan(1000);
    expect(looking).toBeLessThan(desk.lab.worked / 2 + 101);
  });

  it('come every so many steps at a given pace, and training waits for the page', async () => {
    const desk = await FakeDesk.ready();
    desk.call('create', create);
    desk.said.length = 0;
    desk.lab.millisecondsPerStep = 1;
    desk.call('pace', { pace: 25 });
    desk.run();
    for (let frame = 0; frame <= 4; frame += 1) {
      await untilStopped(desk);
      expect(desk.saidOf('snapshot').map(({ nets }) => nets[0]?.steps)).toEqual(
        [25, 50, 75, 100].slice(0, frame),
      );
      desk.send({ type: 'drawn' });
    }
  });

  it('do not hold up single steps at a slow pace', async () => {
    const desk = await deskWithNet();
    desk.call('pace', { pace: 1 });
    desk.call('step', { unit: 'epoch', count: 3 });
    await untilStopped(desk);
    expect(desk.saidOf('stopped')).toMatchObject([{ reason: 'goal', progress: [{ steps: 30 }] }]);
  });

  it('hold what was asked for, and give their buffers away', async () => {
    const desk = await deskWithNet();
    desk.call('observe', { request: { grid: { size: 8 }, weights: true } });
    const [snapshot] = desk.saidOf('snapshot');
    const [net] = snapshot?.nets ?? [];
    expect(desk.buffers).toEqual([net?.grid?.values.buffer, net?.weights?.buffer]);
    desk.buffers.length = 0;
    desk.send({ type: 'drawn' });
    desk.call('observe', { request: { evaluation: true } });
    expect(desk.saidOf('snapshot').at(-1)?.nets[0]).toHaveProperty('train');
    expect(desk.buffers).toEqual([]);
  });

  it('never write to arrays that a request brought along', async () => {
    const desk = await deskWithNet();
    desk.call('observe', { request: { grid: { size: 8, into: new Float32Array(64) } } });
    expect(desk.lab.snapshots.at(-1)).toEqual({ grid: { size: 8 } });
  });

  it('fall back to the progress where a request does not suit new nets', async () => {
    const desk = await FakeDesk.ready();
    desk.call('observe', { request: { grid: { size: 5000 } } });
    const said = desk.call('create', create);
    expect(types(said)).toEqual(['answer', 'refused', 'snapshot']);
    expect(said[1]).toMatchObject({ id: null, refusal: { argument: 'request.grid.size' } });
    expect(said[2]).toMatchObject({ nets: [{ steps: 0 }] });
  });
});

describe('while it is suspended', () => {
  it('neither trains nor shows anything, but answers', async () => {
    const desk = await deskWithNet();
    desk.run();
    await desk.breathe();
    desk.call('suspend', { suspended: true });
    const { worked } = desk.lab;
    const { length } = desk.lab.snapshots;
    await untilStopped(desk);
    desk.send({ type: 'drawn' });
    desk.call('setWeight', { net: 0, index: 1, value: 1 });
    expect(types(desk.ask(0, 'hash'))).toEqual(['answer']);
    expect([desk.lab.worked, desk.lab.snapshots.length]).toEqual([worked, length]);

    desk.call('suspend', { suspended: false });
    await desk.breathe();
    expect(desk.lab.worked).toBeGreaterThan(worked);
    expect(desk.lab.snapshots.length).toBeGreaterThan(length);
  });

  it('leaves a trial where it is', async () => {
    const desk = await FakeDesk.ready();
    desk.call('trial', { spec: spec(), stop: { maxSteps: 1000 } });
    desk.call('suspend', { suspended: true });
    await untilStopped(desk);
    expect(desk.saidOf('answer').map(({ id }) => id)).toEqual([1]);
    desk.call('suspend', { suspended: false });
    await untilStopped(desk);
    expect(desk.saidOf('answer').at(-1)).toMatchObject({ id: 0, answer: { reason: 'steps', steps: 1000 } });
  });
});

describe('a trial', () => {
  it('runs to its rule in slices, and is answered with its result', async () => {
    const desk = await FakeDesk.ready();
    desk.call('trial', { spec: spec({ seed: 3 }), stop: { lossBelow: 0.05, maxEpochs: 1000 } });
    await untilStopped(desk);
    const said = desk.saidOf('answer');
    expect(said).toMatchObject([
      { id: 0, answer: { reason: 'loss', steps: 4000, epochs: 400, deadUnits: 0 } },
    ]);
    const [{ answer }] = said as unknown as [{ readonly answer: TrialResult }];
    desk.call('load', { documents: [answer.document] });
    expect(desk.ask(0, 'hash')[0]).toMatchObject({ answer: answer.hash });
    expect(desk.lab.alive).toBe(1);
  });

  it('tells how far it is, ten times a second', async () => {
    const desk = await FakeDesk.ready();
    desk.call('trial', { spec: spec(), stop: { maxSteps: 10_050 } });
    await untilStopped(desk);
    const told = desk.saidOf('trialProgress').map(({ progress }) => progress.steps);
    expect(told.length).toBeGreaterThan(8);
    expect(told.length).toBeLessThanOrEqual(10);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  it('is refused where its set-up is', async () => {
    const desk = await FakeDesk.ready();
    const said = desk.call('trial', { spec: spec({ layers: [] }), stop: { maxSteps: 1 } });
    expect(said).toMatchObject([{ type: 'refused', id: 0 }]);
    expect(desk.lab.alive).toBe(0);
  });

  it('ends without a result when it is paused', async () => {
    const desk = await FakeDesk.ready();
    desk.call('trial', { spec: spec(), stop: { maxSteps: 1e6 } });
    await desk.breathe();
    expect(desk.call('pause', {})).toMatchObject([
      { type: 'answer', id: 0, answer: null },
      { type: 'answer', id: 1 },
    ]);
    await untilStopped(desk);
    expect(desk.lab.alive).toBe(0);
  });
});

describe('a crash', () => {
  it('is told once, and every later call is refused', async () => {
    const desk = await deskWithNet();
    desk.lab.crashesAt = 500;
    desk.run();
    await untilStopped(desk);
    expect(desk.saidOf('crashed')).toMatchObject([{ refusal: { code: 'crashed' } }]);
    expect(desk.call('ping', {})).toMatchObject([{ type: 'refused' }]);
  });
});

describe('dispose', () => {
  it('ends training and frees all nets', async () => {
    const desk = await deskWithNet();
    desk.run();
    await desk.breathe();
    desk.dispose();
    const { worked } = desk.lab;
    await untilStopped(desk);
    expect([desk.lab.alive, desk.lab.worked]).toEqual([0, worked]);
  });
});
