import packageJson from '../../../../package.json' with { type: 'json' };
import { rowsOf, targetsOf } from '../data.mjs';
import { gather, scatter } from '../network.mjs';
import { hasOneOutput } from '../tasks.mjs';
import { coordinate, emptyMaps } from '../unit-maps.mjs';

/** @type {import('../peers.mjs').Peer} */
export const peer = {
  name: 'brain.js',

  // One activation for all layers, the squared error, and no batches.
  supports: (task) => hasOneOutput(task) && task.hidden === 'tanh',
  updatesEverySample: true,

  async create({ network, data, batchSize, learningRate, parameters }) {
    // The package as a whole brings WebGL along. Node.js and bundlers do not agree what the default of this module is.
    const { default: module } = await import('brain.js/dist/neural-network.js');
    const NeuralNetwork = module.default ?? module;
    const net = new NeuralNetwork({ activation: 'tanh', learningRate });
    // Its constructor refuses 0.
    net.trainOpts.momentum = 0;
    net.sizes = [network.inputs, ...network.layers.map(({ width }) => width)];
    net.initialize();
    /** @type {Float32Array[]} */
    const arrays = network.layers.flatMap((_, index) => [...net.weights[index + 1], net.biases[index + 1]]);
    const rows = rowsOf(data);
    const patterns = targetsOf(network, data).map((target, sample) => ({
      input: rows[sample],
      output: Float32Array.from(target),
    }));
    let next = 0;
    let maps = emptyMaps(network, 0);

    scatter(parameters, arrays);
    return {
      version: packageJson.devDependencies['brain.js'],

      parameters: () => gather(arrays),

      setParameters(values) {
        scatter(values, arrays);
        next = 0;
      },

      step(count) {
        for (let sample = 0; sample < count * batchSize; sample++) {
          net.trainPattern(patterns[next]);
          next = next + 1 === patterns.length ? 0 : next + 1;
        }
      },

      maps(size) {
        if (maps[0]?.length !== size * size) maps = emptyMaps(network, size);
        const x = new Float32Array(2);
        for (let row = 0, point = 0; row < size; row++) {
          x[1] = coordinate(size - 1 - row, size);
          for (let column = 0; column < size; column++, point++) {
            x[0] = coordinate(column, size);
            net.runInput(x);
            for (let layer = 1, unit = 0; layer < net.outputs.length; layer++) {
              const outputs = net.outputs[layer];
              for (let i = 0; i < outputs.length; i++, unit++) {
                /** @type {Float32Array} */ (maps[unit])[point] = outputs[i];
              }
            }
          }
        }
        return maps;
      },
    };
  },
};
