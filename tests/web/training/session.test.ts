import { describe, expect, it, vi } from 'vitest';
import { EngineError } from '../../../web/src/engine/errors';
import type { Progress, Snapshot } from '../../../web/src/engine/training/observation';
import type { TrainerSpec } from '../../../web/src/engine/training/spec';
import type { Net } from '../../../web/src/training/protocol';
import { type SessionListener, TrainingSession } from '../../../web/src/training/session';
import { FakeWorkers, FRAME_MS, pass, spec, useFakeTime } from './support';

useFakeTime();

/** A listener that writes down what it hears. */
class Diary implements SessionListener {
  readonly states: string[] = [];
  readonly snapshots: (readonly Snapshot[])[] = [];
  readonly refusals: EngineError[] = [];
  readonly restarts: number[] = [];
  readonly divergences: number[] = [];
  readonly stops: string[] = [];
  readonly made: (readonly Net[])[] = [];
  progress: readonly Progress[] = [];
  /** What drawing waits for. */
  drawing: Promise<unknown> | undefined;

  stateChanged = (state: string) => void this.states.push(state);
  replaced = (nets: readonly Net[]): void => {
    this.made.push(nets);
  };
  refused = (error: EngineError) => void this.refusals.push(error);
  restarted = (lostSteps: number) => void this.restarts.push(lostSteps);
  diverged = (net: number) => void this.divergences.push(net);
  snapshot = (nets: readonly Snapshot[]) => {
    this.snapshots.push(nets);
    return this.drawing;
  };
  stopped = (reason: string, progress: readonly Progress[]) => {
    this.stops.push(reason);
    this.progress = progress;
  };

  get steps(): number | undefined {
    return this.snapshots.at(-1)?.[0]?.steps;
  }
}

function open() {
  const workers = new FakeWorkers();
  const diary = new Diary();
  const session = new TrainingSession(diary, workers.start);
  return { workers, diary, session };
}

/** The answer, as soon as it has come. */
async function soon<Value>(answer: Promise<Value>): Promise<Value> {
  await pass(FRAME_MS);
  return answer;
}

async function openWithNet(given: Partial<TrainerSpec> = {}) {
  const opened = open();
  await soon(opened.session.create(spec(given)));
  await pass(2 * FRAME_MS);
  return opened;
}

