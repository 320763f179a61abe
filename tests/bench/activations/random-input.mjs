import { randomNumbers } from '../random.mjs';

/** Covers the bend and both tails of every activation, with signs that no branch predictor guesses. */
const HALF_WIDTH = 5;

/** @param {number} size @returns {Float32Array} uniform on (-5, 5), the same each time */
export function randomInput(size) {
  const random = randomNumbers(1);
  return Float32Array.from({ length: size }, () => (random() * 2 - 1) * HALF_WIDTH);
}
