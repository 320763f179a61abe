import { HALF_WIDTH } from './data.mjs';

/**
 * The activation of each unit, layer by layer, at every point of a square grid: row 0 is at the top, and the outermost
 * points lie on the border.
 *
 * @typedef {readonly Float32Array[]} UnitMaps one a unit, row by row
 *
 * @typedef {import('./network.mjs').Network} Network
 */

/** @param {number} index @param {number} size @returns {number} from left to right, and from bottom to top */
export const coordinate = (index, size) => -HALF_WIDTH + (2 * HALF_WIDTH * index) / (size - 1);

/** @param {number} size @returns {Float32Array} x1 and x2 of each point, row by row */
export function gridPoints(size) {
  return Float32Array.from({ length: size * size * 2 }, (_, index) => {
    const point = index >> 1;
    return index % 2 === 0
      ? coordinate(point % size, size)
      : coordinate(size - 1 - Math.floor(point / size), size);
  });
}

/** @param {Network} network @param {number} size @returns {Float32Array[]} to be filled */
export function emptyMaps({ layers }, size) {
  const units = layers.reduce((count, { width }) => count + width, 0);
  return Array.from({ length: units }, () => new Float32Array(size * size));
}

/**
 * @param {Network} network
 * @param {readonly Float32Array[]} activations of each layer, point by point
 * @returns {UnitMaps}
 */
export function mapsOfLayers({ layers }, activations) {
  return layers.flatMap(({ width }, index) => {
    const values = activations[index] ?? new Float32Array();
    return Array.from({ length: width }, (_, unit) =>
      values.filter((_, position) => position % width === unit),
    );
  });
}
