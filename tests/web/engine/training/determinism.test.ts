import { beforeAll, describe, expect, it } from 'vitest';
import type { Trainer, TrainingLab } from '../../../../web/src/engine/activation-lab';
import { readScenes } from '../../../golden/scenes.mjs';
import { loadBuiltTrainingLab } from '../support';

const SCENES = readScenes();

let lab: TrainingLab;
beforeAll(async () => {
  lab = await loadBuiltTrainingLab();
});

/** Ways to take so many steps. */
const SLICINGS: Readonly<Record<string, (trainer: Trainer, steps: number) => void>> = {
  'in one call': (trainer, steps) => trainer.step(steps),
  'step by step': (trainer, steps) => {
    for (let step = 0; step < steps; step += 1) trainer.step();
  },
  'sample by sample': (trainer, steps) => {
    for (let step = 0; step < steps; ) step += trainer.stepSamples();
  },
  'by epochs, and what is left': (trainer, steps) => {
    let taken = 0;
    while (taken + trainer.shape.stepsPerEpoch <= steps) taken += trainer.epoch();
    trainer.step(steps - taken);
  },
  'looked at meanwhile': (trainer, steps) => {
    for (let step = 0; step < steps; step += 20) {
      trainer.step(Math.min(20, steps - step));
      trainer.snapshot({ evaluation: true, weights: true, grid: { size: 7, units: true } });
      trainer.predict(new Float32Array(trainer.shape.columns));
      trainer.gradient();
    }
  },
  'saved and loaded on the way': (trainer, steps) => {
    trainer.stepSamples(33);
    const loaded = lab.loadTrainer(trainer.save());
    loaded.step(steps - loaded.progress().steps);
    trainer.step(steps - trainer.progress().steps);
    expect(loaded.hash()).toBe(trainer.hash());
  },
};

describe('every scene has its golden bits', () => {
  it('of which there are many', () => {
    expect(SCENES.length).toBeGreaterThan(40);
  });

  it.each(Object.entries(SLICINGS))('%s', (_name, run) => {
    const hashes = SCENES.map(({ name, spec, steps }) => {
      const trainer = lab.trainer(spec);
      run(trainer, steps);
      const hash = trainer.hash();
      trainer.dispose();
      return [name, hash];
    });
    expect(Object.fromEntries(hashes)).toEqual(
      Object.fromEntries(SCENES.map(({ name, hash }) => [name, hash])),
    );
  });
});
