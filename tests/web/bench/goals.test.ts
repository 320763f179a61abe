import { describe, expect, it } from 'vitest';
import { judge } from '../../bench/goals.mjs';
import type { Summary } from '../../bench/summary.mjs';

const GOALS = {
  size: 64,
  timesBestPeer: { relu: { chromium: 6, node: 3 } },
  timesAnyPeer: 1,
  derivativeCost: 1.6,
};

const summary = (changes: Partial<Summary>, ratio?: number): Summary => ({
  engine: 'node',
  key: 'relu',
  order: 0,
  size: 64,
  peers: [],
  best: ratio === undefined ? null : { name: 'p', rate: 1, spread: 0, ratio, difference: 0, agrees: true },
  derivativeCost: null,
  failures: {},
  ...changes,
});

const verdicts = (changes: Partial<Summary>, ratio?: number) =>
  Object.fromEntries(
    judge([summary(changes, ratio)], GOALS).map(({ name, goal, met }) => [name, [goal, met]]),
  );

describe('judge', () => {
  it('takes the goal of the activation and the engine', () => {
    expect(verdicts({}, 4).timesBestPeer).toEqual([3, true]);
    expect(verdicts({ engine: 'chromium' }, 4).timesBestPeer).toEqual([6, false]);
  });

  it.each([
    ['another activation', { key: 'snake' }],
    ['another size', { size: 65 }],
    ['f and its derivative', { order: 1 as const }],
  ])('asks of %s only not to be slower', (_, changes) => {
    expect(verdicts(changes, 1)).toEqual({ timesAnyPeer: [1, true] });
    expect(verdicts(changes, 0.99)).toEqual({ timesAnyPeer: [1, false] });
  });

  it('limits the cost of the derivative', () => {
    expect(verdicts({ order: 1, derivativeCost: 1.6 })).toEqual({ derivativeCost: [1.6, true] });
    expect(verdicts({ order: 1, derivativeCost: 1.7 })).toEqual({ derivativeCost: [1.6, false] });
  });

  it('says nothing where there is nothing to compare with', () => {
    expect(verdicts({})).toEqual({});
  });
});
