/** @typedef {import('./measure.mjs').Timing} Timing */

/** @type {Timing} */
const THOROUGH = { warmUp: 200, round: 50, rounds: 7 };
/** @type {Timing} */
const QUICK = { warmUp: 80, round: 15, rounds: 5 };

/** @param {boolean} quick */
export const timingOf = (quick) => (quick ? QUICK : THOROUGH);
