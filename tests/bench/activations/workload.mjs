import { compare, prepareEach } from '../compare.mjs';
import { OWN } from '../names.mjs';
import { peers } from './peers.mjs';
import { randomInput } from './random-input.mjs';

export { isShared } from './peers.mjs';

/** Far above the errors of float32, far below the difference between two definitions. */
const TOLERANCE = 1e-4;

/**
 * @typedef {import('./peers.mjs').Task} Task
 * @typedef {import('../compare.mjs').Place} Place
 * @typedef {import('../workload.mjs').Workload & { task: Task }} Workload one activation at one size, `work` values
 */

/** @param {Task} task @param {Place} place @param {Float32Array} x */
async function forwardCase(task, place, x) {
  const own = peers.find(({ name }) => name === OWN);
  if (!own || task.order === 0) return [];
  const { run } = await own.prepare({ ...task, order: 0 }, place);
  return [{ name: `${OWN} forward`, run: () => run(x) }];
}

/**
 * @param {Workload} workload
 * @param {Place} place
 * @returns {Promise<import('../workload.mjs').WorkloadResult>}
 */
export async function runWorkload({ task, work, timing }, place) {
  const x = randomInput(work);
  const able = peers.filter((peer) => peer.supports(task));
  const { participants, failures } = await prepareEach(able, async (peer) => {
    const { version, run } = await peer.prepare(task, place);
    return { version, run: () => run(x), outputs: await run(x) };
  });
  const results = await compare(participants, TOLERANCE, timing, await forwardCase(task, place, x));
  return { peers: results.peers, forwardTimes: results.otherTimes[0] ?? null, failures };
}
