/**
 * The set-up in the words of activation-lab.
 *
 * @param {import('./tasks.mjs').Setup} setup
 * @returns {import('../../../web/src/engine/training/spec.ts').TrainerSpec}
 */
export function specOf({ network, data, batchSize, learningRate }) {
  const isBinary = network.loss === 'half_squared';
  const samples = data.classes.length;
  const columnByColumn = data.inputs.map((_, index) =>
    Number(data.inputs[(index % samples) * data.columns + Math.floor(index / samples)]),
  );
  return {
    ...(isBinary
      ? { task: 'binary', targetCoding: 'minus_one_one' }
      : { task: 'multi_class', classes: network.layers.at(-1)?.width ?? 0 }),
    layers: network.layers.map(({ width, activation }) => ({
      width,
      activation: activation === 'linear' ? 'identity' : activation,
    })),
    loss: network.loss,
    optimizer: 'sgd',
    learningRate,
    batchSize,
    shuffle: false,
    data: { train: { columns: data.columns, inputs: columnByColumn, targets: data.classes } },
  };
}
