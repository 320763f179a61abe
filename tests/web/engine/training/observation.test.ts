import { beforeAll, describe, expect, it } from 'vitest';
import type { Trainer, TrainingLab } from '../../../../web/src/engine/activation-lab';
import { engineErrorOf, loadBuiltTrainingLab } from '../support';
import { CIRCLE, VARIED, XOR } from './specs';

let lab: TrainingLab;
beforeAll(async () => {
  lab = await loadBuiltTrainingLab();
});

const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0);

function trained(spec = VARIED, steps = 30): Trainer {
  const trainer = lab.trainer(spec);
  trainer.step(steps);
  return trainer;
}

describe('a snapshot', () => {
  it('has what was asked for, and nothing else', () => {
    const trainer = trained();
    const progress = Object.keys(trainer.progress());
    expect(Object.keys(trainer.snapshot())).toEqual(progress);
    expect(Object.keys(trainer.snapshot({ evaluation: true, weights: false, layers: false }))).toEqual([
      ...progress,
      'train',
      'test',
    ]);
    const all = trainer.snapshot({
      evaluation: true,
      grid: { size: 4, units: true },
      gradientGrid: { size: 5 },
      weights: true,
      layers: { bins: 3 },
      confusion: true,
    });
    expect(all.grid).toEqual(trainer.grid({ size: 4, units: true }));
    expect(all.gradientGrid).toEqual(trainer.gradientGrid({ size: 5 }));
    expect(all.weights).toEqual(trainer.weights());
    expect(all.layers).toEqual(trainer.observe({ bins: 3 }));
    expect(all.train?.loss).toBeGreaterThan(0);
  });

  it('names what it cannot have', () => {
    const trainer = trained();
    const refused: [object, string][] = [
      [{ grid: { size: 1 } }, 'request.grid.size'],
      [{ gradientGrid: {} }, 'request.gradientGrid.size'],
      [{ layers: { bins: 0 } }, 'request.layers.bins'],
      [{ layers: { bins: 513 } }, 'request.layers.bins'],
      [{ layers: { activationLimits: { lower: 0 } } }, 'request.layers.activationLimits.upper'],
      [{ layers: { activationLimits: { lower: 1, upper: 1 } } }, 'request.layers.activationLimits.upper'],
      [{ layers: { saturationThreshold: -1 } }, 'request.layers.saturationThreshold'],
    ];
    for (const [request, argument] of refused) {
      expect(engineErrorOf(() => trainer.snapshot(request)).argument).toBe(argument);
    }
  });
});

