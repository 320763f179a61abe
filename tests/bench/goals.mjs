/**
 * @typedef {import('./summary.mjs').Summary} Summary
 *
 * @typedef {object} Goals
 * @property {number} size at which the ratios of `timesBestPeer` are wanted
 * @property {Record<string, Record<string, number>>} timesBestPeer least ratio to the best peer for f, by key and engine
 * @property {number} timesAnyPeer least ratio to the best peer for every activation, order, size and engine
 * @property {number} derivativeCost largest cost of f and f', as a multiple of f alone
 *
 * @typedef {keyof Omit<Goals, 'size'>} GoalName
 *
 * @typedef {object} Verdict
 * @property {GoalName} name
 * @property {Pick<Summary, 'engine' | 'key' | 'order' | 'size'>} workload
 * @property {number} goal
 * @property {number} reached
 * @property {boolean} met
 */

/** @param {Summary} summary @param {Goals} goals @returns {Verdict[]} */
function judgeOne({ engine, key, order, size, best, derivativeCost }, goals) {
  const workload = { engine, key, order, size };
  const wanted = order === 0 && size === goals.size ? goals.timesBestPeer[key]?.[engine] : undefined;
  /** @param {GoalName} name @param {number | undefined} goal @param {number | undefined} reached @returns {Verdict[]} */
  const atLeast = (name, goal, reached) =>
    goal === undefined || reached === undefined
      ? []
      : [{ name, workload, goal, reached, met: reached >= goal }];
  /** @param {GoalName} name @param {number} goal @param {number | null} reached @returns {Verdict[]} */
  const atMost = (name, goal, reached) =>
    reached === null ? [] : [{ name, workload, goal, reached, met: reached <= goal }];
  return [
    ...atLeast('timesBestPeer', wanted, best?.ratio),
    ...atLeast('timesAnyPeer', goals.timesAnyPeer, best?.ratio),
    ...atMost('derivativeCost', goals.derivativeCost, derivativeCost),
  ];
}

/** @param {readonly Summary[]} summaries @param {Goals} goals @returns {Verdict[]} */
export function judge(summaries, goals) {
  return summaries.flatMap((summary) => judgeOne(summary, goals));
}
