import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TrainerSpec, TrainingLab } from '../../../../web/src/engine/activation-lab';
import { EngineError } from '../../../../web/src/engine/activation-lab';
import { engineErrorOf, loadBuiltTrainingLab } from '../support';
import { CIRCLE, VARIED, XOR } from './specs';

let lab: TrainingLab;
beforeAll(async () => {
  lab = await loadBuiltTrainingLab();
});

const LOGIT = { width: 1, activation: 'identity' } as const;

/** The paths of everything that is wrong with a spec, each with what is wrong. */
function problemsOf(changes: object, base: TrainerSpec = CIRCLE): string[] {
  const error = engineErrorOf(() => lab.trainer({ ...base, ...changes } as TrainerSpec));
  expect(error.code).toBe('invalid-setup');
  expect(error.argument).toBe(`spec.${error.problems[0]?.path}`);
  return error.problems.map(({ code, path }) => `${path}: ${code}`);
}

describe('a spec that makes no sense', () => {
  it('is refused with everything that is wrong, as the caller wrote it', () => {
    expect(problemsOf({ layers: [{ width: 300 }, LOGIT], l1: -1, noise: 2 })).toEqual(['noise: unknown']);
    expect(problemsOf({ layers: [{ width: 300 }, LOGIT], l1: -1 })).toEqual([
      'l1: out_of_range',
      'layers[0].width: out_of_range',
    ]);
    expect(problemsOf({ layers: [{ width: 4 }, { width: 3 }] })).toEqual([
      'layers[1].width: incompatible',
      'layers[1].activation: incompatible',
    ]);
    expect(problemsOf({ layers: [] })).toEqual(['layers: out_of_range']);
    expect(problemsOf({ layers: undefined })).toEqual(['layers: missing']);
    expect(problemsOf({ layers: Array(65).fill(LOGIT) })).toEqual(['layers: out_of_range']);
    expect(problemsOf({ layers: Array(1e6).fill(LOGIT) })).toEqual(['layers: out_of_range']);
    expect(problemsOf({ layers: [{ width: 2, activation: 'magic' }, LOGIT] })).toEqual([
      'layers[0].activation: unknown',
    ]);
    expect(problemsOf({ layers: [{ width: 2, activationParameters: { alpha: 1 } }, LOGIT] })).toEqual([
      'layers[0].activationParameters.alpha: unknown',
    ]);
    expect(problemsOf({ layers: [{ width: 2, initializer: 'magic' }, LOGIT] })).toEqual([
      'layers[0].initializer: unknown',
    ]);
    expect(problemsOf({ layers: [{ width: 5, residual: true }, LOGIT] })).toEqual([
      'layers[0].residual: incompatible',
    ]);
    expect(problemsOf({ loss: 'softmax_cross_entropy' })).toEqual(['loss: incompatible']);
    expect(problemsOf({ optimizer: 'magic' })).toEqual(['optimizer: unknown']);
    expect(problemsOf({ optimizer: 'adam', optimizerParameters: { beta1: 1, beta7: 1 } })).toEqual([
      'optimizerParameters.beta7: unknown',
    ]);
    expect(problemsOf({ schedule: { kind: 'magic', steps: 0 } })).toEqual(['schedule.kind: unknown']);
    expect(problemsOf({ schedule: { steps: 1.5 } })).toEqual(['schedule.steps: out_of_range']);
    expect(problemsOf({ batchSize: 5000, seed: 2 ** 53, shuffleSeed: -1 })).toEqual([
      'seed: out_of_range',
      'shuffleSeed: out_of_range',
    ]);
    expect(problemsOf({ features: ['x1', 'x3'] })).toEqual(['features[1]: unknown']);
    expect(problemsOf({ task: 'curve' })).toEqual(['loss: incompatible', 'data.dataset: incompatible']);
  });

  it('is refused where a type is wrong', () => {
    expect(problemsOf({ layers: { 0: LOGIT } })).toEqual(['layers: wrong_type']);
    expect(problemsOf({ layers: [{ width: '4', bias: 1, activation: null }, 7] })).toEqual([
      'layers[0].width: wrong_type',
      'layers[0].bias: wrong_type',
      'layers[0].activation: wrong_type',
      'layers[1]: wrong_type',
    ]);
    expect(problemsOf({ layers: Object.assign(new Array(2), { 1: LOGIT }) })).toEqual([
      'layers[0]: wrong_type',
    ]);
    expect(problemsOf({ shuffle: 'yes', lossParameters: { delta: '1' } })).toEqual([
      'shuffle: wrong_type',
      'lossParameters.delta: wrong_type',
    ]);
    expect(problemsOf(JSON.parse('{ "__proto__": 1 }'))).toEqual(['__proto__: unknown']);
  });

  it('is refused with the range where a number is not finite', () => {
    const error = engineErrorOf(() => lab.trainer({ ...CIRCLE, learningRate: Number.NaN }));
    expect(error.problems).toEqual([
      { code: 'out_of_range', path: 'learningRate', minimum: 0, maximum: 1000 },
    ]);
    expect(problemsOf({ l2: Number.POSITIVE_INFINITY, batchSize: Number.NaN })).toEqual([
      'batchSize: out_of_range',
    ]);
    expect(problemsOf({ clipNorm: Number.NEGATIVE_INFINITY })).toEqual(['clipNorm: out_of_range']);
  });

  it('is refused where the data set does not exist or fit', () => {
    const withData = (data: object) => problemsOf({ data: { dataset: 'circle', ...data } });
    expect(withData({ dataset: 'magic' })).toEqual(['data.dataset: unknown']);
    expect(withData({ dataset: 'plane' })).toEqual(['data.dataset: incompatible']);
    expect(withData({ dataset: 'digits' })).toEqual(['data.dataset: incompatible']);
    expect(withData({ noise: 2, samples: 1, trainShare: Number.NaN })).toEqual([
      'data.samples: out_of_range',
      'data.noise: out_of_range',
      'data.trainShare: out_of_range',
    ]);
    expect(withData({ parameters: { turns: 2 } })).toEqual(['data.parameters.turns: unknown']);
    expect(withData({ dataset: 7 })).toEqual(['data.dataset: wrong_type']);
    expect(withData({ points: [] })).toEqual(['data.points: unknown']);
    expect(problemsOf({ data: undefined })).toEqual(['data: missing']);
  });

  it('is refused where the points do not fit', () => {
    const withTrain = (train: object) =>
      problemsOf({ data: { train: { columns: 2, inputs: [1, 2], targets: [0], ...train } } });
    expect(withTrain({ inputs: [1, Number.NaN] })).toEqual(['data.train.inputs[1]: out_of_range']);
    expect(withTrain({ targets: [2] })).toEqual(['data.train.targets[0]: out_of_range']);
    expect(withTrain({ targets: [0.5] })).toEqual(['data.train.targets[0]: out_of_range']);
    expect(withTrain({ inputs: [], targets: [] })).toEqual(['data.train.targets: missing']);
    expect(withTrain({ columns: 300, inputs: new Float32Array(300) })).toEqual([
      'data.train.columns: out_of_range',
    ]);
  });

  it('names points that are not well formed', () => {
    const train = { columns: 2, inputs: [1, 2], targets: [0] };
    const detached = new Float32Array(2);
    structuredClone(detached, { transfer: [detached.buffer] });
    const refused: [unknown, string, string][] = [
      [7, 'invalid-option', 'spec.data'],
      [{}, 'invalid-input', 'spec.data.train.columns'],
      [{ train: 7 }, 'invalid-option', 'spec.data.train'],
      [{ train: { ...train, columns: 1.5 } }, 'invalid-input', 'spec.data.train.columns'],
      [{ train: { ...train, columns: 3 } }, 'shape-mismatch', 'spec.data.train.inputs'],
      [{ train: { ...train, inputs: [1, '2'] } }, 'invalid-input', 'spec.data.train.inputs[1]'],
      [{ train: { ...train, inputs: detached } }, 'detached-buffer', 'spec.data.train.inputs'],
      [{ train: { ...train, targets: 'a' } }, 'invalid-input', 'spec.data.train.targets'],
      [{ train, test: { ...train, columns: 1 } }, 'shape-mismatch', 'spec.data.test.inputs'],
      [
        { train, test: { columns: 1, inputs: [1], targets: [0] } },
        'shape-mismatch',
        'spec.data.test.columns',
      ],
    ];
    for (const [data, code, argument] of refused) {
      const error = engineErrorOf(() => lab.trainer({ ...XOR, data } as TrainerSpec));
      expect([error.code, error.argument]).toEqual([code, argument]);
    }
  });

  it('is refused with its number where it would need too much memory', () => {
    const layers = [...Array(63).fill({ width: 256 }), LOGIT];
    const error = engineErrorOf(() => lab.trainer({ ...CIRCLE, layers, optimizer: 'adam' }));
    expect([error.code, error.argument]).toEqual(['too-large', 'spec']);
    expect(error.problems).toEqual([
      { code: 'too_large', path: '', minimum: expect.any(Number), maximum: 64 * 1024 * 1024 },
    ]);
    expect(error.problems[0]?.minimum).toBeGreaterThan(62 * 256 * 256 * 4 * 6);

    const points = { columns: 1, inputs: new Float32Array(2 ** 24), targets: new Float32Array(2 ** 24) };
    const tooMany = engineErrorOf(() => lab.trainer({ ...XOR, data: { train: points } }));
    expect([tooMany.code, tooMany.argument]).toEqual(['too-large', 'spec.data']);
    expect(tooMany.problems[0]?.minimum).toBe(2 ** 27);
  });

  it('leaves the lab as it was', () => {
    const trainer = lab.trainer(XOR);
    problemsOf({ layers: [] });
    trainer.step(3);
    const fresh = lab.trainer(XOR);
    fresh.step(3);
    expect(trainer.hash()).toBe(fresh.hash());
    expect(lab.evaluate('relu', [-1, 2]).value).toEqual(Float32Array.of(0, 2));
  });
});

