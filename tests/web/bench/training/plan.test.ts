import { describe, expect, it } from 'vitest';
import { plan } from '../../../bench/training/plan.mjs';
import { titleOf } from '../../../bench/workload.mjs';

describe('plan', () => {
  const thorough = plan({ quick: false });
  const quick = plan({ quick: true });

  it('gives each workload a title of its own', () => {
    expect(new Set(thorough.map(titleOf)).size).toBe(thorough.length);
  });

  it('trains small networks by one step and by twenty, and a wide one', () => {
    const steps = thorough.filter(({ unit }) => unit === 'steps');
    expect(steps.map(titleOf)).toContain('1 step a call: 2-8-8-8-1 relu');
    expect(steps.map(titleOf)).toContain('20 steps a call: 2-4-2-1 tanh');
    expect(steps.map(titleOf)).toContain('1 step a call: 64-128-128-10 relu');
    for (const { work, task } of steps) expect(task.work).toEqual({ kind: 'steps', steps: work });
  });

  it('takes whole batches', () => {
    for (const { task } of thorough) expect(task.samples % task.batchSize).toBe(0);
  });

  it('is part of the whole, and shorter, when it is to be quick', () => {
    const titles = thorough.map(titleOf);
    for (const workload of quick) expect(titles).toContain(titleOf(workload));
    expect(quick.length).toBeLessThan(thorough.length);
    expect(quick[0]?.timing.warmUp).toBeLessThan(thorough[0]?.timing.warmUp ?? 0);
  });
});
