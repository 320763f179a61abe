import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LayerSpec, StopRule, TrainerSpec, TrainingLab } from '../../../web/src/engine/activation-lab';
import { Checkpoints } from '../../../web/src/training/checkpoints';
import { Lockstep } from '../../../web/src/training/lockstep';
import type { Goal } from '../../../web/src/training/protocol';
import { RuleRun } from '../../../web/src/training/rule-run';
import { type Clock, Slicer } from '../../../web/src/training/slicer';
import { Trial, type TrialResult } from '../../../web/src/training/trial';
import { loadBuiltTrainingLab } from '../engine/support';
import { XOR } from '../engine/training/specs';

let lab: TrainingLab;
beforeAll(async () => {
  lab = await loadBuiltTrainingLab();
});

const layers = (activation: string, width = 4): readonly LayerSpec[] => [
  { width, activation },
  { width: 3, activation },
  { width: 1, activation: 'identity' },
];

const net = (activation: string, width?: number): TrainerSpec => ({
  ...XOR,
  layers: layers(activation, width),
});

/** A clock that goes on by one of these at each look. */
function clockOf(milliseconds: readonly number[]): Clock {
  let [time, looks] = [0, 0];
  return () => {
    time += milliseconds[looks % milliseconds.length] as number;
    looks += 1;
    return time;
  };
}

const durations = fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { minLength: 1 });

/** A trial from its start to its end. */
function runTrial(given: TrainerSpec, rule: StopRule, milliseconds: readonly number[]): TrialResult {
  const trial = new Trial(lab.trainer(given), rule, clockOf(milliseconds));
  while (!trial.slice());
  const { result } = trial;
  trial.dispose();
  return result;
}

