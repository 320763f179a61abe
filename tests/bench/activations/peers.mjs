import { OWN, PLAIN } from '../names.mjs';

/**
 * What is timed: from a Float32Array of the caller to Float32Arrays of the caller, all copies included. A peer that can
 * write into given arrays does so, call after call; others give new ones, as their users get them.
 *
 * @typedef {import('../agreement.mjs').Outputs} Outputs
 * @typedef {import('../compare.mjs').Place} Place
 * @typedef {(x: Float32Array) => Outputs | Promise<Outputs>} Run
 *
 * @typedef {object} Task
 * @property {string} key of an activation
 * @property {Readonly<Record<string, number>>} parameters
 * @property {0 | 1} order 0: f; 1: f and f'
 * @property {string} javascript expression of `x` for f, as the catalogue has it
 * @property {string} javascriptDerivative the same for f'
 *
 * @typedef {object} Prepared
 * @property {string} version of what is loaded, and how it is set up
 * @property {Run} run
 *
 * @typedef {object} Peer one file of the folder `peers`
 * @property {string} name
 * @property {(task: Task) => boolean} supports answers without loading anything
 * @property {(task: Task, place: Place) => Promise<Prepared>} prepare
 */

const modules = /** @type {Record<string, { peer: Peer }>} */ (
  import.meta.glob('./peers/*.mjs', { eager: true })
);

/** All peers, ours first. */
export const peers = Object.values(modules)
  .map(({ peer }) => peer)
  .sort((a, b) => Number(b.name === OWN) - Number(a.name === OWN));

/** @param {Task} task @returns {boolean} a library offers it, so that there is more than a plain loop to compare with */
export function isShared(task) {
  return peers.some((peer) => peer.name !== OWN && peer.name !== PLAIN && peer.supports(task));
}
