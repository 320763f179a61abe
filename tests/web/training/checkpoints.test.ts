import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Checkpoints } from '../../../web/src/training/checkpoints';
import { Lockstep } from '../../../web/src/training/lockstep';
import { FakeLab, spec } from './support';

function training(learningRate = 1): { readonly nets: Lockstep; readonly checkpoints: Checkpoints } {
  const nets = Lockstep.create(new FakeLab(), [spec({ learningRate })], false);
  const checkpoints = new Checkpoints();
  checkpoints.begin(nets);
  return { nets, checkpoints };
}

const stepsOf = (documents: readonly string[] | undefined): number =>
  JSON.parse(documents?.[0] ?? '{}').steps;

describe('checkpoints', () => {
  it('depend on the number of steps only, however they are cut', () => {
    const whole = training();
    for (let step = 0; step < 1000; step++) {
      whole.nets.advance('batch', 1);
      whole.checkpoints.note(whole.nets);
    }
    const last = stepsOf(whole.checkpoints.takeBack());
    expect(last).toBeGreaterThan(800);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), (pieces) => {
        const { nets, checkpoints } = training();
        for (let piece = 0; nets.steps < 1000; piece++) {
          const wanted = Math.min(pieces[piece % pieces.length] as number, 1000 - nets.steps);
          nets.advance('batch', Math.min(wanted, checkpoints.distanceFrom(nets.steps)));
          checkpoints.note(nets);
        }
        expect(stepsOf(checkpoints.takeBack())).toBe(last);
      }),
    );
  });

  it('hold no net that has diverged, whatever its last loss', () => {
    const { nets, checkpoints } = training(1e5);
    for (let step = 0; step < 20; step++) {
      nets.advance('batch', 1);
      checkpoints.note(nets);
    }
    expect(nets.hasDiverged).toBe(true);
    expect(nets.largestLoss).toBeLessThan(1);
    const pair = Lockstep.create(new FakeLab(), [spec({ learningRate: 1e5 }), spec()], false);
    const ofPair = new Checkpoints();
    ofPair.begin(pair);
    for (let step = 0; step < 20; step++) {
      pair.advance('batch', 1);
      ofPair.note(pair);
    }
    expect(stepsOf(ofPair.takeBack())).toBe(9);
  });

  it('are never many', () => {
    const { nets, checkpoints } = training(1e-9);
    let noted = 0;
    const save = nets.save.bind(nets);
    nets.save = () => {
      noted += 1;
      return save();
    };
    for (let step = 0; step < 100_000; step++) {
      nets.advance('batch', 1);
      checkpoints.note(nets);
    }
    expect(noted).toBeLessThan(120);
  });

  it('lead back to where the loss had not begun to explode', () => {
    const { nets, checkpoints } = training();
    const losses = [4, 3, 2, 1, 1.5, 9, 400];
    for (const loss of losses) {
      Object.defineProperty(nets, 'largestLoss', { value: loss, configurable: true });
      nets.advance('batch', 1);
      checkpoints.note(nets);
    }
    expect(stepsOf(checkpoints.takeBack())).toBe(5);
  });

  it('begin anew', () => {
    const { nets, checkpoints } = training();
    nets.advance('batch', 1);
    checkpoints.note(nets);
    checkpoints.begin(nets);
    expect(checkpoints.takeBack()).toBeUndefined();
  });
});
