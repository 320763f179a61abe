import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { EngineError } from '../../../web/src/engine/errors';
import {
  Ensemble,
  type EnsembleOptions,
  type EnsembleSetup,
  type SeedOutcome,
} from '../../../web/src/training/ensemble';
import type { FakeWorker } from './support';
import { FakeWorkers, pass, spec, useFakeTime } from './support';

useFakeTime();

const setup: EnsembleSetup = {
  spec: spec(),
  seeds: [5, 3, 8, 1, 9, 2, 7],
  stop: { lossBelow: 0.501, maxSteps: 395 },
};

/** Runs an ensemble to its end. */
async function run(options: EnsembleOptions, given: EnsembleSetup = setup): Promise<readonly SeedOutcome[]> {
  const ensemble = new Ensemble(given, {}, options);
  let isOver = false;
  const outcomes = ensemble.outcomes.finally(() => {
    isOver = true;
  });
  outcomes.catch(() => {});
  while (!isOver) await pass(100);
  return outcomes;
}

const summary = (outcomes: readonly SeedOutcome[]) =>
  outcomes.map(({ seed, result, error }) =>
    result ? `${seed} ${result.reason} ${result.steps}` : `${seed} ${error?.code}`,
  );

const EXPECTED = [
  '5 loss 390',
  '3 steps 395',
  '8 loss 390',
  '1 steps 395',
  '9 loss 390',
  '2 steps 395',
  '7 loss 390',
];

describe('an ensemble', () => {
  it('gives a result for each seed, in their order', async () => {
    const outcomes = await run({ poolSize: 2, start: new FakeWorkers().start });
    expect(summary(outcomes)).toEqual(EXPECTED);
    expect(outcomes[0]).toMatchObject({ result: { train: { score: 0 }, hash: 'c8 0', deadUnits: 0 } });
  });

  it('gives the same whatever the pool and the machine', async () => {
    const reference = await run({ poolSize: 1, start: new FakeWorkers().start });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.double({ min: 0.01, max: 10, noNaN: true }), { minLength: 9, maxLength: 9 }),
        async (poolSize, speeds) => {
          const workers = new FakeWorkers();
          workers.prepare = ({ lab }) => {
            lab.millisecondsPerStep = speeds[workers.all.length] as number;
          };
          expect(await run({ poolSize, start: workers.start })).toEqual(reference);
          expect(workers.all.length).toBe(Math.min(poolSize, setup.seeds.length));
        },
      ),
      { numRuns: 20 },
    );
  });

  it('uses a worker less than there are processors, one to four', async () => {
    for (const [processors, expected] of [
      [1, 1],
      [3, 2],
      [16, 4],
    ]) {
      vi.stubGlobal('navigator', { hardwareConcurrency: processors });
      const workers = new FakeWorkers();
      await run({ start: workers.start });
      expect(workers.all.length).toBe(expected);
    }
  });

  it('trains one at a time in a page without workers', async () => {
    const workers = new FakeWorkers();
    const start = async () => Object.assign(await workers.start(), { kind: 'main-thread' as const });
    expect(summary(await run({ poolSize: 4, start }))).toEqual(EXPECTED);
    expect(workers.all).toHaveLength(1);
  });

  it('leaves nothing behind', async () => {
    const workers = new FakeWorkers();
    await run({ poolSize: 3, start: workers.start });
    expect(workers.all.map(({ isTerminated, lab }) => [isTerminated, lab.alive])).toEqual(
      Array(3).fill([true, 0]),
    );
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells how far it is, and each outcome when it is there', async () => {
    const workers = new FakeWorkers();
    workers.prepare = ({ lab }) => {
      lab.millisecondsPerStep = 1;
    };
    const steps: Record<number, number[]> = {};
    const settled: SeedOutcome[] = [];
    const ensemble = new Ensemble(
      setup,
      {
        progress: (seed, progress) => {
          steps[seed] = [...(steps[seed] ?? []), progress.steps];
        },
        settled: (outcome) => void settled.push(outcome),
      },
      { poolSize: 2, start: workers.start },
    );
    await pass(450);
    expect(Object.keys(steps)).toEqual(['3', '5']);
    expect(steps[5]?.length).toBeGreaterThan(1);
    expect(settled.length).toBe(2);
    await pass(2000);
    expect(settled.toSorted((a, b) => a.seed - b.seed)).toEqual(
      (await ensemble.outcomes).toSorted((a, b) => a.seed - b.seed),
    );
  });

  it('does nothing while nobody sees it', async () => {
    const workers = new FakeWorkers();
    workers.prepare = ({ lab }) => {
      lab.millisecondsPerStep = 1;
    };
    const ensemble = new Ensemble(setup, {}, { poolSize: 2, start: workers.start });
    ensemble.active = false;
    await pass(10_000);
    expect(workers.all.length).toBeLessThanOrEqual(1);
    ensemble.active = true;
    await pass(200);
    ensemble.active = false;
    await pass(20);
    const worked = workers.all.map(({ lab }) => lab.worked);
    await pass(60_000);
    expect(workers.all.map(({ lab }) => lab.worked)).toEqual(worked);
    ensemble.active = true;
    await pass(10_000);
    expect(summary(await ensemble.outcomes)).toEqual(EXPECTED);
  });
});

