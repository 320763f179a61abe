import { describe, expect, it } from 'vitest';
import { compare, type Participant, prepareEach } from '../../bench/compare.mjs';

const TIMING = { warmUp: 0, round: 0, rounds: 2 };
const TOLERANCE = 1e-4;

const participant = (name: string, value: number, changes: Partial<Participant> = {}): Participant => ({
  ...{ name, version: '1', run: () => {}, outputs: [Float32Array.of(value)] },
  ...changes,
});

const agreement = async (...participants: Participant[]) =>
  (await compare(participants, TOLERANCE, TIMING)).peers.map(({ agrees }) => agrees);

describe('prepareEach', () => {
  it('goes on without a peer that cannot be loaded, and says why', async () => {
    const { participants, failures } = await prepareEach([{ name: 'a' }, { name: 'b' }], async ({ name }) => {
      if (name === 'a') throw new Error('not installed');
      return participant(name, 1);
    });
    expect(participants.map(({ name }) => name)).toEqual(['b']);
    expect(failures).toEqual({ a: 'not installed' });
  });
});

describe('compare', () => {
  it('times every participant and what is to be timed besides', async () => {
    const others = [{ name: 'other', run: () => {} }];
    const { peers, otherTimes } = await compare([participant('a', 1)], TOLERANCE, TIMING, others);
    expect(peers[0]?.times).toHaveLength(TIMING.rounds);
    expect(otherTimes).toEqual([[expect.any(Number), expect.any(Number)]]);
  });

  it('measures differences from activation-lab', async () => {
    const participants = [participant('a', 0.75), participant('activation-lab', 0.5)];
    const { peers } = await compare(participants, TOLERANCE, TIMING);
    expect(peers.map(({ difference }) => difference)).toEqual([0.25, 0]);
  });

  it('sets aside who computes something else', async () => {
    const results = await agreement(participant('a', 1), participant('b', 2), participant('c', 1));
    expect(results).toEqual([true, false, true]);
  });

  it('holds who does it otherwise against an expectation of its own', async () => {
    const right = participant('right', 3, { expected: [Float32Array.of(3)], remark: 'does less' });
    const wrong = participant('wrong', 1, { expected: [Float32Array.of(3)] });
    const results = await agreement(right, wrong, participant('a', 1), participant('b', 2));
    expect(results).toEqual([true, false, true, false]);
    const { peers } = await compare([right, wrong], TOLERANCE, TIMING);
    expect(peers.map(({ difference, remark }) => [difference, remark])).toEqual([
      [0, 'does less'],
      [expect.closeTo(2 / 3), null],
    ]);
  });
});
