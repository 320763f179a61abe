import { randomData, xorData } from './data.mjs';
import { makeNetwork, randomParameters } from './network.mjs';

/**
 * @typedef {{ kind: 'steps', steps: number }
 *   | { kind: 'maps', size: number }
 *   | { kind: 'frame', steps: number, size: number }
 *   | { kind: 'seeds', seeds: number, steps: number }} Work what one call does
 *
 * @typedef {object} Task
 * @property {string} sizes of the layers, such as `2-4-2-1`
 * @property {'tanh' | 'relu'} hidden activation
 * @property {number} samples
 * @property {number} batchSize a divisor of `samples`
 * @property {number} learningRate
 * @property {Work} work
 *
 * @typedef {object} Setup what all peers begin with
 * @property {import('./network.mjs').Network} network
 * @property {import('./data.mjs').Data} data
 * @property {number} batchSize
 * @property {number} learningRate
 * @property {Float32Array} parameters
 */

/** @param {Task} task @returns {Setup} the same each time */
export function makeSetup({ sizes, hidden, samples, batchSize, learningRate }) {
  const network = makeNetwork(sizes, hidden);
  const classes = network.layers.at(-1)?.width ?? 0;
  return {
    network,
    data: classes === 1 ? xorData(samples) : randomData(samples, network.inputs, classes),
    batchSize,
    learningRate,
    parameters: randomParameters(network, 1),
  };
}

/** @param {Task} task */
export const hasOneOutput = ({ sizes }) => sizes.endsWith('-1');

/** @param {Task} task */
export const trains = ({ work }) => work.kind !== 'maps';
