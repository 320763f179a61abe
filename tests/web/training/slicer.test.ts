import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SLICE_MS, Slicer } from '../../../web/src/training/slicer';

/** A run of steps that take as long as `cost` says, by a clock that ticks every `tick` milliseconds. */
function simulate(cost: (step: number) => number, total: number, tick = 0) {
  let time = 0;
  let done = 0;
  const now = () => (tick === 0 ? time : Math.floor(time / tick) * tick);
  const slicer = new Slicer(now);
  const slices: { readonly steps: number; readonly milliseconds: number }[] = [];
  while (done < total) {
    const [before, since] = [done, time];
    slicer.run(
      () => total - done,
      (count) => {
        for (let step = 0; step < count; step += 1) {
          time += cost(done);
          done += 1;
        }
      },
    );
    slices.push({ steps: done - before, milliseconds: time - since });
  }
  return slices;
}

describe('Slicer', () => {
  it('fills a slice, and no more', () => {
    for (const cost of [0.0005, 0.01, 0.3, 1, 2.5, 7.9]) {
      const slices = simulate(() => cost, Math.ceil(100 / cost)).slice(2, -1);
      expect(slices.length).toBeGreaterThan(3);
      for (const { milliseconds } of slices) {
        expect(milliseconds).toBeLessThanOrEqual(SLICE_MS + 1e-9);
        expect(milliseconds).toBeGreaterThan(SLICE_MS - 2 * Math.max(cost, 0.01));
      }
    }
  });

  it('takes one step at a time where a step takes longer than a slice', () => {
    expect(simulate(() => 50, 4)).toEqual(Array(4).fill({ steps: 1, milliseconds: 50 }));
  });

  it('takes exactly the steps that are left, however long they take', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.001, max: 20, noNaN: true }), { minLength: 1 }),
        fc.integer({ min: 1, max: 500 }),
        (costs, total) => {
          const slices = simulate((step) => costs[step % costs.length] as number, total);
          expect(slices.reduce((sum, { steps }) => sum + steps, 0)).toBe(total);
          expect(slices.every(({ steps }) => steps > 0)).toBe(true);
        },
      ),
    );
  });

  it('is at most a tick late by a coarse clock', () => {
    const slices = simulate(() => 0.001, 100_000, 5);
    for (const { milliseconds } of slices) expect(milliseconds).toBeLessThanOrEqual(SLICE_MS + 10);
  });

  it('does nothing where nothing is left', () => {
    const slicer = new Slicer(() => 0);
    slicer.run(
      () => 0,
      () => expect.unreachable(),
    );
  });
});
