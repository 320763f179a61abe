import { describe, expect, it } from 'vitest';
import { Lockstep } from '../../../web/src/training/lockstep';
import { engineErrorOf } from '../engine/support';
import { FakeLab, STEPS_PER_EPOCH, spec } from './support';

const fast = { learningRate: 1e5 };

describe('Lockstep', () => {
  it('advances all nets by the same number of steps, also those that others leave behind', () => {
    const nets = Lockstep.create(new FakeLab(), [spec(fast), spec(), spec()], false);
    nets.advance('batch', 25);
    expect(nets.progress.map(({ steps }) => steps)).toEqual([9, 25, 25]);
    expect(nets.distanceTo({ unit: 'batch', at: 30 })).toBe(5);
    expect(nets.distanceTo({ unit: 'epoch', at: 4 })).toBe(4 * STEPS_PER_EPOCH - 25);
    expect(nets.isOver).toBe(false);
  });

  it('is over when every net has diverged', () => {
    const nets = Lockstep.create(new FakeLab(), [spec(fast), spec(fast)], false);
    nets.advance('batch', 25);
    expect(nets.isOver).toBe(true);
    expect(nets.newDivergences().map(({ net }) => net)).toEqual([0, 1]);
    expect(nets.newDivergences()).toEqual([]);
  });

  it('makes all nets or none', () => {
    const lab = new FakeLab();
    const error = engineErrorOf(() => Lockstep.create(lab, [spec(), spec({ layers: [] })], false));
    expect([error.argument, lab.alive]).toEqual(['spec.layers', 0]);
    engineErrorOf(() => Lockstep.load(lab, [lab.trainer(spec()).save(), 'nonsense']));
    expect(lab.alive).toBe(1);
  });

  it('begins with the same weights where that is wanted', () => {
    const specs = [spec({ seed: 3 }), spec({ seed: 4 })];
    const starts = (sameStart: boolean) =>
      Lockstep.create(new FakeLab(), specs, sameStart).trainers.map((trainer) => trainer.weights()[0]);
    expect(starts(false)).toEqual([3, 4]);
    expect(starts(true)).toEqual([3, 3]);
  });
});
