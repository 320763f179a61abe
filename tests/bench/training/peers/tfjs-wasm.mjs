import { loadWasm } from '../../tensorflow/load.mjs';
import { makeTrainer } from '../tensorflow-trainer.mjs';

/** @type {import('../peers.mjs').Peer} */
export const peer = {
  name: 'tfjs-wasm',

  supports: () => true,

  create: async (setup, { root }) => makeTrainer(await loadWasm(root), 'wasm', setup),
};
