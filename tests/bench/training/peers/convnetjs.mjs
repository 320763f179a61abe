import packageJson from '../../../../package.json' with { type: 'json' };
import { rowsOf, targetsOf } from '../data.mjs';
import { gather, scatter } from '../network.mjs';
import { coordinate, emptyMaps } from '../unit-maps.mjs';

/** @param {any} convnetjs @param {import('../network.mjs').Network} network */
function makeNet(convnetjs, { inputs, layers, loss }) {
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: inputs },
    ...layers.map(({ width, activation }) => ({
      type: 'fc',
      num_neurons: width,
      ...(activation === 'linear' ? {} : { activation }),
    })),
  ]);
  // Named in the list above, a loss would bring one more layer of weights.
  const Loss = loss === 'half_squared' ? convnetjs.RegressionLayer : convnetjs.SoftmaxLayer;
  net.layers.push(new Loss({ in_sx: 1, in_sy: 1, in_depth: layers.at(-1)?.width }));
  return net;
}

/** @type {import('../peers.mjs').Peer} */
export const peer = {
  name: 'convnetjs',

  supports: () => true,

  async create({ network, data, batchSize, learningRate, parameters }) {
    const { default: convnetjs } = await import('convnetjs');
    const net = makeNet(convnetjs, network);
    const trainer = new convnetjs.SGDTrainer(net, {
      learning_rate: learningRate,
      batch_size: batchSize,
      momentum: 0,
    });
    const samples = rowsOf(data).map((row) => new convnetjs.Vol(Array.from(row)));
    const targets = network.loss === 'half_squared' ? targetsOf(network, data) : Array.from(data.classes);
    /** @type {Float64Array[]} */
    const arrays = net.layers.flatMap((/** @type {any} */ { filters = [], biases }) => [
      ...filters.map((/** @type {any} */ { w }) => w),
      ...(biases ? [biases.w] : []),
    ]);
    const activations = net.layers.filter((/** @type {any} */ { layer_type: type }) =>
      ['tanh', 'relu'].includes(type),
    );
    let next = 0;
    let maps = emptyMaps(network, 0);

    scatter(parameters, arrays);
    return {
      version: packageJson.devDependencies.convnetjs,

      parameters: () => gather(arrays),

      setParameters(values) {
        scatter(values, arrays);
        next = 0;
      },

      step(count) {
        for (let sample = 0; sample < count * batchSize; sample++) {
          trainer.train(samples[next], targets[next]);
          next = next + 1 === samples.length ? 0 : next + 1;
        }
      },

      maps(size) {
        if (maps[0]?.length !== size * size) maps = emptyMaps(network, size);
        const x = new convnetjs.Vol([0, 0]);
        for (let row = 0, point = 0; row < size; row++) {
          x.w[1] = coordinate(size - 1 - row, size);
          for (let column = 0; column < size; column++, point++) {
            x.w[0] = coordinate(column, size);
            net.forward(x);
            for (let layer = 0, unit = 0; layer < activations.length; layer++) {
              const { w } = activations[layer].out_act;
              for (let i = 0; i < w.length; i++, unit++)
                /** @type {Float32Array} */ (maps[unit])[point] = w[i];
            }
          }
        }
        return maps;
      },
    };
  },
};