describe('a session', () => {
  it('starts no worker before there are nets, and remembers what it was told', async () => {
    const { workers, session, diary } = open();
    expect(await soon(session.setPace(7))).toBe(true);
    expect(await soon(session.observe({ weights: true }))).toBe(true);
    expect(await soon(session.pause())).toBe(true);
    await pass(1000);
    expect([workers.all.length, session.state, session.backend]).toEqual([0, 'empty', undefined]);
    await soon(session.create(spec()));
    await soon(session.run());
    await pass(3 * FRAME_MS);
    expect(diary.snapshots[1]).toMatchObject([{ steps: 7, weights: Float32Array.of(4.5, 0) }]);
  });

  it('makes nets and shows them', async () => {
    const { session, diary } = await openWithNet();
    expect(session.state).toBe('paused');
    expect(session.backend).toBe('worker');
    expect(diary.made).toEqual([session.nets]);
    expect(session.nets).toMatchObject([{ spec: spec(), progress: { steps: 0 } }]);
    expect(diary.snapshots).toMatchObject([[{ steps: 0 }]]);
  });

  it('keeps the nets there are when others are refused', async () => {
    const { session, diary } = await openWithNet();
    const nets = session.nets;
    expect(await soon(session.create(spec({ layers: [] })))).toBe(false);
    expect(await soon(session.load('nonsense'))).toBe(false);
    expect(diary.refusals.map(({ message }) => message)).toEqual([
      'spec.layers: is empty',
      'document: is not JSON',
    ]);
    expect(diary.refusals[0]).toBeInstanceOf(EngineError);
    expect(session.nets).toBe(nets);
    expect(await soon(session.step('batch', 3))).toBe(true);
  });

  it('never shows old nets after new ones were made', async () => {
    const { session, diary } = await openWithNet();
    void session.run();
    await pass(100);
    diary.snapshots.length = 0;
    const replaced = vi.fn(() => {
      diary.snapshots.length = 0;
    });
    diary.replaced = replaced;
    await soon(session.create(spec({ seed: 8 })));
    await pass(100);
    expect(replaced).toHaveBeenCalledOnce();
    expect(diary.snapshots.map(([net]) => net?.steps)).toEqual([0]);
  });

  it('runs, pauses within a frame, steps and runs to an epoch', async () => {
    const { session, diary } = await openWithNet();
    await soon(session.run());
    expect(session.state).toBe('running');
    await pass(200);
    const [asked, seen] = [performance.now(), diary.steps];
    expect(seen).toBeGreaterThan(100);
    await pauseAtOnce(session);
    expect(performance.now() - asked).toBeLessThanOrEqual(FRAME_MS);
    expect(session.state).toBe('paused');

    await pass(2 * FRAME_MS);
    const steps = diary.steps as number;
    await soon(session.step('batch', 10));
    await pass(2 * FRAME_MS);
    expect(diary.steps).toBe(steps + 10);
    await soon(session.run({ unit: 'epoch', at: 500 }));
    await pass(1000);
    expect([diary.steps, session.state, diary.stops.at(-1)]).toEqual([5000, 'paused', 'goal']);
  });

  it('keeps running where one run takes the place of another', async () => {
    const { session, diary } = await openWithNet();
    await soon(session.run());
    await soon(session.run({ unit: 'batch', at: 1e6 }));
    expect(diary.stops).toEqual(['replaced']);
    expect(diary.states).toEqual(['paused', 'running']);
  });

  it('runs to a rule and tells what of it was met', async () => {
    const { session, diary } = await openWithNet();
    await soon(session.run({ maxEpochs: 30 }));
    await pass(1000);
    expect([diary.steps, session.state, diary.stops.at(-1)]).toEqual([300, 'paused', 'epochs']);
  });

  it('goes back to a moment before a divergence, and on from there', async () => {
    const { session, diary } = await openWithNet({ learningRate: 1e4 });
    await soon(session.run());
    await pass(200);
    expect(diary.divergences).toEqual([0]);
    expect(await soon(session.rewind())).toBe(true);
    expect(session.state).toBe('paused');
    const back = session.nets[0]?.progress;
    expect(back?.divergence).toBeNull();
    expect(back?.steps).toBeGreaterThan(50);
    await soon(session.set({ learningRate: 1 }));
    await soon(session.run({ unit: 'batch', at: 500 }));
    await pass(500);
    expect([diary.steps, diary.stops.at(-1)]).toEqual([500, 'goal']);
  });

  it('says where there is nothing to go back to', async () => {
    const { session, diary } = await openWithNet();
    expect(await soon(session.rewind())).toBe(false);
    expect(diary.refusals.at(-1)).toMatchObject({ argument: 'checkpoint' });
  });

  it('takes other points and other initial weights', async () => {
    const { session } = await openWithNet();
    const data = { train: { columns: 1, inputs: [1, 2], targets: [0, 1] } };
    expect(await soon(session.setData(data))).toBe(true);
    expect(session.nets[0]?.spec.data).toEqual(data);
    expect(await soon(session.setInitialWeights(Float32Array.of(7, 8)))).toBe(true);
    await soon(session.run({ unit: 'batch', at: 3 }));
    await pass(100);
    await soon(session.reset());
    expect([...(await soon(session.weights()))]).toEqual([7, 8]);
  });

  it('tells of divergence', async () => {
    const { session, diary } = open();
    await soon(session.create([spec({ learningRate: 1e5 }), spec()]));
    await soon(session.step('batch', 20));
    expect(diary.divergences).toEqual([0]);
    expect(diary.progress).toMatchObject([{ steps: 9 }, { steps: 20 }]);
  });

  it('answers questions, and rejects those it cannot answer', async () => {
    const { session } = await openWithNet();
    await soon(session.setWeight(1, 0.25));
    expect(await soon(session.weights())).toEqual(Float32Array.of(1, 0.25));
    expect(await soon(session.hash())).toBe('1 0.4');
    const documents = await soon(session.save());
    await soon(session.reseed(5));
    await soon(session.load(documents));
    expect(await soon(session.hash())).toBe('1 0.4');
    const refused = expect(session.hash(7)).rejects.toMatchObject({ code: 'invalid-input', argument: 'net' });
    await pass(FRAME_MS);
    await refused;
  });
});

