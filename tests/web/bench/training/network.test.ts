import { describe, expect, it } from 'vitest';
import {
  gather,
  makeNetwork,
  parameterCount,
  randomParameters,
  scatter,
  splitParameters,
} from '../../../bench/training/network.mjs';

describe('makeNetwork', () => {
  it('is a classifier by tanh with one output', () => {
    expect(makeNetwork('2-4-3-1', 'relu')).toEqual({
      inputs: 2,
      layers: [
        { inputs: 2, width: 4, activation: 'relu' },
        { inputs: 4, width: 3, activation: 'relu' },
        { inputs: 3, width: 1, activation: 'tanh' },
      ],
      loss: 'half_squared',
    });
  });

  it('is a classifier by softmax with several', () => {
    const { layers, loss } = makeNetwork('64-8-10', 'tanh');
    expect(layers.map(({ activation }) => activation)).toEqual(['tanh', 'linear']);
    expect(loss).toBe('softmax_cross_entropy');
  });
});

describe('parameters', () => {
  const network = makeNetwork('2-3-1', 'tanh');

  it("are in PyTorch's order", () => {
    const parameters = Float32Array.from({ length: parameterCount(network) }, (_, index) => index);
    expect(splitParameters(network, parameters)).toEqual([
      { weights: Float32Array.of(0, 1, 2, 3, 4, 5), biases: Float32Array.of(6, 7, 8) },
      { weights: Float32Array.of(9, 10, 11), biases: Float32Array.of(12) },
    ]);
  });

  it('are split into views', () => {
    const parameters = new Float32Array(parameterCount(network));
    splitParameters(network, parameters)[1]?.biases.fill(5);
    expect(parameters.at(-1)).toBe(5);
  });

  it('go into arrays of any cut, and come back', () => {
    const parameters = randomParameters(network, 1);
    const arrays = [new Float64Array(2), new Float32Array(10), new Float64Array(1)];
    scatter(parameters, arrays);
    expect(arrays[1]?.[0]).toBe(parameters[2]);
    expect(gather(arrays)).toEqual(parameters);
  });

  it('are drawn anew for each seed, and the same for the same one', () => {
    expect(randomParameters(network, 1)).toEqual(randomParameters(network, 1));
    expect(randomParameters(network, 1)).not.toEqual(randomParameters(network, 2));
  });

  it('are drawn from a range that the number of inputs gives', () => {
    const wide = makeNetwork('100-50-1', 'tanh');
    const [hidden, output] = splitParameters(wide, randomParameters(wide, 1));
    const largest = (values: Float32Array = new Float32Array()) => Math.max(...values.map(Math.abs));
    expect(largest(hidden?.weights)).toBeLessThanOrEqual(0.1);
    expect(largest(hidden?.weights)).toBeGreaterThan(0.09);
    expect(largest(output?.weights)).toBeGreaterThan(0.1);
  });
});