/** Numbers that are likely to be on the edge of what is accepted, and others. */
const number = fc.oneof(
  fc.constantFrom(0, 1, 2, 3, -1, 0.5, 256, 257, 1e9, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY),
  fc.double(),
);
const word = fc.constantFrom(
  ...['binary', 'multi_class', 'regression', 'curve', 'none', 'batch', 'layer', 'tanh', 'relu', 'prelu'],
  ...['identity', 'sigmoid', 'mse', 'huber', 'hinge', 'naive_bce', 'softmax_cross_entropy', 'adam', 'lion'],
  ...['lsuv', 'orthogonal', 'zeros', 'cosine', 'step', 'drop', 'x1', 'cos_x2', 'circle', 'sine', 'digits'],
  ...['', 'constructor', '__proto__', '\ud800', '"\\'],
);
const anything = fc.oneof({ weight: 3, arbitrary: number }, { weight: 3, arbitrary: word }, fc.anything());
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof({ weight: 4, arbitrary }, anything);
const members = (names: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...names), anything, { maxKeys: 3 });

const layer = maybe(
  fc.record(
    {
      width: maybe(fc.integer({ min: 1, max: 9 })),
      activation: word,
      activationParameters: members(['alpha', 'negative_slope', 'beta']),
      bias: maybe(fc.boolean()),
      normalization: maybe(fc.constantFrom('none', 'batch', 'layer')),
      residual: maybe(fc.boolean()),
      initializer: word,
      gain: number,
    },
    { requiredKeys: [] },
  ),
);
const points = maybe(
  fc.record({
    columns: maybe(fc.integer({ min: 0, max: 3 })),
    inputs: maybe(fc.array(number, { maxLength: 6 })),
    targets: maybe(fc.array(fc.constantFrom(0, 1, 2), { maxLength: 3 })),
  }),
);
const data = fc.oneof(
  members(['dataset', 'samples', 'classes', 'noise', 'trainShare', 'seed', 'parameters']),
  fc.record({ train: points, test: points }, { requiredKeys: ['train'] }),
  fc.constant(XOR.data),
  fc.constant(CIRCLE.data),
  anything,
);
const hyper = members(['learningRate', 'optimizerParameters', 'schedule', 'clipNorm', 'l1', 'l2']);
const changes = {
  layers: maybe(fc.array(layer, { maxLength: 4 })),
  data,
  features: maybe(fc.array(word, { maxLength: 3 })),
  task: word,
  loss: word,
  lossParameters: members(['delta']),
  optimizer: word,
  targetCoding: word,
  leftover: word,
  classes: number,
  batchSize: number,
  shuffle: anything,
  seed: number,
};
const fewChanges = fc
  .subarray(Object.keys(changes) as (keyof typeof changes)[], { maxLength: 2 })
  .chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, changes[key]]))));