/** Waits for the pause to be answered, not longer. */
async function pauseAtOnce(session: TrainingSession): Promise<void> {
  let isPaused = false;
  void session.pause().then(() => {
    isPaused = true;
  });
  while (!isPaused) await pass(1);
}

describe('snapshots', () => {
  it('come at most once a frame', async () => {
    const { session, diary, workers } = await openWithNet();
    await soon(session.run());
    diary.snapshots.length = 0;
    await pass(60 * FRAME_MS);
    expect(diary.snapshots.length).toBeGreaterThan(20);
    expect(diary.snapshots.length).toBeLessThanOrEqual(60);
    // Those of checkpoints ask for the loss and nothing else.
    const shown = workers.last.lab.snapshots.filter(({ evaluation }) => !evaluation);
    expect(shown.length).toBeLessThanOrEqual(diary.snapshots.length + 4);
  });

  it('wait for a page that is slow to draw, and do not pile up', async () => {
    const { session, diary } = await openWithNet();
    await soon(session.run());
    await pass(100);
    let finish = (_: unknown) => {};
    diary.drawing = new Promise((resolve) => {
      finish = resolve;
    });
    await pass(100);
    diary.snapshots.length = 0;
    await pass(2000);
    expect(diary.snapshots).toEqual([]);
    diary.drawing = undefined;
    finish(undefined);
    await pass(10 * FRAME_MS);
    expect(diary.snapshots.length).toBeGreaterThan(2);
    expect(diary.steps).toBeGreaterThan(2000);
  });

  it('go on after a drawing that failed', async () => {
    const reportError = vi.fn();
    vi.stubGlobal('reportError', reportError);
    const { session, diary } = await openWithNet();
    diary.drawing = new Promise((_, reject) => setTimeout(() => reject(new Error('no canvas')), 20));
    await soon(session.step('batch', 1));
    await pass(20);
    diary.drawing = undefined;
    await soon(session.step('batch', 1));
    await pass(2 * FRAME_MS);
    expect(reportError).toHaveBeenCalledOnce();
    expect(diary.steps).toBe(2);
  });

  it('hold what is observed, every so many steps', async () => {
    const { session, diary } = await openWithNet();
    await soon(session.observe({ evaluation: true }));
    await soon(session.setPace(7));
    await soon(session.run());
    diary.snapshots.length = 0;
    await pass(10 * FRAME_MS);
    const steps = diary.snapshots.map(([net]) => net?.steps as number);
    expect(steps.length).toBeGreaterThan(2);
    expect(new Set(steps.slice(1).map((step, index) => step - (steps[index] as number)))).toEqual(
      new Set([7]),
    );
    expect(diary.snapshots.at(-1)?.[0]?.train?.loss).toBeGreaterThan(0);
  });
});

