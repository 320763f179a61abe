import { describe, expect, it } from 'vitest';
import { MAIN_KEYS } from '../../bench/activations/plan.mjs';
import goals from '../../bench/goals.json' with { type: 'json' };
import { BEST } from '../../bench/goals.mjs';
import { peers } from '../../bench/training/peers.mjs';
import { plan } from '../../bench/training/plan.mjs';
import { titleOf } from '../../bench/workload.mjs';

const training = plan({ quick: false });
const titles = [...MAIN_KEYS.map((key) => `65,536 values: ${key} f`), ...training.map(titleOf)];

describe('goals.json', () => {
  it.each([...goals.ratios, ...goals.times])('names a workload: $workload', ({ workload }) => {
    expect(titles).toContain(workload);
  });

  it.each(goals.ratios.filter(({ peer }) => peer !== BEST))(
    'names a peer that can do it: $workload, $peer',
    (goal) => {
      const workload = training.find((candidate) => titleOf(candidate) === goal.workload);
      const peer = peers.find(({ name }) => name === goal.peer);
      expect(workload && peer?.supports(workload.task)).toBe(true);
    },
  );
});
