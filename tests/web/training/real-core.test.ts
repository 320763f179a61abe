import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LayerSpec, TrainerSpec, TrainingLab } from '../../../web/src/engine/activation-lab';
import { Lockstep } from '../../../web/src/training/lockstep';
import type { Goal } from '../../../web/src/training/protocol';
import { Slicer } from '../../../web/src/training/slicer';
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

describe('with the real core', () => {
  it('a run to a goal has the same bits however it is cut', () => {
    const goals = fc.record<Goal>({
      unit: fc.constantFrom('sample', 'batch', 'epoch'),
      at: fc.integer({ min: 0, max: 300 }),
    });
    const durations = fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(goals, durations, (goal, milliseconds) => {
        const whole = lab.trainer(XOR);
        if (goal.unit === 'sample') whole.stepSamples(goal.at);
        if (goal.unit === 'batch') whole.step(goal.at);
        if (goal.unit === 'epoch') whole.epoch(goal.at);

        const cut = Lockstep.create(lab, [XOR], false);
        let [time, calls] = [0, 0];
        const slicer = new Slicer(() => {
          time += milliseconds[calls++ % milliseconds.length] as number;
          return time;
        });
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
