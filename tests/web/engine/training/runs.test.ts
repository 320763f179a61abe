import { beforeAll, describe, expect, it } from 'vitest';
import type { RunState, StopRule, TrainerSpec, TrainingLab } from '../../../../web/src/engine/activation-lab';
import { engineErrorOf, loadBuiltTrainingLab } from '../support';
import { CIRCLE, XOR } from './specs';

let lab: TrainingLab;
beforeAll(async () => {
  lab = await loadBuiltTrainingLab();
});

function runOf(spec: TrainerSpec, rule: StopRule) {
  const trainer = lab.trainer(spec);
  const state = trainer.runUntil(rule);
  return { trainer, state };
}

describe('runUntil', () => {
  it('ends for each reason', () => {
    const rules: [StopRule, string][] = [
      [{ maxEpochs: 3 }, 'epochs'],
      [{ maxSteps: 5 }, 'steps'],
      [{ maxEpochs: 1000, lossBelow: 0.3 }, 'loss'],
      [{ maxEpochs: 1000, scoreAtLeast: 1 }, 'score'],
      [{ maxEpochs: 100_000, plateau: { epochs: 5, tolerance: 0.5 } }, 'plateau'],
    ];
    for (const [rule, reason] of rules) expect(runOf(XOR, rule).state.reason).toBe(reason);
    expect(runOf(XOR, { maxSteps: 5 }).trainer.progress().steps).toBe(5);
    const { trainer } = runOf(XOR, { maxEpochs: 1000, lossBelow: 0.3 });
    expect(trainer.snapshot({ evaluation: true }).train?.loss).toBeLessThan(0.3);
  });

  it('ends in the same place however it is cut', () => {
    const rule: StopRule = {
      maxEpochs: 400,
      plateau: { epochs: 20, tolerance: 0.02 },
      split: 'test',
      evaluationInterval: 3,
    };
    const whole = runOf(CIRCLE, rule);
    for (const steps of [1, 7, 100]) {
      const trainer = lab.trainer(CIRCLE);
      let state: RunState | undefined;
      while (!state?.reason) {
        // As it is when it was sent to a worker.
        state = JSON.parse(JSON.stringify(trainer.runUntil(rule, { steps, ...(state ? { state } : {}) })));
      }
      expect(state).toEqual(whole.state);
      expect(trainer.hash()).toBe(whole.trainer.hash());
      trainer.dispose();
    }
  });

  it('does nothing once it has ended', () => {
    const { trainer, state } = runOf(XOR, { maxEpochs: 3 });
    const hash = trainer.hash();
    expect(trainer.runUntil({ maxEpochs: 9 }, { state })).toEqual(state);
    expect(trainer.hash()).toBe(hash);
    expect(trainer.runUntil({ maxEpochs: 9 }).reason).toBe('epochs');
    expect(trainer.progress().epochs).toBe(9);
  });

  it('refuses rules that make no sense', () => {
    const trainer = lab.trainer(XOR);
    const refused: [object, string][] = [
      [{}, 'rule.maxEpochs'],
      [{ maxEpochs: 0 }, 'rule.maxEpochs'],
      [{ maxEpochs: '3' }, 'rule.maxEpochs'],
      [{ maxSteps: 3, lossBelow: Number.NaN }, 'rule.lossBelow'],
      [{ maxSteps: 3, plateau: { epochs: 0 } }, 'rule.plateau.epochs'],
      [{ maxSteps: 3, scoreAtLeast: Number.NEGATIVE_INFINITY }, 'rule.scoreAtLeast'],
      [{ maxSteps: 3, split: 'both' }, 'rule.split'],
      [{ maxSteps: 3, until: 7 }, 'rule.until'],
    ];
    for (const [rule, argument] of refused) {
      const error = engineErrorOf(() => trainer.runUntil(rule));
      expect([error.code, error.argument]).toEqual(['invalid-option', argument]);
    }
    const rule = { maxSteps: 3 };
    const states: [object, string][] = [
      [{ reason: 'fatigue', lowestLoss: 1, lowestEpoch: 0 }, 'options.state.reason'],
      [{ reason: null, lowestLoss: '1', lowestEpoch: 0 }, 'options.state.lowestLoss'],
      [{ reason: null, lowestLoss: 1, lowestEpoch: 1 }, 'options.state.lowestEpoch'],
    ];
    for (const [state, argument] of states) {
      expect(engineErrorOf(() => trainer.runUntil(rule, { state: state as RunState })).argument).toBe(
        argument,
      );
    }
    expect(engineErrorOf(() => trainer.runUntil(rule, { steps: -1 })).argument).toBe('options.steps');
    expect(trainer.progress().steps).toBe(0);
  });
});
