/** @typedef {readonly Float32Array[]} Outputs the value, and the derivative where it was asked for */

/**
 * @param {Outputs} some @param {Outputs} others
 * @returns {number} the largest difference, relative to numbers above 1; infinite where only one is NaN, or lengths differ
 */
export function largestDifference(some, others) {
  if (some.length !== others.length) return Number.POSITIVE_INFINITY;
  return some.reduce((largest, output, index) => {
    return Math.max(largest, largestDifferenceOfArrays(output, /** @type {Float32Array} */ (others[index])));
  }, 0);
}

/** @param {Float32Array} some @param {Float32Array} others */
function largestDifferenceOfArrays(some, others) {
  if (some.length !== others.length) return Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let i = 0; i < some.length; i += 1) {
    const a = /** @type {number} */ (some[i]);
    const b = /** @type {number} */ (others[i]);
    if (Object.is(a, b)) continue;
    const difference = Math.abs(a - b) / Math.max(1, Math.abs(a), Math.abs(b));
    largest = Math.max(largest, Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference);
  }
  return largest;
}

/**
 * The largest group that computes the same; of two as large, the one with the first participant.
 *
 * @param {readonly { readonly name: string, readonly outputs: Outputs }[]} participants
 * @param {number} tolerance
 * @returns {string[]} names
 */
export function agreeing(participants, tolerance) {
  const groups = participants.map(({ outputs }) =>
    participants
      .filter((other) => largestDifference(outputs, other.outputs) <= tolerance)
      .map(({ name }) => name),
  );
  return groups.reduce((largest, group) => (group.length > largest.length ? group : largest), []);
}
