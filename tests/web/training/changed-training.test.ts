import { beforeAll, describe, expect, it } from 'vitest';
import type { DataSpec, TrainerSpec, TrainingLab } from '../../../web/src/engine/activation-lab';
import { Lockstep } from '../../../web/src/training/lockstep';
import { RuleRun } from '../../../web/src/training/rule-run';
import { Workshop } from '../../../web/src/training/workshop';
import { engineErrorOf, loadBuiltTrainingLab } from '../engine/support';

let lab: TrainingLab;
beforeAll(async () => {
  lab = await loadBuiltTrainingLab();
});

const circle = (samples: number): DataSpec => ({ dataset: 'circle', samples, trainShare: 0.5 });
const spec = (values: Partial<TrainerSpec> = {}): TrainerSpec => ({
  layers: [
    { width: 4, activation: 'tanh' },
    { width: 1, activation: 'identity' },
  ],
  learningRate: 0.03,
  batchSize: 10,
  data: circle(200),
  ...values,
});

function workshopWith(...specs: TrainerSpec[]): Workshop {
  const workshop = new Workshop({ now: () => 0, breathe: async () => {}, post: () => {} }, lab);
  workshop.answers.create({ specs, sameStart: true }, 0);
  return workshop;
}

describe('after the data have changed', () => {
  it('an epoch that is asked for ends where the core ends it', () => {
    const nets = Lockstep.create(lab, [spec(), spec({ seed: 2 })], false);
    nets.advance('batch', 13);
    expect(nets.progress.map(({ epochs, stepsToEpochEnd }) => [epochs, stepsToEpochEnd])).toEqual([
      [1, 7],
      [1, 7],
    ]);
    for (const samples of [400, 100, 1000]) {
      nets.setData(lab, circle(samples));
      nets.advance('batch', 2);
      const { epochs } = nets.progress[0] as { readonly epochs: number };
      const goal = nets.goalAfter('epoch', 2);
      const steps = nets.distanceTo(goal);
      nets.advance('batch', steps - 1);
      expect(nets.progress.map((progress) => progress.epochs)).toEqual([epochs + 1, epochs + 1]);
      nets.advance('batch', 1);
      expect(nets.progress.map((progress) => progress.epochs)).toEqual([epochs + 2, epochs + 2]);
      expect(nets.distanceTo(goal)).toBe(0);
    }
    nets.dispose();
  });

  it('a rule is looked at where an epoch ends', () => {
    const nets = Lockstep.create(lab, [spec(), spec({ seed: 2 })], false);
    nets.advance('batch', 13);
    nets.setData(lab, circle(400));
    nets.advance('batch', 3);
    expect(new RuleRun(nets.trainers, { maxEpochs: 50 }).left).toBe(17);
    nets.dispose();
  });

  it('every net has them, or none', () => {
    const nets = Lockstep.create(lab, [spec({ loss: 'mse' }), spec({ loss: 'bce_with_logits' })], false);
    nets.advance('batch', 13);
    const before = nets.save();
    expect(engineErrorOf(() => nets.setData(lab, { dataset: 'regression_plane' })).code).toBe(
      'invalid-setup',
    );
    expect(nets.save()).toEqual(before);
    nets.dispose();
  });
});

describe('while a run waits for a plateau', () => {
  const rule = { plateau: { epochs: 5, tolerance: 0.01 }, maxEpochs: 1000 };

  it.each<[string, (workshop: Workshop) => unknown]>([
    ['reset', ({ answers }) => answers.reset({}, 2)],
    ['new weights', ({ answers }) => answers.reseed({ seed: 9 }, 2)],
    ['other data', ({ answers }) => answers.setData({ data: circle(100) }, 2)],
  ])('%s: it goes on as one that begins there', (_, change) => {
    const workshop = workshopWith(spec());
    workshop.answers.run({ goal: null, rule, ruleStates: null, isPaced: true }, 1);
    workshop.answers.pace({ pace: 40 }, 1);
    workshop.slice();
    change(workshop);

    const trainer = workshop.runner.nets?.trainers[0];
    const twin = lab.loadTrainer(trainer?.save() ?? '');
    workshop.answers.pace({ pace: 'fastest' }, 3);
    while (workshop.isBusy) workshop.slice();
    expect(twin.runUntil(rule).reason).toBe('plateau');
    expect(trainer?.save()).toBe(twin.save());
    twin.dispose();
    workshop.dispose();
  });
});
