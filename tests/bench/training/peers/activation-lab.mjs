import { OWN } from '../../names.mjs';
import { HALF_WIDTH } from '../data.mjs';
import { specOf } from '../spec.mjs';

/** @typedef {import('../../../../web/src/engine/activation-lab.ts').TrainingLab} TrainingLab */

/** @param {import('../peers.mjs').Place} place @returns {Promise<TrainingLab>} */
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
    let into = new Float32Array();

    trainer.setInitialWeights(setup.parameters);
    return {
      version: place.module,
      step: (count) => trainer.step(count),
      parameters: () => trainer.weights(),
      setParameters: (parameters) => trainer.setInitialWeights(parameters),

      maps(size) {
        const { unitCount } = trainer.shape;
        if (into.length !== unitCount * size ** 2) into = new Float32Array(unitCount * size ** 2);
        return trainer.grid({ ...square, size, units: true, into });
      },

      /** @param {import('../../../../web/src/engine/activation-lab.ts').Planes} planes */
      toUnitMaps: ({ size, count, values }) =>
        Array.from({ length: count }, (_, plane) =>
          values.subarray(plane * size ** 2, (plane + 1) * size ** 2),
        ),
    };
  },
};
