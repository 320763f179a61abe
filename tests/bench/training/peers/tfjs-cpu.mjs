import { loadCpu } from '../../tensorflow/load.mjs';
import { makeTrainer } from '../tensorflow-trainer.mjs';

/** @type {import('../peers.mjs').Peer} */
export const peer = {
  name: 'tfjs-cpu',

  supports: () => true,

  create: async (setup) => makeTrainer(await loadCpu(), 'cpu', setup),
};
