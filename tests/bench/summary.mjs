import { median, medianRatio, spread } from './measure.mjs';
import { OWN } from './names.mjs';

/**
 * @typedef {object} PeerSummary
 * @property {string} name
 * @property {number} rate values a second, median
 * @property {number} spread of the times, relative to the median
 * @property {number} ratio how many times faster activation-lab is: median of the ratios of each round
 * @property {number} difference largest from the output of activation-lab
 * @property {boolean} agrees
 *
 * @typedef {object} Summary of one workload
 * @property {string} engine
 * @property {string} key
 * @property {0 | 1} order
 * @property {number} size
 * @property {PeerSummary[]} peers
 * @property {PeerSummary | null} best the fastest of the others that compute the same
 * @property {number | null} derivativeCost time of f and f' as a multiple of that of f alone
 * @property {Record<string, string>} failures
 */

/**
 * @param {string} engine
 * @param {import('./workload.mjs').Workload} workload
 * @param {import('./workload.mjs').WorkloadResult} result
 * @returns {Summary}
 */
export function summarise(engine, { task, size }, result) {
  const own = result.peers.find(({ name }) => name === OWN);
  const peers = result.peers.map(({ name, times, difference, agrees }) => ({
    name,
    rate: (size / median(times)) * 1000,
    spread: spread(times),
    ratio: own ? medianRatio(times, own.times) : Number.NaN,
    difference,
    agrees,
  }));
  const rivals = peers.filter(({ name, agrees }) => name !== OWN && agrees);
  const failures = { ...result.failures };
  if (own && !own.agrees) failures[OWN] = 'computes something else than the others';
  return {
    engine,
    key: task.key,
    order: task.order,
    size,
    peers,
    best: rivals.reduce(
      (best, rival) => (best && best.rate >= rival.rate ? best : rival),
      /** @type {PeerSummary | null} */ (null),
    ),
    derivativeCost: own && result.forwardTimes ? medianRatio(own.times, result.forwardTimes) : null,
    failures,
  };
}
