import { beforeAll, describe, expect, it } from 'vitest';
import type { Trainer, TrainerSpec, TrainingLab } from '../../../../web/src/engine/activation-lab';
import { engineErrorOf, loadBuiltTrainingLab } from '../support';
import { CIRCLE, VARIED, XOR } from './specs';

let lab: TrainingLab;
beforeAll(async () => {
  lab = await loadBuiltTrainingLab();
});

/** A regression that no learning rate of this size survives. */
const DIVERGING: TrainerSpec = {
  task: 'regression',
  loss: 'mse',
  layers: [
    { width: 4, activation: 'relu' },
    { width: 1, activation: 'identity' },
  ],
  learningRate: 1000,
  data: { dataset: 'plane', samples: 40 },
};

describe('a trainer', () => {
  it('learns', () => {
    const trainer = lab.trainer(XOR);
    trainer.epoch(300);
    const { train, test } = trainer.snapshot({ evaluation: true });
    expect(train?.score).toBe(1);
    expect(train?.loss).toBeLessThan(0.05);
    expect(test?.score).toBe(1);
  });

  it('counts steps, epochs and samples', () => {
    const trainer = lab.trainer(XOR);
    const counts = () => {
      const { steps, epochs, samplesSeen } = trainer.progress();
      return [steps, epochs, samplesSeen];
    };
    expect(trainer.shape.stepsPerEpoch).toBe(2);
    expect(trainer.step()).toBe(1);
    expect(counts()).toEqual([1, 0, 2]);
    expect(trainer.epoch()).toBe(1);
    expect(counts()).toEqual([2, 1, 4]);
    expect(trainer.epoch(3)).toBe(6);
    expect(trainer.stepSamples(3)).toBe(1);
    expect(counts()).toEqual([9, 4, 19]);
    expect(trainer.step(0)).toBe(0);
    trainer.reset();
    expect(counts()).toEqual([0, 0, 0]);
  });

  it('names the sample that comes next', () => {
    const trainer = lab.trainer({ ...XOR, shuffle: false });
    const order = Array.from({ length: 5 }, () => {
      const { nextSample } = trainer.progress();
      trainer.stepSamples();
      return nextSample;
    });
    expect(order).toEqual([0, 1, 2, 3, 0]);
  });

  it('says where each number lies', () => {
    const trainer = lab.trainer(VARIED);
    const { layers, parameterCount, unitCount, outputs, columns } = trainer.shape;
    expect([columns, outputs, unitCount, layers.length]).toEqual([2, 3, 20, 4]);
    expect(layers.map(({ firstUnit }) => firstUnit)).toEqual([0, 6, 12, 17]);
    expect(layers.map(({ inputs }) => inputs)).toEqual([3, 6, 6, 5]);
    expect(layers[0]).toMatchObject({ weights: 0, bias: 18, scale: 24, shift: 30, slope: 36 });
    expect(layers[2]).toMatchObject({ bias: null, scale: null, shift: null, slope: null });
    const last = layers[3];
    expect(last?.weights).toBe(parameterCount - 18);
    // The initialiser of this layer is `zeros`.
    expect(trainer.weights().subarray(last?.weights)).toEqual(new Float32Array(18));
    expect(trainer.weights()[last?.weights ? last.weights - 1 : -1]).not.toBe(0);
  });

  it('has a complete spec that begins the same training again', () => {
    for (const given of [XOR, CIRCLE, VARIED]) {
      const trainer = lab.trainer(given);
      const spec = JSON.parse(JSON.stringify(trainer.spec)) as TrainerSpec;
      expect(spec).toMatchObject({ shuffle: true, leftover: 'keep', targetCoding: 'automatic' });
      const again = lab.trainer(spec);
      expect(again.spec).toEqual(trainer.spec);
      for (const each of [trainer, again]) each.step(50);
      expect(again.hash()).toBe(trainer.hash());
    }
  });

  it('keeps what the spec said', () => {
    const { spec } = lab.trainer(VARIED);
    const { data, layers, ...rest } = VARIED;
    expect(spec).toMatchObject(rest);
    expect(spec.data).toMatchObject(data);
    expect(spec.layers).toMatchObject([...layers]);
  });

  it('shows the points it was given', () => {
    const { train, test } = lab.trainer(XOR).data;
    expect(train).toEqual({
      columns: 2,
      inputs: Float32Array.of(-1, 1, -1, 1, -1, -1, 1, 1),
      targets: Float32Array.of(0, 1, 1, 0),
    });
    expect(test.targets).toEqual(Float32Array.of(1, 0));
    const generated = lab.trainer(CIRCLE).data;
    expect([generated.train.targets.length, generated.test.targets.length]).toEqual([100, 100]);
  });

  it('takes typed arrays and lists alike', () => {
    const typed = {
      ...XOR,
      data: {
        train: {
          columns: 2,
          inputs: Float32Array.of(-1, 1, -1, 1, -1, -1, 1, 1),
          targets: Float32Array.of(0, 1, 1, 0),
        },
      },
    };
    const trainers = [lab.trainer(XOR), lab.trainer(typed)] as const;
    for (const trainer of trainers) trainer.step(10);
    expect(trainers[1].hash()).toBe(trainers[0].hash());
  });

  it('trains without test data', () => {
    const { train } = XOR.data as { train: never };
    const trainer = lab.trainer({ ...XOR, data: { train } });
    expect(trainer.data.test.targets).toHaveLength(0);
    expect(trainer.snapshot({ evaluation: true }).test).toEqual({ loss: null, score: null });
  });
});

