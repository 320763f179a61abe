import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type {
  ActivationInfo,
  LayerSpec,
  TrainerSpec,
  TrainingLab,
} from '../../../web/src/engine/activation-lab';
import type { ExportLab } from '../../../web/src/exchange/export-lab';
import { toOnnx } from '../../../web/src/exchange/onnx';
import { addActivation } from '../../../web/src/exchange/onnx/activation';
import { Graph } from '../../../web/src/exchange/onnx/graph';
import { loadBuiltTrainingLab } from '../engine/support';
import { largestDifference, loadExportLab, runOnnx, trained } from './support';

let lab: TrainingLab;
let exportLab: ExportLab;
beforeAll(async () => {
  lab = await loadBuiltTrainingLab();
  exportLab = await loadExportLab(lab);
});

const infoOf = (key: string) =>
  exportLab.catalogue.activations.find((info) => info.key === key) as ActivationInfo;

/** How far onnxruntime is from the core, which is exact to about 1e-7. */
async function difference(spec: TrainerSpec, steps: number, inputs: Float32Array): Promise<number> {
  const { network, outputs } = trained(lab, spec, steps, inputs);
  const columns = network.setup.columns;
  return largestDifference(await runOnnx(await toOnnx(network, exportLab), inputs, columns), outputs);
}

describe('every activation', () => {
  const grid = Float32Array.from({ length: 801 }, (_, i) => (i - 400) / 20);

  /** A network that is nothing but the activation. */
  const alone = (key: string, activationParameters: Readonly<Record<string, number>>): TrainerSpec => ({
    task: 'regression',
    layers: [
      {
        width: 1,
        activation: key,
        activationParameters,
        initializer: 'constant',
        initializerParameters: { value: 1 },
      },
    ],
    loss: 'mse',
    data: { train: { columns: 1, inputs: [0], targets: [0] } },
  });

  // onnxruntime approximates the sigmoid to 1.2e-7, and x times that is 20 times as far.
  it('computes the same at its initial parameters', { timeout: 60_000 }, async () => {
    for (const { key } of exportLab.catalogue.activations) {
      expect(await difference(alone(key, {}), 0, grid), key).toBeLessThan(3e-6);
    }
  });

  // The phase of a fast sine is rounded to float32 there.
  it('computes the same at others', { timeout: 60_000 }, async () => {
    for (const { key, parameters } of exportLab.catalogue.activations) {
      if (parameters.length === 0) continue;
      const chosen = parameters.map(({ key: name, sliderMinimum, sliderMaximum }) => [
        name,
        sliderMinimum + 0.7 * (sliderMaximum - sliderMinimum),
      ]);
      expect(await difference(alone(key, Object.fromEntries(chosen)), 0, grid), key).toBeLessThan(2e-5);
    }
  });
});

const POINTS = Float32Array.from({ length: 64 }, (_, i) => ((i * 37) % 64) / 16 - 2);
const DATA = {
  train: { columns: 2, inputs: POINTS, targets: Float32Array.from({ length: 32 }, (_, i) => i % 2) },
};

const classifier = (layers: readonly LayerSpec[], rest: Partial<TrainerSpec> = {}): TrainerSpec => ({
  task: 'binary',
  layers: [...layers, { width: 1, activation: 'identity' }],
  loss: 'bce_with_logits',
  learningRate: 0.1,
  data: DATA,
  ...rest,
});

describe('a trained network', () => {
  it.each<readonly [string, TrainerSpec]>([
    ['without hidden layer', classifier([])],
    ['without biases', classifier([{ width: 5, activation: 'tanh', bias: false }])],
    ['with layer normalisation', classifier([{ width: 6, activation: 'relu', normalization: 'layer' }])],
    ['with batch normalisation', classifier([{ width: 6, activation: 'gelu', normalization: 'batch' }])],
    [
      'with learned slopes',
      classifier([
        { width: 4, activation: 'prelu' },
        { width: 3, activation: 'prelu' },
      ]),
    ],
    [
      'with residual connections',
      classifier([
        { width: 5, activation: 'silu' },
        { width: 5, activation: 'identity', residual: true },
        { width: 5, activation: 'mish', residual: true, normalization: 'batch' },
      ]),
    ],
    [
      'with all features',
      classifier([{ width: 4, activation: 'softplus' }], {
        features: [
          ...(['x1', 'x2', 'x1_squared', 'x2_squared', 'x1_x2'] as const),
          ...(['sin_x1', 'sin_x2', 'cos_x1', 'cos_x2'] as const),
        ],
      }),
    ],
    [
      'of three classes',
      {
        ...classifier([]),
        task: 'multi_class',
        classes: 3,
        layers: [
          { width: 40, activation: 'elu' },
          { width: 3, activation: 'identity' },
        ],
        loss: 'softmax_cross_entropy',
      },
    ],
  ])('%s', async (_, spec) => {
    expect(await difference(spec, 20, POINTS)).toBeLessThan(2e-6);
  });

  it('of one column and features of it', async () => {
    const inputs = POINTS.slice(0, 32);
    const spec: TrainerSpec = {
      task: 'curve',
      features: ['cos_x1', 'x1', 'x1_squared'],
      layers: [{ width: 3 }, { width: 1, activation: 'identity' }],
      loss: 'mse',
      data: { train: { columns: 1, inputs, targets: inputs.map(Math.abs) } },
    };
    expect(await difference(spec, 20, inputs)).toBeLessThan(2e-6);
  });

  it('of any shape', { timeout: 60_000 }, async () => {
    const layer = fc.record({
      width: fc.integer({ min: 1, max: 9 }),
      activation: fc.constantFrom(...exportLab.catalogue.activations.map(({ key }) => key)),
      bias: fc.boolean(),
      normalization: fc.constantFrom('none', 'layer', 'batch'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(layer, { maxLength: 4 }), fc.nat(), async (layers, seed) => {
        const { network, outputs } = trained(lab, classifier(layers, { seed }), 0, POINTS);
        fc.pre(outputs.every((value) => Math.abs(value) < 1000));
        expect(
          largestDifference(await runOnnx(await toOnnx(network, exportLab), POINTS, 2), outputs),
        ).toBeLessThan(1e-3);
      }),
      // Where an activation jumps, a rounding error decides: the same networks each time.
      { numRuns: 40, seed: 1 },
    );
  });
});

describe('the model', () => {
  it('is the same for the same network', async () => {
    const { network } = trained(lab, classifier([{ width: 3 }]), 5, POINTS);
    expect(await toOnnx(network, exportLab)).toEqual(await toOnnx(network, exportLab));
  });

  it.each<readonly [string, Readonly<Record<string, number>>, readonly string[]]>([
    ['gelu', {}, ['Gelu']],
    ['hardtanh', { min_val: -1, max_val: 2 }, ['Clip']],
    ['silu', {}, ['Sigmoid', 'Mul']],
    ['relu_squared', {}, ['Relu', 'Mul']],
    // ONNX's Softplus has neither of its parameters.
    ['softplus', { beta: 2, threshold: 20 }, ['Mul', 'Softplus', 'Div', 'Greater', 'Where']],
  ])('has for %s an operator of ONNX where there is one that fits', (key, parameters, operators) => {
    const graph = new Graph();
    const result = addActivation(graph, 'inputs', infoOf(key), parameters);
    const { node } = graph.model({ name: 'inputs', width: 1 }, result, 1).graph;
    expect(node.map(({ opType }) => opType)).toEqual([...operators, 'Identity']);
  });
});
