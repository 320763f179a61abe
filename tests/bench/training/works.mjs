import { randomParameters } from './network.mjs';

/** Steps after which the parameters of all peers are compared. */
const TRIAL_STEPS = 20;

/** @template T @param {T} value */
const identity = (value) => value;

/**
 * @typedef {import('../agreement.mjs').Outputs} Outputs
 * @typedef {import('./peers.mjs').Trainer} Trainer
 * @typedef {import('./tasks.mjs').Setup} Setup
 * @typedef {import('./tasks.mjs').Work} Work
 *
 * @typedef {object} Prepared
 * @property {() => unknown} run what is timed
 * @property {() => Outputs | Promise<Outputs>} trial what the peers are checked against each other by
 */

// Each takes the functions out of the trainer, so that what is timed looks nothing up in objects of many shapes.

/** @param {number} steps @param {Trainer} trainer @returns {Prepared} */
const prepareSteps = (steps, { step, parameters }) => ({
  run: () => step(steps),
  trial() {
    step(TRIAL_STEPS);
    return [parameters()];
  },
});

/** @param {number} size @param {Trainer} trainer @returns {Prepared} */
const prepareMaps = (size, { maps, toUnitMaps = identity }) => ({
  run: () => maps(size),
  trial: async () => toUnitMaps(await maps(size)),
});

/** @param {number} steps @param {number} size @param {Trainer} trainer @returns {Prepared} */
const prepareFrame = (steps, size, { step, maps, toUnitMaps = identity }) => ({
  run() {
    step(steps);
    return maps(size);
  },
  trial() {
    step(TRIAL_STEPS);
    return toUnitMaps(maps(size));
  },
});

/** @param {number} seeds @param {number} steps @param {Trainer} trainer @param {Setup} setup @returns {Prepared} */
function prepareSeeds(seeds, steps, { step, parameters, setParameters }, { network }) {
  const initial = Array.from({ length: seeds }, (_, seed) => randomParameters(network, seed + 1));
  const train = (/** @type {number} */ count) =>
    initial.map((first) => {
      setParameters(first);
      step(count);
      return parameters();
    });
  return { run: () => train(steps), trial: () => train(TRIAL_STEPS) };
}

/** @param {Work} work @param {Trainer} trainer that has taken no step yet @param {Setup} setup @returns {Prepared} */
export function prepareWork(work, trainer, setup) {
  switch (work.kind) {
    case 'steps':
      return prepareSteps(work.steps, trainer);
    case 'maps':
      return prepareMaps(work.size, trainer);
    case 'frame':
      return prepareFrame(work.steps, work.size, trainer);
    case 'seeds':
      return prepareSeeds(work.seeds, work.steps, trainer, setup);
  }
}