describe('predict', () => {
  it('gives the numbers of the grid', () => {
    const trainer = lab.trainer(VARIED);
    trainer.step(20);
    const size = 5;
    const { values, count } = trainer.grid({ size, x1Minimum: -1, x1Maximum: 3, x2Minimum: 0, x2Maximum: 2 });
    const points = Array.from({ length: size * size }, (_, index) => ({
      x1: -1 + (index % size),
      x2: 2 - Math.floor(index / size) / 2,
    }));
    const inputs = [...points.map(({ x1 }) => x1), ...points.map(({ x2 }) => x2)];
    expect(count).toBe(3);
    expect(trainer.predict(inputs)).toEqual(values);
  });

  it('refuses what is no sample, or too many', () => {
    const trainer = lab.trainer(XOR);
    expect(engineErrorOf(() => trainer.predict([1, 2, 3])).code).toBe('shape-mismatch');
    expect(engineErrorOf(() => trainer.predict([])).argument).toBe('inputs');
    expect(engineErrorOf(() => trainer.predict(new Float32Array(2 ** 24 + 2))).code).toBe('invalid-input');
    const many = lab.trainer(VARIED);
    expect(engineErrorOf(() => many.predict(new Float32Array(2 ** 24))).message).toContain('outputs');
  });
});

describe('grid', () => {
  it('gives every unit on demand, the outputs last', () => {
    const trainer = lab.trainer(XOR);
    const outputs = trainer.grid({ size: 32 });
    const all = trainer.grid({ size: 32, units: true });
    expect([outputs.count, all.count]).toEqual([1, 5]);
    expect(all.values).toHaveLength(5 * 32 * 32);
    expect(all.values.subarray(4 * 32 * 32)).toEqual(outputs.values);
  });

  it('writes into a given array', () => {
    const trainer = lab.trainer(XOR);
    const into = new Float32Array(9);
    const planes = trainer.grid({ size: 3, into });
    expect(planes.values).toBe(into);
    expect(into).toEqual(trainer.grid({ size: 3 }).values);
    const error = engineErrorOf(() => trainer.grid({ size: 3, into: new Float32Array(8) }));
    expect([error.code, error.argument]).toEqual(['invalid-option', 'options.into']);
  });

  it('can be large, but not too large', () => {
    const trainer = lab.trainer(XOR);
    expect(trainer.grid({ size: 1024, units: true }).values).toHaveLength(5 * 1024 * 1024);
    const wide = lab.trainer({ ...XOR, layers: [{ width: 16 }, { width: 1, activation: 'identity' }] });
    const error = engineErrorOf(() => wide.grid({ size: 1024, units: true }));
    expect(error.code).toBe('too-large');
    expect(error.problems[0]?.minimum).toBeGreaterThan(17 * 4 * 1024 * 1024);
    expect(error.problems[0]?.maximum).toBe(64 * 1024 * 1024);
  });

  it('refuses squares that make no sense', () => {
    const trainer = lab.trainer(XOR);
    const refused: [object, string][] = [
      [{}, 'options.size'],
      [{ size: 1 }, 'options.size'],
      [{ size: 2.5 }, 'options.size'],
      [{ size: 1025 }, 'options.size'],
      [{ size: 3, x1Minimum: Number.NaN }, 'options.x1Minimum'],
      [{ size: 3, x2Maximum: '1' }, 'options.x2Maximum'],
      [{ size: 3, x1Minimum: 1, x1Maximum: 0 }, 'options.x1Maximum'],
      [{ size: 3, units: 1 }, 'options.units'],
    ];
    for (const [options, argument] of refused) {
      expect(engineErrorOf(() => trainer.grid(options as never)).argument).toBe(argument);
    }
  });
});

