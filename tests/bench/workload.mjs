/**
 * @typedef {object} Workload all that a fresh process needs to know
 * @property {import('./names.mjs').SuiteName} suite
 * @property {string} group of workloads that are shown together
 * @property {string} name within the group
 * @property {string} unit what is counted
 * @property {number} work how many of them a call does
 * @property {import('./measure.mjs').Timing} timing
 *
 * @typedef {object} WorkloadResult
 * @property {import('./compare.mjs').PeerResult[]} peers
 * @property {number[] | null} forwardTimes of activation-lab for f alone, where f and f' are asked for
 * @property {Record<string, string>} failures why a peer did not run
 */

/** @param {Pick<Workload, 'group' | 'name'>} workload @returns {string} unique */
export const titleOf = ({ group, name }) => `${group}: ${name}`;
