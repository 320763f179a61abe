/** Covers the bend and both tails of every activation, with signs that no branch predictor guesses. */
const HALF_WIDTH = 5;

/**
 * @param {number} size
 * @returns {Float32Array} uniform on (-5, 5), the same each time (mulberry32)
 */
export function randomInput(size) {
  let state = 1;
  return Float32Array.from({ length: size }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return (((bits ^ (bits >>> 14)) >>> 0) / 2 ** 31 - 1) * HALF_WIDTH;
  });
}