describe('observe', () => {
  it('counts every unit of every sample', () => {
    const trainer = trained(CIRCLE);
    const samples = trainer.data.train.targets.length;
    const layers = trainer.observe({ bins: 16 });
    expect(layers.map(({ units }) => units.length)).toEqual([4, 1]);
    for (const { preActivation, activation, units } of layers) {
      expect(preActivation.histogram.counts).toHaveLength(16);
      expect(sum(preActivation.histogram.counts)).toBe(samples * units.length);
      expect(sum(activation.histogram.counts)).toBe(samples * units.length);
      for (const unit of units) expect(sum(unit.activation.histogram.counts)).toBe(samples);
    }
  });

  it('gives means and shares that fit the predictions', () => {
    const trainer = trained(CIRCLE);
    const [hidden, output] = trainer.observe();
    const outputs = trainer.predict(trainer.data.train.inputs);
    const mean = sum(outputs) / outputs.length;
    expect(output?.activation.mean).toBeCloseTo(mean, 5);
    const deviation = Math.sqrt(sum(outputs.map((number) => (number - mean) ** 2)) / outputs.length);
    expect(output?.activation.deviation).toBeCloseTo(deviation, 5);
    // A ReLU is saturated where it is inactive.
    for (const { saturated, active } of hidden?.units ?? []) expect(saturated + active).toBeCloseTo(1, 12);
    expect(hidden?.updateRatio).toBeGreaterThan(0);
    expect(hidden?.weightGradientNorm).toBeGreaterThan(0);
    expect(hidden?.effectiveRank).toBeGreaterThan(1);
  });

  it('sees a unit die and live again', () => {
    const trainer = lab.trainer(CIRCLE);
    trainer.step();
    const [first] = trainer.observe();
    expect(first?.updateRatio).not.toBeNull();
    const bias = trainer.shape.layers[0]?.bias as number;
    const weights = trainer.weights();
    const dying = weights.slice();
    dying[bias] = -100;
    trainer.step();
    trainer.setWeights(dying);
    expect(trainer.observe()[0]).toMatchObject({ updateRatio: null });
    expect(trainer.observe()[0]?.units[0]).toMatchObject({ dead: true, active: 0, diedAt: 2 });
    trainer.step();
    trainer.setWeights(weights);
    expect(trainer.observe()[0]?.units[0]).toMatchObject({ dead: false, diedAt: 2, revivedAt: 3 });
  });

  it('takes limits', () => {
    const [layer] = trained(CIRCLE).observe({
      bins: 4,
      preActivationLimits: { lower: -1, upper: 1 },
      activationLimits: { lower: 0, upper: 2 },
    });
    expect(layer?.preActivation.histogram).toMatchObject({ lower: -1, upper: 1 });
    expect(layer?.units[2]?.activation.histogram).toMatchObject({ lower: 0, upper: 2 });
  });

  it('refuses more histograms than fit', () => {
    const wide = lab.trainer({
      ...CIRCLE,
      layers: [...Array(32).fill({ width: 256 }), { width: 1, activation: 'identity' }],
    });
    const error = engineErrorOf(() => wide.observe({ bins: 512 }));
    expect([error.code, error.argument]).toEqual(['too-large', 'options.bins']);
    expect(wide.observe({ bins: 32 })).toHaveLength(33);
  });
});

describe('confusion', () => {
  it('counts the test samples by class', () => {
    const trainer = trained(VARIED, 200);
    const { confusion, test } = trainer.snapshot({ confusion: true, evaluation: true });
    const counts = confusion as readonly number[];
    expect(counts).toHaveLength(9);
    const samples = trainer.data.test.targets.length;
    expect(sum(counts)).toBe(samples);
    const right = (counts[0] as number) + (counts[4] as number) + (counts[8] as number);
    expect(right / samples).toBeCloseTo(test?.score as number, 12);
  });

  it('is empty where there are no classes', () => {
    const curve = lab.trainer({
      task: 'curve',
      loss: 'mse',
      layers: [{ width: 3 }, { width: 1, activation: 'identity' }],
      data: { dataset: 'sine' },
    });
    expect(curve.snapshot({ confusion: true }).confusion).toEqual([]);
  });
});

describe('gradientGrid', () => {
  it('is the slope of the grid', () => {
    const trainer = trained(XOR, 200);
    const step = 2 ** -6;
    const square = {
      size: 3,
      x1Minimum: 0.5 - step,
      x1Maximum: 0.5 + step,
      x2Minimum: -step,
      x2Maximum: step,
    };
    const { values } = trainer.grid(square);
    const { values: slopes, count } = trainer.gradientGrid(square);
    expect(count).toBe(2);
    const centre = 4;
    const [left, right, top, bottom] = [3, 5, 1, 7].map((index) => values[index] as number) as [
      number,
      number,
      number,
      number,
    ];
    expect(slopes[centre]).toBeCloseTo((right - left) / (2 * step), 2);
    expect(slopes[9 + centre]).toBeCloseTo((top - bottom) / (2 * step), 2);
  });
});

