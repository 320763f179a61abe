import type { TrainerSpec } from '../../../../web/src/engine/activation-lab';

/** Four points, of which no straight line separates the classes. */
export const XOR: TrainerSpec = {
  layers: [{ width: 4 }, { width: 1, activation: 'identity' }],
  learningRate: 0.5,
  batchSize: 2,
  data: {
    train: { columns: 2, inputs: [-1, 1, -1, 1, -1, -1, 1, 1], targets: [0, 1, 1, 0] },
    test: { columns: 2, inputs: [-0.5, 0.5, 0.5, 0.5], targets: [1, 0] },
  },
};

/** A data set of the catalogue that every activation can learn something of. */
export const CIRCLE: TrainerSpec = {
  layers: [{ width: 4, activation: 'relu' }, { width: 1, activation: 'identity' }],
  data: { dataset: 'circle', samples: 200, noise: 0.1 },
};