describe('with the real core', () => {
  it('a run to a goal has the same bits however it is cut', () => {
    const goals = fc.record<Goal>({
      unit: fc.constantFrom('sample', 'batch', 'epoch'),
      at: fc.integer({ min: 0, max: 300 }),
    });
    fc.assert(
      fc.property(goals, durations, (goal, milliseconds) => {
        const whole = lab.trainer(XOR);
        if (goal.unit === 'sample') whole.stepSamples(goal.at);
        if (goal.unit === 'batch') whole.step(goal.at);
        if (goal.unit === 'epoch') whole.epoch(goal.at);

        const cut = Lockstep.create(lab, [XOR], false);
        const slicer = new Slicer(clockOf(milliseconds));
        while (cut.distanceTo(goal) > 0) {
          slicer.run(
            () => cut.distanceTo(goal),
            (count) => cut.advance(goal.unit, count),
          );
        }
        expect(cut.trainers[0]?.save()).toBe(whole.save());
        whole.dispose();
        cut.dispose();
      }),
    );
  });

  it('a run to a rule has the same bits however it is cut', () => {
    const rule: StopRule = { lossBelow: 0.4, maxEpochs: 200 };
    const whole = lab.trainer(XOR);
    const { reason } = whole.runUntil(rule);
    fc.assert(
      fc.property(durations, (milliseconds) => {
        const nets = Lockstep.create(lab, [XOR], false);
        const run = new RuleRun(nets.trainers, rule);
        const slicer = new Slicer(clockOf(milliseconds));
        while (run.left > 0)
          slicer.run(
            () => run.left,
            (count) => run.advance(count),
          );
        expect(run.reason).toBe(reason);
        expect(nets.save()).toEqual([whole.save()]);
        nets.dispose();
      }),
    );
    whole.dispose();
  });

  it('a run to a plateau that goes on in copies ends as if nothing had happened', () => {
    const rule: StopRule = { plateau: { epochs: 40, tolerance: 0.05 }, maxEpochs: 20_000 };
    const specs = [XOR, { ...XOR, seed: 5 }];
    const finish = (nets: Lockstep, run: RuleRun) => {
      while (run.left > 0) run.advance(Math.min(run.left, 1000));
      const end = { reason: run.reason, documents: nets.save(), states: run.states };
      nets.dispose();
      return end;
    };
    const whole = Lockstep.create(lab, specs, false);
    const end = finish(whole, new RuleRun(whole.trainers, rule));
    expect(end.reason).toBe('plateau');
    const steps = lab.loadTrainer(end.documents[0] as string).progress().steps;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: steps - 1 }), (at) => {
        const nets = Lockstep.create(lab, specs, false);
        const run = new RuleRun(nets.trainers, rule);
        for (let left = at; left > 0; ) {
          const count = Math.min(left, run.left);
          run.advance(count);
          left -= count;
        }
        const copies = Lockstep.load(lab, nets.save());
        nets.dispose();
        expect(finish(copies, new RuleRun(copies.trainers, rule, run.states))).toEqual(end);
      }),
      { numRuns: 20 },
    );
  });

  it('nets side by side stop with the first one that meets the rule', () => {
    const slow = { ...XOR, learningRate: 1e-6 };
    const rule: StopRule = { lossBelow: 0.4, maxEpochs: 2000 };
    const alone = lab.trainer(XOR);
    alone.runUntil(rule);
    const nets = Lockstep.create(lab, [slow, XOR], false);
    const run = new RuleRun(nets.trainers, rule);
    while (run.left > 0) run.advance(Math.min(run.left, 3));
    expect(run.reason).toBe('loss');
    expect(nets.progress.map(({ steps }) => steps)).toEqual(Array(2).fill(alone.progress().steps));
    alone.dispose();
    nets.dispose();
  });

  it('a checkpoint goes on with the same bits', () => {
    const nets = Lockstep.create(lab, [XOR], false);
    const checkpoints = new Checkpoints();
    checkpoints.begin(nets);
    for (let step = 0; step < 333; step++) {
      nets.advance('batch', 1);
      checkpoints.note(nets);
    }
    const again = Lockstep.load(lab, checkpoints.takeBack() ?? []);
    expect(again.steps).toBeGreaterThan(250);
    again.advance('batch', 333 - again.steps);
    expect(again.save()).toEqual(nets.save());
    again.dispose();
    nets.dispose();
  });

  it.each<[string, TrainerSpec, StopRule]>([
    ['loss', XOR, { lossBelow: 0.3, maxEpochs: 2000 }],
    ['score', XOR, { scoreAtLeast: 1, maxEpochs: 2000 }],
    ['epochs', XOR, { maxEpochs: 30 }],
    ['steps', XOR, { maxSteps: 77 }],
    ['plateau', XOR, { plateau: { epochs: 5, tolerance: 0.5 }, maxEpochs: 2000 }],
    ['divergence', { ...XOR, layers: layers('relu'), learningRate: 1000, loss: 'mse' }, { maxEpochs: 2000 }],
  ])(
    'a trial ended by its %s ends the same however it is cut, and goes on from there',
    (reason, given, stop) => {
      const whole = lab.trainer(given);
      expect(whole.runUntil(stop).reason).toBe(reason);
      const { train, test } = whole.snapshot({ evaluation: true });
      const expected = { ...whole.progress(), train, test, hash: whole.hash(), document: whole.save() };
      fc.assert(
        fc.property(durations, (milliseconds) => {
          expect(runTrial(given, stop, milliseconds)).toMatchObject({ reason, ...expected });
        }),
        { numRuns: 30 },
      );
      const opened = lab.loadTrainer(expected.document);
      whole.step(50);
      opened.step(50);
      expect(opened.save()).toBe(whole.save());
      whole.dispose();
      opened.dispose();
    },
  );

  it('a trial counts the units that died', () => {
    const layers = [
      { width: 4, activation: 'relu', initializer: 'constant', initializerParameters: { value: -1 } },
      { width: 1, activation: 'identity' },
    ];
    const data = { train: { columns: 2, inputs: [1, 2, 3, 4], targets: [0, 1] } };
    expect(runTrial({ ...XOR, layers, data }, { maxSteps: 1 }, [1]).deadUnits).toBe(4);
  });

  it('nets in lockstep begin with the same weights in every layer of the same shape', () => {
    const specs = [net('relu'), net('tanh'), net('prelu'), net('relu', 6)];
    const nets = Lockstep.create(lab, specs, true);
    const [first, ...others] = nets.trainers.map((trainer) => {
      const weights = trainer.weights();
      return trainer.shape.layers.map(({ weights: from, inputs, units, bias }) => [
        ...weights.subarray(from, from + inputs * units),
        ...weights.subarray(bias as number, (bias as number) + units),
      ]);
    });
    expect(others[0]).toEqual(first);
    expect(others[1]).toEqual(first);
    expect(others[2]?.[2]).toEqual(first?.[2]);
    expect(others[2]?.[0]).not.toEqual(first?.[0]);
    expect(nets.trainers[2]?.weights()[nets.trainers[2]?.shape.layers[0]?.slope ?? -1]).toBe(0.25);

    const start = nets.trainers.map((trainer) => trainer.hash());
    nets.advance('batch', 10);
    expect(new Set(nets.trainers.map((trainer) => trainer.hash())).size).toBe(4);
    for (const trainer of nets.trainers) trainer.reset();
    expect(nets.trainers.map((trainer) => trainer.hash())).toEqual(start);
    nets.dispose();
  });
});
