import { randomNumbers } from '../random.mjs';

/**
 * @typedef {'tanh' | 'relu' | 'linear'} ActivationName
 *
 * @typedef {object} Layer a fully connected one, with bias
 * @property {number} inputs
 * @property {number} width
 * @property {ActivationName} activation
 *
 * @typedef {object} Network
 * @property {number} inputs
 * @property {readonly Layer[]} layers
 * @property {'half_squared' | 'softmax_cross_entropy'} loss mean over the batch
 *
 * @typedef {object} LayerParameters
 * @property {Float32Array} weights row by row, one row a unit
 * @property {Float32Array} biases
 */

/**
 * @param {string} sizes such as `2-4-2-1`
 * @param {ActivationName} hidden
 * @returns {Network} with one output a classifier into -1 and 1 by tanh, with more one by softmax
 */
export function makeNetwork(sizes, hidden) {
  const [inputs = 0, ...widths] = sizes.split('-').map(Number);
  const isBinary = widths.at(-1) === 1;
  const output = isBinary ? 'tanh' : 'linear';
  const layers = widths.map((width, index) => ({
    inputs: widths[index - 1] ?? inputs,
    width,
    activation: index + 1 < widths.length ? hidden : output,
  }));
  return { inputs, layers, loss: isBinary ? 'half_squared' : 'softmax_cross_entropy' };
}

/** @param {Network} network */
export function parameterCount({ layers }) {
  return layers.reduce((count, { inputs, width }) => count + (inputs + 1) * width, 0);
}

/**
 * @param {Network} network
 * @param {Float32Array} parameters in PyTorch's order: layer by layer, weights before biases
 * @returns {LayerParameters[]} views into `parameters`
 */
export function splitParameters({ layers }, parameters) {
  let end = 0;
  /** @param {number} length */
  const take = (length) => {
    end += length;
    return parameters.subarray(end - length, end);
  };
  return layers.map(({ inputs, width }) => ({ weights: take(inputs * width), biases: take(width) }));
}

/**
 * @param {Float32Array} parameters
 * @param {readonly (Float32Array | Float64Array)[]} arrays that hold all of them, in that order
 */
export function scatter(parameters, arrays) {
  let begin = 0;
  for (const array of arrays) {
    array.set(parameters.subarray(begin, begin + array.length));
    begin += array.length;
  }
}

/** The inverse of `scatter`. @param {readonly (Float32Array | Float64Array)[]} arrays @returns {Float32Array} */
export function gather(arrays) {
  const parameters = new Float32Array(arrays.reduce((count, { length }) => count + length, 0));
  let begin = 0;
  for (const array of arrays) {
    parameters.set(array, begin);
    begin += array.length;
  }
  return parameters;
}

/** @param {Network} network @param {number} seed @returns {Float32Array} PyTorch's defaults: within 1 / sqrt(inputs) of 0 */
export function randomParameters(network, seed) {
  const random = randomNumbers(seed);
  const parameters = new Float32Array(parameterCount(network));
  splitParameters(network, parameters).forEach(({ weights, biases }, index) => {
    const bound = 1 / Math.sqrt(/** @type {Layer} */ (network.layers[index]).inputs);
    for (const part of [weights, biases]) part.set(part.map(() => (random() * 2 - 1) * bound));
  });
  return parameters;
}
