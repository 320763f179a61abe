import { peer as plain } from './peers/plain-javascript.mjs';
import { trains } from './tasks.mjs';
import { prepareWork } from './works.mjs';

/**
 * @typedef {import('./peers.mjs').Peer} Peer
 * @typedef {import('./tasks.mjs').Task} Task
 * @typedef {import('./tasks.mjs').Setup} Setup
 * @typedef {import('../compare.mjs').Place} Place
 */

/**
 * What a peer without batches should come to.
 *
 * @param {Task} task @param {Setup} setup @param {Place} place
 */
async function expectedBySample({ work }, setup, place) {
  const trainer = await plain.create({ ...setup, batchSize: 1 }, place);
  const step = (/** @type {number} */ count) => trainer.step(count * setup.batchSize);
  return prepareWork(work, { ...trainer, step }, setup).trial();
}

/**
 * @param {Peer} peer
 * @param {Task} task
 * @param {Setup} setup
 * @param {Place} place
 * @returns {Promise<Omit<import('../compare.mjs').Participant, 'name'>>}
 */
export async function prepareTraining({ create, updatesEverySample = false }, task, setup, place) {
  const trainer = await create(setup, place);
  const { run, trial } = prepareWork(task.work, trainer, setup);
  const prepared = { version: trainer.version, enter: trainer.enter, run, outputs: await trial() };
  if (!updatesEverySample || !trains(task)) return prepared;
  return {
    ...prepared,
    expected: await expectedBySample(task, setup, place),
    remark: 'updates after every sample; compared by samples a second, and checked against batches of one',
  };
}
