import { beforeAll, describe, expect, it } from 'vitest';
import type { TrainerSpec, TrainingLab } from '../../../web/src/engine/activation-lab';
import type { ExportLab } from '../../../web/src/exchange/export-lab';
import { hasSignedTargets } from '../../../web/src/exchange/python/target-coding';
import { readTrainedNetwork } from '../../../web/src/exchange/trained-network';
import { engineErrorOf, loadBuiltTrainingLab } from '../engine/support';
import { loadExportLab } from './support';

let lab: TrainingLab;
let exportLab: ExportLab;
beforeAll(async () => {
  lab = await loadBuiltTrainingLab();
  exportLab = await loadExportLab(lab);
});

const DATA = { train: { columns: 2, inputs: [1, 2, 3, 4, 5, 6], targets: [0, 1, 0] } };

function networkOf(spec: Partial<TrainerSpec>, weights?: readonly number[]) {
  const trainer = lab.trainer({ layers: [{ width: 1, activation: 'identity' }], data: DATA, ...spec });
  try {
    if (weights) trainer.setWeights(weights);
    return readTrainedNetwork(trainer.save(), trainer.shape);
  } finally {
    trainer.dispose();
  }
}

describe('a trained network', () => {
  it('has every number where the engine put it', () => {
    const { layers, inputs, targets, steps } = networkOf(
      {
        layers: [
          { width: 2, activation: 'prelu', normalization: 'batch' },
          { width: 3, bias: false, normalization: 'layer' },
          { width: 1, activation: 'identity', normalization: 'batch' },
        ],
      },
      Array.from({ length: 29 }, (_, i) => i + 1),
    );
    const plain = (numbers: Float32Array | null | undefined) => numbers && [...numbers];
    const shown = layers.map(({ weights, bias, normalization: norm, slope }) => ({
      weights: plain(weights),
      bias: plain(bias),
      scale: plain(norm?.scale),
      shift: plain(norm?.shift),
      mean: norm?.kind === 'batch' ? plain(norm.runningMean) : null,
      variance: norm?.kind === 'batch' ? plain(norm.runningVariance) : null,
      slope,
    }));
    expect(shown).toEqual([
      {
        weights: [1, 2, 3, 4],
        bias: [5, 6],
        scale: [7, 8],
        shift: [9, 10],
        mean: [0, 0],
        variance: [1, 1],
        slope: 11,
      },
      {
        weights: [12, 13, 14, 15, 16, 17],
        bias: null,
        scale: [18, 19, 20],
        shift: [21, 22, 23],
        mean: null,
        variance: null,
        slope: null,
      },
      { weights: [24, 25, 26], bias: [27], scale: [28], shift: [29], mean: [0], variance: [1], slope: null },
    ]);
    expect([plain(inputs), plain(targets), steps]).toEqual([DATA.train.inputs, DATA.train.targets, 0]);
  });

  it('needs the shape of the same trainer', () => {
    const documentOf = (width: number) => {
      const trainer = lab.trainer({ layers: [{ width }, { width: 1, activation: 'identity' }], data: DATA });
      const saved = { document: trainer.save(), shape: trainer.shape };
      trainer.dispose();
      return saved;
    };
    const { document } = documentOf(2);
    const { shape } = documentOf(3);
    expect(engineErrorOf(() => readTrainedNetwork(document, shape)).code).toBe('invalid-document');
  });
});

describe('targets are -1 and 1', () => {
  const output = (activation: string, residual = false) => ({
    layers: [{ width: 1 }, { width: 1, activation, residual }],
  });

  it.each<readonly [boolean, string, Partial<TrainerSpec>]>([
    [true, 'where it is said', { targetCoding: 'minus_one_one', loss: 'bce_with_logits' }],
    [false, 'where it is said', { targetCoding: 'zero_one', loss: 'hinge' }],
    [true, 'for the hinge loss', { loss: 'hinge', ...output('sigmoid') }],
    [true, 'where the output can be negative', { loss: 'mse', ...output('tanh') }],
    [true, 'with a residual connection', { loss: 'mse', ...output('sigmoid', true) }],
    [false, 'where it cannot', { loss: 'mse', ...output('sigmoid') }],
    [false, 'for logits', { loss: 'bce_with_logits' }],
    [false, 'of several classes', { task: 'multi_class', classes: 2, loss: 'mse', layers: [{ width: 2 }] }],
  ])('%s: %s', (signed, _, spec) => {
    expect(hasSignedTargets(networkOf(spec), exportLab)).toBe(signed);
  });

  /** The loss of an output that is always 1 tells the target of a sample of class 0. */
  it.each([
    ['tanh', 4],
    ['sigmoid', 1],
  ])('as in the core, with %s', (activation, loss) => {
    const trainer = lab.trainer({
      layers: [{ width: 1, activation }],
      loss: 'mse',
      data: { train: { columns: 1, inputs: [0], targets: [0] } },
    });
    trainer.setWeights([0, 50]);
    expect(trainer.snapshot({ evaluation: true }).train?.loss).toBe(loss);
    trainer.dispose();
  });
});
