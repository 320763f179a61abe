import { rowsOf, targetsOf } from './data.mjs';
import { parameterCount, splitParameters } from './network.mjs';
import { gridPoints, mapsOfLayers } from './unit-maps.mjs';

/**
 * @typedef {import('@tensorflow/tfjs-core').Tensor} Tensor
 * @typedef {import('@tensorflow/tfjs-core').Tensor2D} Tensor2D
 * @typedef {import('../tensorflow/load.mjs').TensorFlow} TensorFlow
 * @typedef {import('./network.mjs').Network} Network
 */

/**
 * @param {TensorFlow} tf
 * @param {import('./tasks.mjs').Setup} setup
 * @returns {{ x: Tensor2D, y: Tensor2D }[]} all batches of an epoch
 */
function makeBatches(tf, { network, data, batchSize }) {
  const rows = rowsOf(data).map((row) => Array.from(row));
  const targets = targetsOf(network, data);
  return Array.from({ length: rows.length / batchSize }, (_, batch) => {
    const samples = /** @type {const} */ ([batch * batchSize, (batch + 1) * batchSize]);
    return { x: tf.tensor2d(rows.slice(...samples)), y: tf.tensor2d(targets.slice(...samples)) };
  });
}

/** @param {TensorFlow} tf @param {Network} network */
function makeVariables(tf, { layers }) {
  return layers.map(({ inputs, width, activation }) => ({
    kernel: tf.variable(/** @type {Tensor2D} */ (tf.zeros([inputs, width]))),
    bias: tf.variable(tf.zeros([width])),
    activate: (/** @type {Tensor} */ x) => (activation === 'linear' ? x : tf[activation](x)),
  }));
}

/**
 * @param {import('../tensorflow/load.mjs').Loaded} loaded
 * @param {string} backend
 * @param {import('./tasks.mjs').Setup} setup
 * @returns {import('./peers.mjs').Trainer}
 */
export function makeTrainer({ tf, version }, backend, setup) {
  const { network } = setup;
  const batches = makeBatches(tf, setup);
  const layers = makeVariables(tf, network);
  const variables = layers.flatMap(({ kernel, bias }) => [kernel, bias]);
  const optimizer = tf.train.sgd(setup.learningRate);
  let next = 0;
  /** @type {Tensor2D | undefined} */
  let points;

  /** @param {Tensor} x @returns {Tensor[]} of each layer */
  function forward(x) {
    /** @type {Tensor[]} */
    const outputs = [];
    for (const { kernel, bias, activate } of layers) {
      outputs.push(activate(tf.add(tf.matMul(outputs.at(-1) ?? x, kernel), bias)));
    }
    return outputs;
  }

  function loss() {
    const { x, y } = /** @type {{ x: Tensor2D, y: Tensor2D }} */ (batches[next]);
    const output = /** @type {Tensor2D} */ (forward(x).at(-1));
    return network.loss === 'half_squared'
      ? /** @type {import('@tensorflow/tfjs-core').Scalar} */ (
          tf.mul(0.5, tf.losses.meanSquaredError(y, output))
        )
      : /** @type {import('@tensorflow/tfjs-core').Scalar} */ (tf.losses.softmaxCrossEntropy(y, output));
  }

  /** @param {Float32Array} parameters */
  function setParameters(parameters) {
    tf.tidy(() => {
      splitParameters(network, parameters).forEach(({ weights, biases }, index) => {
        const layer = layers[index];
        const [inputs = 0, width = 0] = layer?.kernel.shape ?? [];
        layer?.kernel.assign(tf.transpose(tf.tensor2d(weights, [width, inputs])));
        layer?.bias.assign(tf.tensor1d(biases));
      });
    });
    next = 0;
  }

  setParameters(setup.parameters);
  return {
    version,
    enter: () => tf.setBackend(backend),
    setParameters,

    parameters() {
      const parameters = new Float32Array(parameterCount(network));
      splitParameters(network, parameters).forEach(({ weights, biases }, index) => {
        const { kernel, bias } = /** @type {typeof layers[number]} */ (layers[index]);
        const transposed = tf.transpose(kernel);
        weights.set(transposed.dataSync());
        transposed.dispose();
        biases.set(bias.dataSync());
      });
      return parameters;
    },

    step(count) {
      for (let step = 0; step < count; step++) {
        optimizer.minimize(loss, false, variables);
        next = next + 1 === batches.length ? 0 : next + 1;
      }
    },

    maps(size) {
      if (points?.shape[0] !== size * size) points = tf.tensor2d(gridPoints(size), [size * size, 2]);
      // Not by tidy, which would look for tensors among the numbers.
      tf.engine().startScope();
      try {
        return forward(points).map((output) => output.dataSync());
      } finally {
        tf.engine().endScope();
      }
    },

    toUnitMaps: (activations) => mapsOfLayers(network, activations),
  };
}
