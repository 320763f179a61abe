import { describe, expect, it } from 'vitest';
import { MAIN_KEYS, planWorkloads, SIZES } from '../../../bench/activations/plan.mjs';

type Activation = Parameters<typeof planWorkloads>[1][number];

const activation = (key: string): Activation =>
  ({
    key,
    parameters: [{ key: 'alpha', initial: 0.5 }],
    code: { javascript: `${key}(x)`, javascriptDerivative: `${key}'(x)` },
  }) as unknown as Activation;

const CATALOGUE = [...MAIN_KEYS, 'softsign', 'snake'].map(activation);
const NOTHING: Parameters<typeof planWorkloads>[0] = { keys: null, sizes: null, all: false, quick: false };
const isShared = ({ key }: { key: string }) => key !== 'snake';

const plan = (options: Partial<typeof NOTHING>) =>
  planWorkloads({ ...NOTHING, ...options }, CATALOGUE, isShared);
const sizesOf = (key: string, workloads: ReturnType<typeof plan>) =>
  workloads.filter(({ task }) => task.key === key && task.order === 0).map(({ work }) => work);

describe('planWorkloads', () => {
  it('runs the main activations at all sizes and the other shared ones at one', () => {
    const workloads = plan({});
    for (const key of MAIN_KEYS) expect(sizesOf(key, workloads)).toEqual(SIZES);
    expect(sizesOf('softsign', workloads)).toEqual([65_536]);
    expect(sizesOf('snake', workloads)).toEqual([]);
  });

  it('runs f, and f with its derivative', () => {
    expect(plan({ keys: ['tanh'], sizes: [16] }).map(({ task, work }) => [task.order, work])).toEqual([
      [0, 16],
      [1, 16],
    ]);
  });

  it('names each workload', () => {
    expect(plan({ keys: ['tanh'], sizes: [65_536] })).toMatchObject([
      { suite: 'activations', group: '65,536 values', name: 'tanh f' },
      { suite: 'activations', group: '65,536 values', name: "tanh f and f'" },
    ]);
  });

  it('hands each process what it has to know', () => {
    expect(plan({ keys: ['elu'] })[1]?.task).toEqual({
      key: 'elu',
      order: 1,
      parameters: { alpha: 0.5 },
      javascript: 'elu(x)',
      javascriptDerivative: "elu'(x)",
    });
  });

  it('runs only the main activations at one size when it is to be quick, and measures shorter', () => {
    const workloads = plan({ quick: true });
    expect(workloads).toHaveLength(MAIN_KEYS.length * 2);
    expect(sizesOf('relu', workloads)).toEqual([65_536]);
    expect(workloads[0]?.timing.warmUp).toBeLessThan(plan({})[0]?.timing.warmUp ?? 0);
  });

  it('runs the whole catalogue when asked to', () => {
    expect(new Set(plan({ all: true }).map(({ task }) => task.key)).size).toBe(CATALOGUE.length);
    expect(sizesOf('snake', plan({ all: true, quick: true, sizes: [7, 8] }))).toEqual([7, 8]);
  });

  it('leaves out a main activation that a catalogue lacks, but names one that was asked for', () => {
    expect(planWorkloads(NOTHING, [activation('relu')], isShared)).toHaveLength(SIZES.length * 2);
    expect(() => plan({ keys: ['relo'] })).toThrow('"relo"');
  });
});
