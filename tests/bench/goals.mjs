import { OWN } from './names.mjs';
import { titleOf } from './workload.mjs';

/** In goals.json: the fastest peer, whichever it is. */
export const BEST = 'best peer';

/**
 * @typedef {import('./summary.mjs').Summary} Summary
 *
 * @typedef {object} RatioGoal
 * @property {string} workload its title
 * @property {string} peer
 * @property {Record<string, number>} ratio how many times faster activation-lab is at least, by engine
 *
 * @typedef {object} TimeGoal
 * @property {string} workload its title
 * @property {number} milliseconds that one of its units takes at most, in every engine
 *
 * @typedef {object} Goals
 * @property {readonly RatioGoal[]} ratios
 * @property {readonly TimeGoal[]} times
 * @property {number} timesAnyPeer least ratio to the best peer in every workload and engine
 * @property {number} derivativeCost largest cost of f and f', as a multiple of f alone
 *
 * @typedef {object} Verdict
 * @property {keyof Goals} name
 * @property {Pick<Summary, 'engine' | 'group' | 'name'>} workload
 * @property {string | null} peer that activation-lab is compared with
 * @property {number} goal
 * @property {number} reached
 * @property {boolean} met
 */

/** Goals that are limits: the others are to be exceeded. */
const LIMITS = new Set(['times', 'derivativeCost']);

/** @param {Summary} summary @param {string} name of a peer */
function ratioTo({ best, peers }, name) {
  const peer = name === BEST ? best : peers.find((candidate) => candidate.name === name);
  return peer?.agrees ? peer.ratio : null;
}

/** @param {Summary} summary */
function millisecondsOf({ peers }) {
  const own = peers.find(({ name }) => name === OWN);
  return own && 1000 / own.rate;
}

/**
 * @param {keyof Goals} name
 * @param {string | null} peer
 * @param {number | undefined} goal
 * @param {number | null | undefined} reached
 */
const claim = (name, peer, goal, reached) => ({ name, peer, goal, reached });

/** @param {Summary} summary @param {Goals} goals */
function claimsOn(summary, { ratios, times, timesAnyPeer, derivativeCost }) {
  const title = titleOf(summary);
  const ratiosHere = ratios.filter(({ workload }) => workload === title);
  const timesHere = times.filter(({ workload }) => workload === title);
  return [
    ...ratiosHere.map(({ peer, ratio }) => {
      return claim('ratios', peer, ratio[summary.engine], ratioTo(summary, peer));
    }),
    ...timesHere.map(({ milliseconds }) => claim('times', null, milliseconds, millisecondsOf(summary))),
    claim('timesAnyPeer', BEST, timesAnyPeer, ratioTo(summary, BEST)),
    claim('derivativeCost', null, derivativeCost, summary.derivativeCost),
  ];
}

/** @param {readonly Summary[]} summaries @param {Goals} goals @returns {Verdict[]} where there is something to judge */
export function judge(summaries, goals) {
  return summaries.flatMap((summary) => {
    const { engine, group, name } = summary;
    return claimsOn(summary, goals).flatMap(({ goal, reached, ...rest }) => {
      if (goal === undefined || reached === undefined || reached === null) return [];
      const met = LIMITS.has(rest.name) ? reached <= goal : reached >= goal;
      return [{ ...rest, workload: { engine, group, name }, goal, reached, met }];
    });
  });
}