describe('cancel', () => {
  it('keeps what had come to its end, and ends the workers', async () => {
    const workers = new FakeWorkers();
    workers.prepare = ({ lab }) => {
      lab.millisecondsPerStep = 1;
    };
    const ensemble = new Ensemble(setup, {}, { poolSize: 2, start: workers.start });
    await pass(500);
    ensemble.cancel();
    expect(summary(await ensemble.outcomes)).toEqual(EXPECTED.slice(0, 2));
    expect(workers.all.every(({ isTerminated }) => isTerminated)).toBe(true);
    await pass(100);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('at once gives nothing', async () => {
    const workers = new FakeWorkers();
    const ensemble = new Ensemble(setup, {}, { poolSize: 2, start: workers.start });
    ensemble.cancel();
    await pass(100);
    expect(await ensemble.outcomes).toEqual([]);
    expect(workers.all.every(({ isTerminated }) => isTerminated)).toBe(true);
  });
});

describe('a worker that dies', () => {
  it.each<[string, (worker: FakeWorker) => void]>([
    ['silently', (worker) => Object.assign(worker, { isDead: true })],
    ['loudly', (worker) => worker.onfailure(new EngineError('crashed', 'worker', 'killed'))],
  ])('%s is replaced, and its seed run again', async (_how, kill) => {
    const workers = new FakeWorkers();
    const ensemble = new Ensemble(setup, {}, { poolSize: 2, start: workers.start });
    await pass(30);
    kill(workers.all[1] as FakeWorker);
    await pass(60_000);
    expect(workers.all).toHaveLength(3);
    expect(summary(await ensemble.outcomes)).toEqual(EXPECTED);
  });

  it('over one seed each time costs that seed only', async () => {
    const workers = new FakeWorkers();
    workers.prepare = ({ lab }) => {
      const trainer = lab.trainer.bind(lab);
      lab.trainer = (given) => {
        if (given.seed === 9) lab.isCrashed = true;
        return trainer(given);
      };
    };
    const outcomes = await run({ poolSize: 2, start: workers.start });
    expect(summary(outcomes)).toEqual(EXPECTED.map((line) => (line.startsWith('9') ? '9 crashed' : line)));
  });
});

describe('what is refused', () => {
  it('no seed, or too many', () => {
    for (const seeds of [[], Array.from({ length: 1001 }, (_, seed) => seed)]) {
      expect(() => new Ensemble({ ...setup, seeds })).toThrow('seeds: must be 1 to 1000');
    }
  });

  it('a set-up, for all seeds', async () => {
    const workers = new FakeWorkers();
    const refused = run({ poolSize: 3, start: workers.start }, { ...setup, spec: spec({ layers: [] }) });
    await expect(refused).rejects.toMatchObject({ code: 'invalid-setup', argument: 'spec.layers' });
    expect(workers.all.every(({ isTerminated }) => isTerminated)).toBe(true);
  });

  it('for want of a core', async () => {
    const start = async () => {
      throw new EngineError('load-failed', 'wasm', 'answered 404');
    };
    await expect(run({ poolSize: 2, start })).rejects.toMatchObject({ code: 'load-failed' });
  });
});
