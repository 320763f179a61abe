import { randomNumbers } from '../random.mjs';

/**
 * @typedef {object} Data
 * @property {number} columns
 * @property {Float32Array} inputs sample by sample
 * @property {Float32Array} classes 0, 1, 2 ... of each sample
 *
 * @typedef {import('./network.mjs').Network} Network
 */

/** Of the plane on which the points lie, and the unit maps. */
export const HALF_WIDTH = 6;

/** @param {number} samples @returns {Data} four quadrants, of which opposite ones are of one class */
export function xorData(samples) {
  const random = randomNumbers(2);
  const inputs = Float32Array.from({ length: samples * 2 }, () => (random() * 2 - 1) * HALF_WIDTH);
  const classes = Float32Array.from({ length: samples }, (_, sample) => {
    const [x1 = 0, x2 = 0] = inputs.subarray(sample * 2);
    return Number(x1 * x2 >= 0);
  });
  return { columns: 2, inputs, classes };
}

/** @param {number} samples @param {number} columns @param {number} classCount @returns {Data} nothing to be learned */
export function randomData(samples, columns, classCount) {
  const random = randomNumbers(3);
  return {
    columns,
    inputs: Float32Array.from({ length: samples * columns }, () => random() * 2 - 1),
    classes: Float32Array.from({ length: samples }, () => Math.floor(random() * classCount)),
  };
}

/** @param {Data} data @returns {Float32Array[]} the inputs of each sample */
export function rowsOf({ columns, inputs, classes }) {
  return Array.from(classes, (_, sample) => inputs.subarray(sample * columns, (sample + 1) * columns));
}

/** @param {Network} network @param {Data} data @returns {number[][]} what the outputs of each sample should be */
export function targetsOf({ layers, loss }, { classes }) {
  if (loss === 'half_squared') return Array.from(classes, (label) => [label === 1 ? 1 : -1]);
  const width = layers.at(-1)?.width ?? 0;
  return Array.from(classes, (label) => Array.from({ length: width }, (_, unit) => Number(unit === label)));
}
