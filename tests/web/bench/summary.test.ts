import { describe, expect, it } from 'vitest';
import type { PeerResult } from '../../bench/compare.mjs';
import { summarise } from '../../bench/summary.mjs';

const peer = (name: string, times: number[], agrees = true): PeerResult => ({
  name,
  version: '1',
  times,
  difference: 0,
  agrees,
  remark: null,
});

const WORKLOAD = { group: '1,000 values', name: 'relu f', unit: 'values', work: 1000 };

const summariseThese = (peers: PeerResult[], forwardTimes: number[] | null = null) =>
  summarise('node', WORKLOAD, { peers, forwardTimes, failures: {} });

describe('summarise', () => {
  const own = peer('activation-lab', [1, 2, 1]);

  it('gives units a second and how many times faster the own engine is', () => {
    const { peers, best } = summariseThese([own, peer('slow', [8, 16, 9]), peer('fast', [3, 6, 2])]);
    expect(peers.map(({ rate }) => rate)).toEqual([1e6, 1e6 / 9, 1e6 / 3]);
    expect(best).toMatchObject({ name: 'fast', ratio: 3 });
  });

  it('passes over a peer that computes something else', () => {
    const { best } = summariseThese([own, peer('wrong', [0.1, 0.1, 0.1], false), peer('right', [2, 2, 2])]);
    expect(best?.name).toBe('right');
  });

  it('compares f and f′ with f in the same rounds', () => {
    expect(summariseThese([own], [0.5, 1, 0.8]).derivativeCost).toBe(2);
    expect(summariseThese([own]).derivativeCost).toBeNull();
  });

  it('calls it a failure when the own engine is the odd one out', () => {
    const { failures } = summariseThese([
      peer('activation-lab', [1, 1, 1], false),
      peer('a', [1, 1, 1]),
      peer('b', [1, 1, 1]),
    ]);
    expect(Object.keys(failures)).toEqual(['activation-lab']);
  });
});
