/**
 * @typedef {object} Case
 * @property {string} name
 * @property {() => unknown} run one call; a promise is waited for
 * @property {(() => unknown) | undefined} [enter] called before a turn of calls, and not timed
 *
 * @typedef {object} Timing in milliseconds
 * @property {number} warmUp each case runs at least this long before anything is measured
 * @property {number} round a case runs about this long in each round
 * @property {number} rounds how often each case is measured
 */

/** @param {readonly number[]} values at least one */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [lower = Number.NaN, upper = lower] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return (lower + upper) / 2;
}

/**
 * @param {readonly number[]} numerators @param {readonly number[]} denominators of the same rounds
 * @returns {number} the median of the quotients, in which what slows a whole round cancels out
 */
export function medianRatio(numerators, denominators) {
  return median(numerators.map((numerator, round) => numerator / (denominators[round] ?? Number.NaN)));
}

/** @param {readonly number[]} values @returns {number} (largest - smallest) / median */
export function spread(values) {
  return (Math.max(...values) - Math.min(...values)) / median(values);
}

/**
 * @template T
 * @param {readonly T[]} items @param {number} round
 * @returns {T[]} the items, beginning with another one each round, so that none always follows the same one
 */
export function rotated(items, round) {
  const first = items.length === 0 ? 0 : round % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}

/** @param {Case['run']} run @param {number} calls */
async function repeat(run, calls) {
  for (let call = 0; call < calls; call += 1) {
    const result = run();
    // Waiting costs a synchronous case a turn of the event loop that it does not need.
    if (result instanceof Promise) await result;
  }
}

/**
 * @param {Case['run']} run @param {number} duration
 * @param {() => number} now
 * @returns {Promise<number>} milliseconds a call once warm
 */
async function warmUp(run, duration, now) {
  const end = now() + duration;
  for (let calls = 1; ; calls *= 2) {
    const start = now();
    await repeat(run, calls);
    const stop = now();
    // The last batch is the longest and the warmest.
    if (stop >= end) return (stop - start) / calls;
  }
}

/**
 * Measures cases side by side: all are warmed up, then each is timed in every round.
 *
 * @param {readonly Case[]} cases
 * @param {Timing} timing
 * @param {() => number} [now] a clock, in milliseconds
 * @returns {Promise<number[][]>} milliseconds a call, by case and round
 */
export async function measure(cases, timing, now = () => performance.now()) {
  const plan = [];
  for (const { run, enter } of cases) {
    await enter?.();
    const perCall = await warmUp(run, timing.warmUp, now);
    plan.push({
      run,
      enter,
      calls: Math.max(1, Math.round(timing.round / perCall)),
      times: /** @type {number[]} */ ([]),
    });
  }
  for (let round = 0; round < timing.rounds; round += 1) {
    for (const { run, enter, calls, times } of rotated(plan, round)) {
      await enter?.();
      const start = now();
      await repeat(run, calls);
      times.push((now() - start) / calls);
    }
  }
  return plan.map(({ times }) => times);
}
