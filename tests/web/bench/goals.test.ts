import { describe, expect, it } from 'vitest';
import { type Goals, judge } from '../../bench/goals.mjs';
import type { PeerSummary, Summary } from '../../bench/summary.mjs';

const GOALS: Goals = {
  ratios: [
    { workload: '64 values: relu f', peer: 'best peer', ratio: { chromium: 6, node: 3 } },
    { workload: '1 step a call: 2-4-1', peer: 'slow', ratio: { chromium: 30, node: 20 } },
  ],
  times: [{ workload: '1 step a call: 2-4-1', milliseconds: 4 }],
  timesAnyPeer: 1,
  derivativeCost: 1.6,
};

const peer = (name: string, changes: Partial<PeerSummary>): PeerSummary => ({
  ...{ name, rate: 1, spread: 0, ratio: 1, difference: 0, agrees: true, remark: null },
  ...changes,
});

const summary = (changes: Partial<Summary>, ratio?: number): Summary => ({
  engine: 'node',
  group: '64 values',
  name: 'relu f',
  unit: 'values',
  peers: [],
  best: ratio === undefined ? null : peer('p', { ratio }),
  derivativeCost: null,
  failures: {},
  ...changes,
});

const verdicts = (changes: Partial<Summary>, ratio?: number) =>
  Object.fromEntries(
    judge([summary(changes, ratio)], GOALS).map(({ name, goal, met }) => [name, [goal, met]]),
  );

describe('judge', () => {
  it('takes the goal of the workload and the engine', () => {
    expect(verdicts({}, 4).ratios).toEqual([3, true]);
    expect(verdicts({ engine: 'chromium' }, 4).ratios).toEqual([6, false]);
  });

  it.each([
    ['another name', { name: 'snake f' }],
    ['another group', { group: '65 values' }],
    ['another engine', { engine: 'firefox' }],
  ])('asks of %s only not to be slower', (_, changes) => {
    expect(verdicts(changes, 1)).toEqual({ timesAnyPeer: [1, true] });
    expect(verdicts(changes, 0.99)).toEqual({ timesAnyPeer: [1, false] });
  });

  describe('where a goal names a peer', () => {
    const steps = { group: '1 step a call', name: '2-4-1' };

    it('compares with that one', () => {
      const peers = [peer('fast', { ratio: 2 }), peer('slow', { ratio: 25 })];
      expect(verdicts({ ...steps, peers }).ratios).toEqual([20, true]);
      expect(verdicts({ ...steps, peers, engine: 'chromium' }).ratios).toEqual([30, false]);
    });

    it('says nothing when that one computes something else, or is missing', () => {
      expect(verdicts({ ...steps, peers: [peer('slow', { ratio: 25, agrees: false })] })).toEqual({});
      expect(verdicts({ ...steps, peers: [peer('fast', { ratio: 25 })] })).toEqual({});
    });
  });

  it('limits the time of a unit of work', () => {
    const steps = { group: '1 step a call', name: '2-4-1' };
    expect(verdicts({ ...steps, peers: [peer('activation-lab', { rate: 250 })] })).toEqual({
      times: [4, true],
    });
    expect(verdicts({ ...steps, peers: [peer('activation-lab', { rate: 249 })] })).toEqual({
      times: [4, false],
    });
  });

  it('limits the cost of the derivative', () => {
    expect(verdicts({ derivativeCost: 1.6 })).toEqual({ derivativeCost: [1.6, true] });
    expect(verdicts({ derivativeCost: 1.7 })).toEqual({ derivativeCost: [1.6, false] });
  });

  it('says nothing where there is nothing to compare with', () => {
    expect(verdicts({})).toEqual({});
  });
});
