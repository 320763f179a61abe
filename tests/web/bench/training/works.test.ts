import { describe, expect, it } from 'vitest';
import { makeSetup, type Work } from '../../../bench/training/tasks.mjs';
import { prepareWork } from '../../../bench/training/works.mjs';

const SETUP = makeSetup({
  ...{ sizes: '2-4-1', hidden: 'tanh', samples: 20, batchSize: 10, learningRate: 0.03 },
  work: { kind: 'steps', steps: 1 },
});

/** Writes down what it is asked for. */
function prepare(work: Work) {
  const calls: string[] = [];
  const trainer = {
    version: '',
    step: (count: number) => calls.push(`step ${count}`),
    parameters() {
      calls.push('parameters');
      return Float32Array.of(calls.length);
    },
    setParameters: ([first = 0]: Float32Array) => calls.push(`set ${first.toFixed(3)}`),
    maps(size: number) {
      calls.push(`maps ${size}`);
      return `native ${size}`;
    },
    toUnitMaps(maps: string) {
      calls.push(`convert ${maps}`);
      return [];
    },
  };
  return { ...prepareWork(work, trainer, SETUP), calls };
}

describe('prepareWork', () => {
  it('takes the steps of a call at once', () => {
    const { run, calls } = prepare({ kind: 'steps', steps: 7 });
    run();
    expect(calls).toEqual(['step 7']);
  });

  it('times maps as they come', () => {
    const { run, calls } = prepare({ kind: 'maps', size: 5 });
    expect(run()).toBe('native 5');
    expect(calls).toEqual(['maps 5']);
  });

  it('trains and looks in each frame', () => {
    const { run, calls } = prepare({ kind: 'frame', steps: 200, size: 5 });
    run();
    expect(calls).toEqual(['step 200', 'maps 5']);
  });

  it('trains each seed from weights of its own, and keeps what comes out', () => {
    const { run, calls } = prepare({ kind: 'seeds', seeds: 2, steps: 9 });
    const results = run() as Float32Array[];
    expect(calls.filter((call) => !call.startsWith('set'))).toEqual([
      ...['step 9', 'parameters'],
      ...['step 9', 'parameters'],
    ]);
    expect(new Set(calls.filter((call) => call.startsWith('set'))).size).toBe(2);
    expect(results.map(([value]) => value)).toEqual([3, 6]);
  });

  it.each<[string, Work, string[]]>([
    ['weights', { kind: 'steps', steps: 7 }, ['step 20', 'parameters']],
    ['maps', { kind: 'maps', size: 5 }, ['maps 5', 'convert native 5']],
    ['maps', { kind: 'frame', steps: 200, size: 5 }, ['step 20', 'maps 5', 'convert native 5']],
  ])('compares %s, after 20 steps where there are some: %j', async (_, work, expected) => {
    const { trial, calls } = prepare(work);
    await trial();
    expect(calls).toEqual(expected);
  });
});