describe('weights', () => {
  it('are copies', () => {
    const trainer = lab.trainer(XOR);
    const before = trainer.weights();
    const copy = before.slice();
    trainer.step(10);
    expect(before).toEqual(copy);
    before.fill(7);
    expect(trainer.weights()).not.toEqual(before);
  });

  it('can be set, and set as those that a reset returns to', () => {
    const trainer = lab.trainer(XOR);
    const seeded = trainer.weights();
    const mine = new Float32Array(trainer.shape.parameterCount).map((_, index) => Math.sin(index));
    trainer.step(3);
    trainer.setWeights(mine);
    expect(trainer.weights()).toEqual(mine);
    expect(trainer.progress().steps).toBe(3);
    trainer.reset();
    expect(trainer.weights()).toEqual(seeded);
    trainer.setInitialWeights([...mine]);
    trainer.step(3);
    trainer.reset();
    expect(trainer.weights()).toEqual(mine);
    trainer.reseed(1);
    expect(trainer.weights()).toEqual(seeded);
  });

  it('are refused where they are too few, too many or not finite, and stay', () => {
    const trainer = lab.trainer(XOR);
    const before = trainer.weights();
    const count = before.length;
    for (const set of ['setWeights', 'setInitialWeights'] as const) {
      expect(engineErrorOf(() => trainer[set](new Float32Array(count - 1))).argument).toBe('values');
      expect(engineErrorOf(() => trainer[set](new Float32Array(count + 1))).argument).toBe('values');
      const bad = before.slice();
      bad[5] = Number.POSITIVE_INFINITY;
      const error = engineErrorOf(() => trainer[set](bad));
      expect([error.code, error.argument]).toEqual(['invalid-input', 'values[5]']);
    }
    expect(trainer.weights()).toEqual(before);
  });

  it('change by the gradient', () => {
    const trainer = lab.trainer({ ...XOR, learningRate: 0.25 });
    expect(trainer.gradient()).toEqual(new Float32Array(trainer.shape.parameterCount));
    const before = trainer.weights();
    trainer.step();
    const gradient = trainer.gradient();
    const expected = before.map((weight, index) => weight - 0.25 * (gradient[index] as number));
    expect(trainer.weights()).toEqual(expected);
  });
});

describe('set', () => {
  it('takes effect with the next step, without a reset', () => {
    const trainer = lab.trainer(XOR);
    const other = lab.trainer(XOR);
    for (const each of [trainer, other]) each.step(5);
    trainer.set({ learningRate: 0.1, l2: 0.01 });
    expect(trainer.hash()).toBe(other.hash());
    expect(trainer.spec).toMatchObject({ learningRate: 0.1, l2: 0.01, l1: 0 });
    expect(trainer.progress()).toMatchObject({ steps: 5, learningRate: 0.1 });
    for (const each of [trainer, other]) each.step();
    expect(trainer.hash()).not.toBe(other.hash());
  });

  it('gives the same bits as a spec that had it from the start', () => {
    const set = lab.trainer({ ...CIRCLE, optimizer: 'adam' });
    set.set({ learningRate: 0.02, optimizerParameters: { beta2: 0.99 }, clipNorm: 1 });
    set.set({ schedule: { kind: 'step', steps: 10, factor: 0.5 } });
    const from = lab.trainer({
      ...CIRCLE,
      optimizer: 'adam',
      learningRate: 0.02,
      optimizerParameters: { beta2: 0.99 },
      clipNorm: 1,
      schedule: { kind: 'step', steps: 10, factor: 0.5 },
    });
    for (const each of [set, from]) each.step(40);
    expect(set.hash()).toBe(from.hash());
    expect(set.spec).toEqual(from.spec);
  });

  it('changes nothing where something is wrong', () => {
    const trainer = lab.trainer(XOR);
    const before = trainer.spec;
    const error = engineErrorOf(() => trainer.set({ learningRate: 0.1, l1: -1, clipNorm: Number.NaN }));
    expect(error.code).toBe('invalid-setup');
    expect(error.problems.map(({ path }) => path)).toEqual(['clipNorm', 'l1']);
    expect(engineErrorOf(() => trainer.set({ optimizerParameters: { beta1: 0.5 } })).argument).toBe(
      'hyper.optimizerParameters.beta1',
    );
    expect(engineErrorOf(() => trainer.set({ layers: [] } as never)).argument).toBe('hyper.layers');
    expect(engineErrorOf(() => trainer.set(undefined as never)).argument).toBe('hyper');
    expect(trainer.spec).toEqual(before);
  });
});

