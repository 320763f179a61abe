import { OWN } from '../names.mjs';

/**
 * @typedef {import('./tasks.mjs').Task} Task
 * @typedef {import('./tasks.mjs').Setup} Setup
 * @typedef {import('../compare.mjs').Place} Place
 *
 * @typedef {object} Trainer of one network; takes the samples in the order of the data, again and again
 * @property {string} version of what is loaded, and how it is set up
 * @property {() => unknown} [enter] called before a turn of calls, and not timed
 * @property {(count: number) => unknown} step trains on so many batches
 * @property {() => Float32Array} parameters a copy, in PyTorch's order
 * @property {(parameters: Float32Array) => void} setParameters begins again with the first sample
 * @property {(size: number) => any} maps the activation of every unit over a grid, as its users get it
 * @property {(maps: any) => import('./unit-maps.mjs').UnitMaps} [toUnitMaps] where `maps` gives something else
 *
 * @typedef {object} Peer one file of the folder `peers`
 * @property {string} name
 * @property {(task: Task) => boolean} supports answers without loading anything
 * @property {boolean} [updatesEverySample] has no batches, so that a step is as many updates as a batch has samples
 * @property {(setup: Setup, place: Place) => Promise<Trainer>} create with the parameters of the set-up
 */

const modules = /** @type {Record<string, { peer: Peer }>} */ (
  import.meta.glob('./peers/*.mjs', { eager: true })
);

/** All peers, ours first. They share no loops: what one does would decide how the others are compiled. */
export const peers = Object.values(modules)
  .map(({ peer }) => peer)
  .sort((a, b) => Number(b.name === OWN) - Number(a.name === OWN));