const allChanges = fc.record(changes, { requiredKeys: [] });

function expectEngineError(error: unknown): void {
  expect(error).toBeInstanceOf(EngineError);
  expect(['crashed', 'disposed']).not.toContain((error as EngineError).code);
}

describe('whatever is asked', () => {
  it('a trainer is made and can be trained, or an EngineError says why not', () => {
    let made = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          fc.tuple(fc.constantFrom(XOR, CIRCLE, VARIED), fewChanges),
          fc.tuple(allChanges, hyper),
          fc.tuple(fc.constantFrom(XOR, CIRCLE, VARIED), hyper),
        ),
        ([base, change]) => {
          try {
            const spec = { ...base, ...change };
            const trainer = lab.trainer(spec as TrainerSpec);
            made += 1;
            trainer.step(2);
            trainer.snapshot({ evaluation: true, grid: { size: 3, units: true }, layers: true });
            expect(lab.trainer(trainer.spec).spec).toEqual(trainer.spec);
            trainer.dispose();
          } catch (error) {
            expectEngineError(error);
          }
        },
      ),
      { numRuns: 1000 },
    );
    expect(made).toBeGreaterThan(100);
  });

  it('a trainer answers or throws an EngineError, and trains on as if nothing had been asked', () => {
    const asked = lab.trainer(VARIED);
    const untouched = lab.trainer(VARIED);
    const { parameterCount } = asked.shape;
    const questions: ((value: never, other: never) => unknown)[] = [
      (value) => asked.grid(value),
      (value) => asked.gradientGrid(value),
      (value) => asked.observe(value),
      (value) => asked.snapshot(value),
      (value, other) => asked.trace(value, other),
      (value) => asked.collapse(value),
      (value) => asked.signAgreement(value),
      (value) => asked.predict(value),
    ];
    const request = fc.oneof(
      anything,
      members(['size', 'units', 'x1Minimum', 'x2Maximum', 'into', 'bins', 'first', 'last', 'grid', 'layers']),
    );
    fc.assert(
      fc.property(fc.constantFrom(...questions), request, anything, (question, value, other) => {
        try {
          question(value as never, other as never);
        } catch (error) {
          expectEngineError(error);
        }
        asked.step();
        untouched.step();
        expect(asked.hash()).toBe(untouched.hash());
      }),
      { numRuns: 1500 },
    );
    expect(asked.shape.parameterCount).toBe(parameterCount);
  });

  it('hyper-parameters and weights are taken or refused', () => {
    const trainer = lab.trainer(VARIED);
    fc.assert(
      fc.property(hyper, anything, fc.constantFrom('set', 'weights'), (given, values, what) => {
        try {
          if (what === 'set') trainer.set(given as never);
          else trainer.setWeights(values as never);
        } catch (error) {
          expectEngineError(error);
        }
        trainer.step();
      }),
      { numRuns: 1500 },
    );
  });

  it('texts are read or refused', () => {
    const document = lab.trainer(VARIED).save();
    const cut = fc
      .tuple(fc.nat(document.length), fc.nat(20), fc.string())
      .map(([start, length, text]) => document.slice(0, start) + text + document.slice(start + length));
    fc.assert(
      fc.property(fc.oneof(cut, fc.json(), anything), (text) => {
        for (const read of [() => lab.loadTrainer(text as string), () => lab.readCsv(text as string)]) {
          try {
            const result = read();
            if ('dispose' in result) result.dispose();
          } catch (error) {
            expectEngineError(error);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});