describe('setData', () => {
  const { train } = XOR.data as { train: { columns: number; inputs: number[]; targets: number[] } };
  const more = {
    columns: 2,
    inputs: [...train.inputs.slice(0, 4), 0.5, ...train.inputs.slice(4), 0.25],
    targets: [...train.targets, 1],
  };

  it('goes on with other points, and keeps what was learned', () => {
    const trainer = lab.trainer(XOR);
    trainer.step(5);
    const weights = trainer.weights();
    trainer.setData({ train: more });
    expect(trainer.weights()).toEqual(weights);
    expect(trainer.progress()).toMatchObject({ steps: 5, epochs: 2, samplesSeen: 10 });
    expect(trainer.shape.stepsPerEpoch).toBe(3);
    expect(trainer.data.train.targets).toHaveLength(5);
    expect(trainer.data.test.targets).toHaveLength(0);
    expect(trainer.spec.data).toMatchObject({ train: { targets: more.targets } });
    trainer.step(10);
    const loaded = lab.loadTrainer(trainer.save());
    for (const each of [trainer, loaded]) each.step(10);
    expect(loaded.hash()).toBe(trainer.hash());
    expect(loaded.progress()).toEqual(trainer.progress());
  });

  it('takes a data set of the catalogue', () => {
    const trainer = lab.trainer(XOR);
    trainer.setData({ dataset: 'moons', samples: 60 });
    expect(trainer.spec.data).toMatchObject({ dataset: 'moons', samples: 60, noise: 0 });
    expect(trainer.data).toEqual(lab.generate({ dataset: 'moons', samples: 60 }));
    trainer.setData({ train: more });
    expect(trainer.spec.data).not.toHaveProperty('dataset');
  });

  it('changes nothing where something is wrong', () => {
    const trainer = lab.trainer(XOR);
    trainer.step();
    const [hash, spec] = [trainer.hash(), trainer.spec];
    const refused: [unknown, string, string][] = [
      [{ dataset: 'magic' }, 'invalid-setup', 'data.dataset'],
      [{ dataset: 'moons', noise: 2 }, 'invalid-setup', 'data.noise'],
      [{ dataset: 'moons', noise: '2' }, 'invalid-setup', 'data.noise'],
      [{ dataset: 'plane' }, 'invalid-setup', 'data.dataset'],
      [{ train: { columns: 1, inputs: [1], targets: [0] } }, 'invalid-setup', 'data.train.columns'],
      [{ train: { ...more, targets: [0, 1, 2, 0, 1] } }, 'invalid-setup', 'data.train.targets[2]'],
      [{ train: { ...more, targets: [0] } }, 'shape-mismatch', 'data.train.inputs'],
      [{ train, test: 7 }, 'invalid-option', 'data.test'],
      [undefined, 'invalid-input', 'data.train.columns'],
    ];
    for (const [data, code, argument] of refused) {
      const error = engineErrorOf(() => trainer.setData(data as never));
      expect([error.code, error.argument]).toEqual([code, argument]);
    }
    expect(trainer.hash()).toBe(hash);
    expect(trainer.spec).toEqual(spec);
    expect(trainer.step()).toBe(1);
  });
});