describe('trace', () => {
  it('shows every number of one sample', () => {
    const trainer = trained();
    const { train } = trainer.data;
    const count = train.targets.length;
    const { layers, targets, loss } = trainer.trace(4);
    const x1 = train.inputs[4] as number;
    const x2 = train.inputs[count + 4] as number;
    expect(layers[0]?.inputs[0]).toBe(x1);
    expect(layers[0]?.inputs[1]).toBe(x2);
    expect(layers[0]?.inputs[2]).toBe(lab.evaluate('sine', [x1]).value[0]);
    expect(targets).toHaveLength(3);
    expect(targets[train.targets[4] as number]).toBe(1);
    expect(loss).toBeGreaterThan(0);

    layers.forEach((layer, index) => {
      const shape = trainer.shape.layers[index];
      const weights = trainer.weights();
      const next = layers[index + 1];
      if (next) expect(layer.units.map(({ output }) => output)).toEqual([...next.inputs]);
      layer.units.forEach((unit, place) => {
        const row = (shape?.weights as number) + place * layer.inputs.length;
        expect(unit.weights).toEqual(weights.subarray(row, row + layer.inputs.length));
        let linear = unit.bias ? unit.bias.value : 0;
        for (const product of unit.products) linear = Math.fround(linear + product);
        expect(unit.linear).toBeCloseTo(linear, 5);
        expect(unit.weightGradients[0]).toBeCloseTo(unit.delta * (layer.inputs[0] as number), 5);
        expect(unit.bias === null).toBe(shape?.bias === null);
        expect(unit.normalized === null).toBe(shape?.scale === null);
      });
      expect(layer.learnedSlope === null).toBe(shape?.slope === null);
    });
    const outputs = layers.at(-1)?.units.map(({ output }) => output);
    const predicted = trainer.predict([x1, x2]);
    expect(outputs).toEqual([...predicted]);
  });

  it('refuses samples that do not exist', () => {
    const trainer = trained(XOR);
    expect(trainer.trace(1, 'test').targets).toEqual(Float32Array.of(0));
    for (const sample of [-1, 4, 0.5, Number.NaN]) {
      expect(engineErrorOf(() => trainer.trace(sample)).argument).toBe('sample');
    }
    expect(engineErrorOf(() => trainer.trace(2, 'test')).argument).toBe('sample');
    expect(engineErrorOf(() => trainer.trace(0, 'both' as never)).argument).toBe('split');
  });
});

describe('a linear stack', () => {
  it('collapses into one matrix that does the same', () => {
    const trainer = trained({
      ...XOR,
      layers: [
        { width: 3, activation: 'identity' },
        { width: 2, activation: 'identity' },
        { width: 1, activation: 'identity' },
      ],
    });
    expect(trainer.affineRuns()).toEqual([{ first: 0, last: 2 }]);
    const { inputs, units, weights, bias, largestDifference } = trainer.collapse({ first: 0, last: 2 });
    expect([inputs, units]).toEqual([2, 1]);
    expect(largestDifference).toBeLessThan(1e-6);
    const [w1, w2] = weights as unknown as [number, number];
    const output = trainer.predict([0.5, -2])[0];
    expect(output).toBeCloseTo(0.5 * w1 - 2 * w2 + (bias[0] as number), 5);
  });

  it('is told from one that is none', () => {
    const trainer = trained(XOR);
    expect(trainer.affineRuns()).toEqual([{ first: 1, last: 1 }]);
    expect(trainer.collapse({ first: 0, last: 1 }).largestDifference).toBeGreaterThan(0.01);
    for (const [run, argument] of [
      [{ first: 0, last: 2 }, 'run.last'],
      [{ first: 1, last: 0 }, 'run.first'],
    ] as const) {
      expect(engineErrorOf(() => trainer.collapse(run)).argument).toBe(argument);
    }
  });
});

describe('signAgreement', () => {
  it('is whole behind units that are never negative, sample by sample', () => {
    const trainer = trained({
      ...CIRCLE,
      layers: [
        { width: 4, activation: 'sigmoid' },
        { width: 3, activation: 'tanh' },
        { width: 1, activation: 'identity' },
      ],
    });
    const [first, second] = trainer.signAgreement();
    expect(second).toEqual(Array(3).fill({ agreement: 1, unanimous: 1 }));
    expect(first?.[0]?.unanimous).toBeLessThan(1);
    expect(trainer.signAgreement(0)[1]).toHaveLength(3);
    expect(engineErrorOf(() => trainer.signAgreement(1.5)).argument).toBe('batchSize');
  });
});
