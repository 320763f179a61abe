import { agreeing, largestDifference } from './agreement.mjs';
import { measure } from './measure.mjs';
import { OWN } from './names.mjs';
import { peers } from './peers.mjs';
import { randomInput } from './random-input.mjs';

export { isShared } from './peers.mjs';

/** Far above the errors of float32, far below the difference between two definitions. */
const TOLERANCE = 1e-4;

/**
 * @typedef {import('./peers.mjs').Task} Task
 * @typedef {import('./peers.mjs').Outputs} Outputs
 *
 * @typedef {object} Workload one activation at one size, with all that a fresh process needs to know
 * @property {Task} task
 * @property {number} size
 * @property {import('./measure.mjs').Timing} timing
 *
 * @typedef {object} PeerResult
 * @property {string} name
 * @property {string} version
 * @property {number[]} times milliseconds a call, by round
 * @property {number} difference largest from what activation-lab gives
 * @property {boolean} agrees with the others, so that its time may be compared
 *
 * @typedef {object} WorkloadResult
 * @property {PeerResult[]} peers
 * @property {number[] | null} forwardTimes of activation-lab for f alone, where the task asks for f and f'
 * @property {Record<string, string>} failures why a peer did not run
 */

/** @param {Task} task @param {import('./peers.mjs').Place} place @param {Float32Array} x */
async function prepareAll(task, place, x) {
  const participants = [];
  /** @type {Record<string, string>} */
  const failures = {};
  for (const peer of peers.filter((candidate) => candidate.supports(task))) {
    try {
      const { version, run } = await peer.prepare(task, place);
      participants.push({ name: peer.name, version, run, outputs: await run(x) });
    } catch (error) {
      failures[peer.name] = error instanceof Error ? error.message : String(error);
    }
  }
  return { participants, failures };
}

/** @param {Task} task @param {import('./peers.mjs').Place} place @param {Float32Array} x */
async function forwardCase(task, place, x) {
  const own = peers.find(({ name }) => name === OWN);
  if (!own || task.order === 0) return [];
  const { run } = await own.prepare({ ...task, order: 0 }, place);
  return [{ name: `${OWN} forward`, run: () => run(x) }];
}

/**
 * To be called once in a process or page.
 *
 * @param {Workload} workload
 * @param {import('./peers.mjs').Place} place
 * @returns {Promise<WorkloadResult>}
 */
export async function runWorkload({ task, size, timing }, place) {
  const x = randomInput(size);
  const { participants, failures } = await prepareAll(task, place, x);
  const agreed = agreeing(participants, TOLERANCE);
  const reference = participants.find(({ name }) => name === OWN)?.outputs ?? [];
  const differences = participants.map(({ outputs }) => largestDifference(reference, outputs));

  const cases = participants.map(({ name, run }) => ({ name, run: () => run(x) }));
  const times = await measure([...cases, ...(await forwardCase(task, place, x))], timing);
  return {
    peers: participants.map(({ name, version }, index) => ({
      name,
      version,
      times: times[index] ?? [],
      difference: differences[index] ?? Number.NaN,
      agrees: agreed.includes(name),
    })),
    forwardTimes: times[participants.length] ?? null,
    failures,
  };
}
