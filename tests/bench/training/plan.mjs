import { timingOf } from '../timing.mjs';

/**
 * @typedef {import('./tasks.mjs').Task} Task
 * @typedef {import('./tasks.mjs').Work} Work
 * @typedef {import('./workload.mjs').Workload} Workload
 * @typedef {Pick<Workload, 'group' | 'name' | 'unit' | 'work' | 'task'>} Entry
 */

const XOR = { samples: 200, batchSize: 10, learningRate: 0.03 };
const EPOCHS = 10;
const SEEDS = 40;
const STEPS_A_FRAME = 200;

/** @param {Omit<Task, 'work'>} task @param {number} steps a call @returns {Entry} */
const training = (task, steps) => ({
  group: steps === 1 ? '1 step a call' : `${steps} steps a call`,
  name: `${task.sizes} ${task.hidden}`,
  unit: 'steps',
  work: steps,
  task: { ...task, work: { kind: 'steps', steps } },
});

/** @param {number} stepsACall @returns {Entry[]} */
const smallNetworks = (stepsACall) =>
  ['2-4-2-1', '2-8-8-8-1'].flatMap((sizes) =>
    /** @type {const} */ (['tanh', 'relu']).map((hidden) => training({ ...XOR, sizes, hidden }, stepsACall)),
  );

const wideNetwork = training(
  { sizes: '64-128-128-10', hidden: 'relu', samples: 1024, batchSize: 64, learningRate: 0.001 },
  1,
);

/** @param {string} group @param {string} unit @param {number} size @param {Work} work @returns {Entry} */
const overGrid = (group, unit, size, work) => ({
  group,
  name: `2-8-8-8-1 tanh, ${size}x${size}`,
  unit,
  work: 1,
  task: { ...XOR, sizes: '2-8-8-8-1', hidden: 'tanh', work },
});

/** @param {number} size */
const maps = (size) => overGrid('all unit maps', 'grids', size, { kind: 'maps', size });

const frame = overGrid(`${STEPS_A_FRAME} steps and all unit maps`, 'frames', 100, {
  kind: 'frame',
  steps: STEPS_A_FRAME,
  size: 100,
});

/** @type {Entry} */
const seeds = {
  group: `${EPOCHS} epochs from each of ${SEEDS} seeds`,
  name: '2-4-1 tanh',
  unit: 'seeds',
  work: SEEDS,
  task: {
    ...XOR,
    sizes: '2-4-1',
    hidden: 'tanh',
    work: { kind: 'seeds', seeds: SEEDS, steps: (EPOCHS * XOR.samples) / XOR.batchSize },
  },
};

const QUICK = [...smallNetworks(1), wideNetwork, maps(100), frame, seeds];
const ALL = [...smallNetworks(1), wideNetwork, ...smallNetworks(20), maps(100), maps(256), frame, seeds];

/** @param {Pick<import('../options.mjs').Options, 'quick'>} options @returns {Workload[]} */
export function plan({ quick }) {
  return (quick ? QUICK : ALL).map((entry) => ({ suite: 'training', timing: timingOf(quick), ...entry }));
}
