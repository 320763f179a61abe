/** The peer that the others are compared with. */
export const OWN = 'activation-lab';
/** The peer that everybody can write. */
export const PLAIN = 'plain-javascript';

/** What can be measured: one folder each, in which workload.mjs runs what plan.mjs makes. */
export const SUITES = /** @type {const} */ (['activations', 'training']);
/** @typedef {typeof SUITES[number]} SuiteName */