describe('a session that nobody sees', () => {
  it('starts no worker', async () => {
    const { session, workers } = open();
    session.active = false;
    const created = session.create(spec());
    await pass(5000);
    expect(workers.all).toEqual([]);
    session.active = true;
    expect(await soon(created)).toBe(true);
  });

  it('does nothing at all, and goes on afterwards', async () => {
    const { session, workers, diary } = await openWithNet();
    await soon(session.run());
    session.active = false;
    await pass(100);
    const { lab, received } = workers.last;
    const before = [lab.worked, lab.snapshots.length, received.length, diary.snapshots.length];
    await pass(60_000);
    expect([lab.worked, lab.snapshots.length, received.length, diary.snapshots.length]).toEqual(before);
    expect([session.active, session.state]).toEqual([false, 'running']);

    session.active = true;
    await pass(200);
    expect(lab.worked).toBeGreaterThan(before[0] as number);
    expect(diary.snapshots.length).toBeGreaterThan(before[3] as number);
  });

  it('has nothing to do while it is paused either', async () => {
    const { workers } = await openWithNet();
    await pass(3000);
    const before = workers.last.received.length;
    await pass(60_000);
    expect(workers.last.received.length).toBe(before);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('when the worker dies', () => {
  it('silently, another one goes on from the last document, and the loss is told', async () => {
    const { session, workers, diary } = await openWithNet();
    await soon(session.run());
    await pass(5500);
    workers.last.isDead = true;
    const steps = diary.steps as number;
    await pass(15_000);
    expect(workers.all.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
    expect(diary.states).toEqual(['paused', 'running', 'restarting', 'running']);
    expect(diary.restarts).toHaveLength(1);
    const [lost] = diary.restarts as [number];
    expect(lost).toBeGreaterThan(0);
    expect(lost).toBeLessThan(steps / 3);
    expect(workers.last.lab.stepCounts.length).toBeGreaterThan(0);
    expect(diary.steps).toBeGreaterThan(steps);
  });

  it('the document it goes on from is not written again at once', async () => {
    const { session, workers } = await openWithNet();
    await soon(session.run());
    await pass(1500);
    workers.last.isDead = true;
    const saves = () =>
      workers.last.received.filter((message) => 'name' in message && message.name === 'save');
    while (workers.all.length < 2) await pass(100);
    await pass(800);
    expect(saves()).toEqual([]);
    await pass(800);
    expect(saves()).toHaveLength(1);
  });

  it('while the page turns away and back, the other one does not stay suspended', async () => {
    const { session, workers } = await openWithNet();
    await soon(session.run());
    session.active = false;
    workers.last.onfailure(new EngineError('crashed', 'worker', 'killed'));
    session.active = true;
    await pass(200);
    expect(workers.all).toHaveLength(2);
    expect(workers.last.lab.worked).toBeGreaterThan(50);
  });

  it('loudly, another one follows at once', async () => {
    const { session, workers, diary } = await openWithNet();
    await soon(session.step('batch', 50));
    workers.last.onfailure(new EngineError('crashed', 'worker', 'out of memory'));
    await pass(FRAME_MS);
    expect(diary.restarts).toEqual([0]);
    expect(session.state).toBe('paused');
    await pass(2 * FRAME_MS);
    expect(diary.steps).toBe(50);
  });

  it('goes on to the same end as if nothing had happened', async () => {
    const endOf = async (dies: boolean) => {
      const { session, workers } = await openWithNet();
      await soon(session.run({ unit: 'epoch', at: 2000 }));
      await pass(1500);
      workers.last.isDead = dies;
      await pass(20_000);
      expect([workers.all.length, session.state]).toEqual([dies ? 2 : 1, 'paused']);
      return soon(session.save());
    };
    const undisturbed = await endOf(false);
    const restarted = await endOf(true);
    expect(restarted).toEqual(undisturbed);
  });

  it.each([1100, 2900])(
    'after %i ms on the way to a plateau, another one finds it where it was',
    async (at) => {
      const plateau = { epochs: 1200, tolerance: 0.5 };
      const endOf = async (dies: boolean) => {
        const { session, workers, diary } = await openWithNet();
        await soon(session.step('batch', 50));
        await soon(session.run({ plateau, maxEpochs: 20_000 }));
        await pass(at);
        workers.last.isDead = dies;
        await pass(20_000);
        expect([workers.all.length, diary.stops.at(-1)]).toEqual([dies ? 2 : 1, 'plateau']);
        return [diary.progress[0]?.epochs, await soon(session.save())];
      };
      const undisturbed = await endOf(false);
      expect(undisturbed[0]).toBeGreaterThan(2900);
      expect(await endOf(true)).toEqual(undisturbed);
    },
  );

  it('does changes again that the last document lacks, and asks again what was not answered', async () => {
    const { session, workers } = await openWithNet();
    await soon(session.set({ learningRate: 2 }));
    await soon(session.setWeight(1, 7));
    workers.last.isDead = true;
    const question = session.weights();
    const change = session.step('batch', 3);
    await pass(15_000);
    expect(await question).toEqual(Float32Array.of(1, 7));
    expect(await change).toBe(true);
    expect(await soon(session.weights())).toEqual(Float32Array.of(7, 7));
  });

  it('knows where it was after a reset', async () => {
    const { session, workers, diary } = await openWithNet();
    await soon(session.step('batch', 40));
    await pass(2000);
    await soon(session.reset());
    workers.last.onfailure(new EngineError('crashed', 'worker', 'killed'));
    await pass(3 * FRAME_MS);
    expect([diary.steps, diary.restarts]).toEqual([0, [0]]);
  });

  it('over what it says, it is not believed any more', async () => {
    const { workers, diary } = await openWithNet();
    workers.last.onmessage({ type: 'snapshot', nets: 'nonsense' });
    await pass(FRAME_MS);
    expect(diary.restarts).toHaveLength(1);
  });

  it('again and again in the same place, it gives up', async () => {
    const { session, workers, diary } = open();
    workers.prepare = ({ lab }) => {
      lab.crashesAt = 500;
    };
    await soon(session.create(spec()));
    await soon(session.run());
    await pass(20_000);
    expect(session.state).toBe('failed');
    expect(session.failure).toMatchObject({ code: 'crashed' });
    expect(workers.all.length).toBeLessThanOrEqual(5);
    expect(workers.all.every(({ isTerminated }) => isTerminated)).toBe(true);

    workers.prepare = () => {};
    expect(await soon(session.create(spec()))).toBe(true);
    expect(session.state).toBe('paused');
    expect(diary.states.at(-1)).toBe('paused');
  });

  it('over one call each time, that call is refused and the nets stay', async () => {
    const { session, workers, diary } = await openWithNet();
    await soon(session.step('batch', 10));
    await pass(1000);
    workers.prepare = ({ lab }) => {
      lab.trainer = () => {
        lab.isCrashed = true;
        throw new EngineError('crashed', 'lab', 'out of memory');
      };
    };
    workers.prepare(workers.last);
    expect(await soon(session.create(spec({ seed: 3 })))).toBe(false);
    expect(diary.refusals).toMatchObject([{ code: 'crashed' }]);
    await pass(FRAME_MS);
    expect(session.state).toBe('paused');
    expect(await soon(session.weights())).toEqual(Float32Array.of(6, 0));
  });

  it('that a computer slept is no death', async () => {
    const { session, workers } = await openWithNet();
    await soon(session.run());
    vi.setSystemTime(Date.now() + 3_600_000);
    await pass(60_000);
    expect(workers.all).toHaveLength(1);
  });
});

describe('when there is no worker to be had', () => {
  it('says why, and tries again with the next call', async () => {
    const diary = new Diary();
    const workers = new FakeWorkers();
    const start = vi
      .fn(workers.start)
      .mockRejectedValueOnce(new EngineError('load-failed', 'wasm', 'answered 503'));
    const session = new TrainingSession(diary, start);
    expect(await soon(session.create(spec()))).toBe(false);
    expect([session.state, diary.refusals.map(({ code }) => code)]).toEqual(['failed', ['load-failed']]);
    expect(session.failure).toMatchObject({ message: 'wasm: answered 503' });
    expect(await soon(session.create(spec()))).toBe(true);
    expect(session.state).toBe('paused');
  });
});

describe('dispose', () => {
  it('leaves nothing behind', async () => {
    const { session, workers, diary } = await openWithNet();
    await soon(session.run());
    await pass(100);
    const change = session.set({ learningRate: 1 });
    const question = session.hash();
    const rejected = expect(question).rejects.toMatchObject({ code: 'disposed' });
    session.dispose();
    await rejected;
    expect(await change).toBe(false);
    const snapshots = diary.snapshots.length;
    await pass(5000);
    expect([workers.last.isTerminated, workers.last.lab.alive, vi.getTimerCount()]).toEqual([true, 0, 0]);
    expect([diary.snapshots.length, diary.refusals, session.state]).toEqual([snapshots, [], 'disposed']);
    expect(await session.run()).toBe(false);
  });

  it('ends a worker that is still on its way', async () => {
    const { session, workers } = open();
    const created = session.create(spec());
    session.dispose();
    await pass(100);
    expect(await created).toBe(false);
    expect(workers.all.every(({ isTerminated }) => isTerminated)).toBe(true);
  });

  it('ends one that waits to be seen', async () => {
    const { session, workers } = open();
    session.active = false;
    const created = session.create(spec());
    session.dispose();
    expect(await soon(created)).toBe(false);
    expect(workers.all).toEqual([]);
  });
});
