import { describe, expect, it } from 'vitest';
import { makeNetwork } from '../../../bench/training/network.mjs';
import { specOf } from '../../../bench/training/spec.mjs';

const setup = (sizes: string, classes: number[]) => ({
  network: makeNetwork(sizes, 'relu'),
  data: { columns: 2, inputs: Float32Array.of(1, 2, 3, 4, 5, 6), classes: Float32Array.from(classes) },
  batchSize: 3,
  learningRate: 0.25,
  parameters: new Float32Array(),
});

describe('specOf', () => {
  it('describes a classifier into two', () => {
    expect(specOf(setup('2-4-1', [0, 1, 1]))).toEqual({
      task: 'binary',
      targetCoding: 'minus_one_one',
      layers: [
        { width: 4, activation: 'relu' },
        { width: 1, activation: 'tanh' },
      ],
      loss: 'half_squared',
      optimizer: 'sgd',
      learningRate: 0.25,
      batchSize: 3,
      shuffle: false,
      data: {
        train: {
          columns: 2,
          inputs: Float32Array.of(1, 3, 5, 2, 4, 6),
          targets: Float32Array.of(0, 1, 1),
        },
      },
    });
  });

  it('describes a classifier into several', () => {
    expect(specOf(setup('2-4-3', [2, 0, 1]))).toMatchObject({
      task: 'multi_class',
      classes: 3,
      layers: [
        { width: 4, activation: 'relu' },
        { width: 3, activation: 'identity' },
      ],
      loss: 'softmax_cross_entropy',
    });
  });
});
