import { beforeAll, describe, expect, it } from 'vitest';
import type { TrainingLab } from '../../../../web/src/engine/activation-lab';
import { engineErrorOf, loadBuiltTrainingLab } from '../support';
import { XOR } from './specs';

let lab: TrainingLab;
beforeAll(async () => {
  lab = await loadBuiltTrainingLab();
});

describe('a trainer', () => {
  it('learns', () => {
    const trainer = lab.trainer(XOR);
    expect(trainer.epoch(300)).toBe(600);
    const { steps, epochs, samplesSeen, train, test } = trainer.snapshot({ evaluation: true });
    expect([steps, epochs, samplesSeen]).toEqual([600, 300, 1200]);
    expect(train?.score).toBe(1);
    expect(train?.loss).toBeLessThan(0.05);
    expect(test?.score).toBe(1);
  });

  it('goes on from a document with the same bits, in the middle of an epoch', () => {
    const trainer = lab.trainer({ ...XOR, optimizer: 'adam' });
    trainer.stepSamples(7);
    const loaded = lab.loadTrainer(trainer.save());
    for (const each of [trainer, loaded]) each.stepSamples(20);
    expect(loaded.hash()).toBe(trainer.hash());
    expect(loaded.save()).toBe(trainer.save());
  });

  it('answers no call after it was disposed of', () => {
    const trainer = lab.trainer(XOR);
    trainer.dispose();
    trainer.dispose();
    for (const call of [() => trainer.step(), () => trainer.spec, () => trainer.weights()]) {
      expect(engineErrorOf(call).code).toBe('disposed');
    }
  });
});
