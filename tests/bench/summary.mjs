import { median, medianRatio, spread } from './measure.mjs';
import { OWN } from './names.mjs';

/**
 * @typedef {import('./workload.mjs').Workload} Workload
 *
 * @typedef {object} PeerSummary
 * @property {string} name
 * @property {number} rate units a second, median
 * @property {number} spread of the times, relative to the median
 * @property {number} ratio how many times faster activation-lab is: median of the ratios of each round
 * @property {number} difference largest from the output of activation-lab, or from what is expected
 * @property {boolean} agrees
 * @property {string | null} remark what it does otherwise
 *
 * @typedef {object} Summary of one workload
 * @property {string} engine
 * @property {string} group
 * @property {string} name
 * @property {string} unit
 * @property {PeerSummary[]} peers
 * @property {PeerSummary | null} best the fastest of the others that may be compared
 * @property {number | null} derivativeCost time of f and f' as a multiple of that of f alone
 * @property {Record<string, string>} failures
 */

/**
 * @param {string} engine
 * @param {Pick<Workload, 'group' | 'name' | 'unit' | 'work'>} workload
 * @param {import('./workload.mjs').WorkloadResult} result
 * @returns {Summary}
 */
export function summarise(engine, { group, name, unit, work }, result) {
  const own = result.peers.find((peer) => peer.name === OWN);
  const peers = result.peers.map(({ version: _, times, ...peer }) => ({
    ...peer,
    rate: (work / median(times)) * 1000,
    spread: spread(times),
    ratio: own ? medianRatio(times, own.times) : Number.NaN,
  }));
  const rivals = peers.filter((peer) => peer.name !== OWN && peer.agrees);
  const failures = { ...result.failures };
  if (own && !own.agrees) failures[OWN] = 'computes something else than the others';
  return {
    engine,
    group,
    name,
    unit,
    peers,
    best: rivals.reduce(
      (best, rival) => (best && best.rate >= rival.rate ? best : rival),
      /** @type {PeerSummary | null} */ (null),
    ),
    derivativeCost: own && result.forwardTimes ? medianRatio(own.times, result.forwardTimes) : null,
    failures,
  };
}
