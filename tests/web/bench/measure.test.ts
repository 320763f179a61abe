import { describe, expect, it } from 'vitest';
import { type Case, measure, median, medianRatio, rotated, spread } from '../../bench/measure.mjs';

/** A clock that only moves when a case runs. */
function imaginaryMachine() {
  let time = 0;
  const calls: string[] = [];
  const make = (name: string, cost: () => number): Case => ({
    name,
    run() {
      calls.push(name);
      time += cost();
    },
  });
  return { now: () => time, calls, make, constant: (name: string, cost: number) => make(name, () => cost) };
}

describe('median', () => {
  it.each([
    [[3], 3],
    [[5, 1, 3], 3],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 2], 9],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('leaves its input as it was', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe('medianRatio', () => {
  it('compares round by round, so that a slow round does not count', () => {
    expect(medianRatio([20, 200, 20], [10, 100, 10])).toBe(2);
  });
});

describe('spread', () => {
  it('is relative to the median', () => {
    expect(spread([8, 10, 13])).toBe(0.5);
  });
});

describe('rotated', () => {
  it('begins with another item each round', () => {
    const items = ['a', 'b', 'c'];
    expect([0, 1, 2, 3].map((round) => rotated(items, round).join(''))).toEqual(['abc', 'bca', 'cab', 'abc']);
  });

  it('accepts nothing', () => {
    expect(rotated([], 5)).toEqual([]);
  });
});

describe('measure', () => {
  const timing = { warmUp: 100, round: 50, rounds: 6 };

  it('gives milliseconds a call, by case and round', async () => {
    const machine = imaginaryMachine();
    const cases = [machine.constant('fast', 0.5), machine.constant('slow', 4)];
    expect(await measure(cases, timing, machine.now)).toEqual([Array(6).fill(0.5), Array(6).fill(4)]);
  });

  it('warms every case up before it measures any', async () => {
    const machine = imaginaryMachine();
    await measure([machine.constant('a', 1), machine.constant('b', 1)], timing, machine.now);
    const firstOfB = machine.calls.indexOf('b');
    expect(firstOfB).toBeGreaterThanOrEqual(timing.warmUp);
    const warmUpOfB = machine.calls.slice(firstOfB, machine.calls.indexOf('a', firstOfB));
    expect(warmUpOfB.length).toBeGreaterThanOrEqual(timing.warmUp);
  });

  it('changes the order from round to round', async () => {
    const machine = imaginaryMachine();
    await measure([machine.constant('a', 50), machine.constant('b', 50)], timing, machine.now);
    expect(machine.calls.slice(-2 * timing.rounds).join('')).toBe('abbaabbaabba');
  });

  it('forgets what the warm-up cost', async () => {
    const machine = imaginaryMachine();
    let calls = 0;
    const warming = machine.make('warming', () => {
      calls += 1;
      return calls < 20 ? 10 : 1;
    });
    expect(await measure([warming], { ...timing, warmUp: 300 }, machine.now)).toEqual([Array(6).fill(1)]);
  });

  it('runs a case once a round when one call takes longer than a round', async () => {
    const machine = imaginaryMachine();
    await measure([machine.constant('a', 1000)], timing, machine.now);
    expect(machine.calls).toHaveLength(1 + timing.rounds);
  });

  it('lets a case get ready before each of its turns, and does not count that', async () => {
    const machine = imaginaryMachine();
    const preparing = machine.constant('enter', 1000);
    const cases = [
      { ...machine.constant('a', 25), enter: preparing.run },
      { ...machine.constant('b', 50), enter: async () => machine.calls.push('prepare b') },
    ];
    expect(await measure(cases, timing, machine.now)).toEqual([Array(6).fill(25), Array(6).fill(50)]);
    const turns = machine.calls.join(' ').split(/(?=enter|prepare b)/);
    expect(turns).toHaveLength(2 + 2 * timing.rounds);
    expect(turns.at(-1)).toMatch(/^enter a|^prepare b b/);
  });

  it('waits for cases that answer later', async () => {
    const machine = imaginaryMachine();
    let pending = 0;
    const later: Case = {
      name: 'later',
      async run() {
        pending += 1;
        expect(pending).toBe(1);
        await Promise.resolve();
        machine.constant('later', 25).run();
        pending -= 1;
      },
    };
    expect(await measure([later], timing, machine.now)).toEqual([Array(6).fill(25)]);
  });
});