describe('reset and reseed', () => {
  it('repeat a run, or begin another one', () => {
    const trainer = lab.trainer(VARIED);
    trainer.step(30);
    const first = trainer.hash();
    trainer.reset();
    trainer.step(30);
    expect(trainer.hash()).toBe(first);
    trainer.reseed(77);
    expect(trainer.spec.seed).toBe(77);
    expect(trainer.progress().steps).toBe(0);
    trainer.step(30);
    expect(trainer.hash()).not.toBe(first);
    const other = lab.trainer({ ...VARIED, seed: 77 });
    other.step(30);
    expect(trainer.hash()).toBe(other.hash());
  });

  it('refuses what is no seed', () => {
    const trainer = lab.trainer(XOR);
    for (const seed of [-1, 0.5, 2 ** 53, Number.NaN, '1']) {
      expect(engineErrorOf(() => trainer.reseed(seed as number)).argument).toBe('seed');
    }
  });
});

describe('a training that diverges', () => {
  it('says where, keeps the last finite weights and goes on once it can', () => {
    const trainer = lab.trainer(DIVERGING);
    const taken = trainer.step(1000);
    expect(taken).toBeLessThan(1000);
    const { divergence, steps } = trainer.progress();
    expect(divergence).toMatchObject({ step: taken });
    expect(divergence?.layer).toBeLessThan(2);
    expect(divergence?.quantity).toMatch(/^(pre_activation|activation|delta|gradient|parameters)$/);
    expect(steps).toBe(taken);
    expect([...trainer.weights()].every(Number.isFinite)).toBe(true);
    expect(trainer.step()).toBe(0);
    trainer.reset();
    expect(trainer.progress().divergence).toBeNull();
    trainer.set({ learningRate: 1e-4 });
    expect(trainer.step(10)).toBe(10);
  });
});

describe('hash', () => {
  it('has 16 digits and is that of the weights', () => {
    const trainer = lab.trainer(XOR);
    expect(trainer.hash()).toMatch(/^[0-9a-f]{16}$/);
    const other = lab.trainer({ ...XOR, seed: 2 });
    expect(other.hash()).not.toBe(trainer.hash());
    other.setWeights(trainer.weights());
    expect(other.hash()).toBe(trainer.hash());
  });
});

describe('a trainer that was disposed of', () => {
  it('answers every call with an error, and no other trainer minds', () => {
    const trainer = lab.trainer(CIRCLE);
    const other = lab.trainer(XOR);
    trainer.dispose();
    trainer.dispose();
    const calls: Record<Exclude<keyof Trainer, 'dispose' | 'shape'>, () => unknown> = {
      spec: () => trainer.spec,
      data: () => trainer.data,
      progress: () => trainer.progress(),
      step: () => trainer.step(),
      stepSamples: () => trainer.stepSamples(),
      epoch: () => trainer.epoch(),
      runUntil: () => trainer.runUntil({ maxEpochs: 1 }),
      snapshot: () => trainer.snapshot(),
      grid: () => trainer.grid({ size: 4 }),
      gradientGrid: () => trainer.gradientGrid({ size: 4 }),
      observe: () => trainer.observe(),
      trace: () => trainer.trace(0),
      affineRuns: () => trainer.affineRuns(),
      collapse: () => trainer.collapse({ first: 0, last: 1 }),
      signAgreement: () => trainer.signAgreement(),
      predict: () => trainer.predict([1, 2]),
      weights: () => trainer.weights(),
      gradient: () => trainer.gradient(),
      setWeights: () => trainer.setWeights([1]),
      setInitialWeights: () => trainer.setInitialWeights([1]),
      set: () => trainer.set({}),
      setData: () => trainer.setData({ dataset: 'circle' }),
      reset: () => trainer.reset(),
      reseed: () => trainer.reseed(1),
      save: () => trainer.save(),
      hash: () => trainer.hash(),
    };
    for (const [name, call] of Object.entries(calls)) {
      expect(engineErrorOf(call).code, name).toBe('disposed');
    }
    expect(other.step(3)).toBe(3);
  });
});

describe('counts', () => {
  it('must be whole and not too large', () => {
    const trainer = lab.trainer(XOR);
    for (const count of [-1, 0.5, 1e9 + 1, Number.NaN, '3', null]) {
      for (const call of ['step', 'stepSamples', 'epoch'] as const) {
        const error = engineErrorOf(() => trainer[call](count as number));
        expect([error.code, error.argument]).toEqual(['invalid-input', 'count']);
      }
    }
    expect(trainer.progress().steps).toBe(0);
  });
});
