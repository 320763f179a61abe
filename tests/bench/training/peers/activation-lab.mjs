import { OWN } from '../../names.mjs';
import { HALF_WIDTH } from '../data.mjs';
import { specOf } from '../spec.mjs';

/** @param {import('../peers.mjs').Place} place */
async function load({ root, module }) {
  const { loadTrainingLab } = await import(/* @vite-ignore */ new URL(module, root).href);
  return loadTrainingLab();
}

/** @type {import('../peers.mjs').Peer} */
export const peer = {
  name: OWN,

  supports: () => true,

  async create(setup, place) {
    const lab = await load(place);
    const trainer = lab.trainer(specOf(setup));
    const square = {
      x1Minimum: -HALF_WIDTH,
      x1Maximum: HALF_WIDTH,
      x2Minimum: -HALF_WIDTH,
      x2Maximum: HALF_WIDTH,
    };
    trainer.setInitialWeights(setup.parameters);
    return {
      version: place.module,
      step: (count) => trainer.step(count),
      parameters: () => trainer.weights(),
      setParameters: (parameters) => trainer.setInitialWeights(parameters),
      maps: (size) => trainer.grid({ ...square, size, units: true }),

      /** @param {import('../../../../web/src/engine/training/observation.ts').Planes} planes */
      toUnitMaps: ({ size, count, values }) =>
        Array.from({ length: count }, (_, plane) =>
          values.subarray(plane * size ** 2, (plane + 1) * size ** 2),
        ),
    };
  },
};
