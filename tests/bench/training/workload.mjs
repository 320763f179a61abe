import { compare, prepareEach } from '../compare.mjs';
import { peers } from './peers.mjs';
import { prepareTraining } from './prepare.mjs';
import { makeSetup } from './tasks.mjs';

/** Above what float32 does in some steps, far below what another order of the samples or another rate would do. */
const TOLERANCE = 1e-5;

/** @typedef {import('../workload.mjs').Workload & { task: import('./tasks.mjs').Task }} Workload */

/**
 * @param {Workload} workload
 * @param {import('../compare.mjs').Place} place
 * @returns {Promise<import('../workload.mjs').WorkloadResult>}
 */
export async function runWorkload({ task, timing }, place) {
  const setup = makeSetup(task);
  const able = peers.filter((peer) => peer.supports(task));
  const { participants, failures } = await prepareEach(able, (peer) =>
    prepareTraining(peer, task, setup, place),
  );
  const results = await compare(participants, TOLERANCE, timing);
  return { peers: results.peers, forwardTimes: null, failures };
}
