import { loadWasm } from '../../tensorflow/load.mjs';

/**
 * @typedef {import('../../tensorflow/load.mjs').TensorFlow} TensorFlow
 * @typedef {import('@tensorflow/tfjs-core').Tensor} Tensor
 */

/**
 * The activations that TensorFlow.js has as an operation, and those of its layers, composed as the layers do it.
 *
 * @type {Record<string, (tf: TensorFlow, x: Tensor, parameters: any) => Tensor>}
 */
const OPERATIONS = {
  abs: (tf, x) => tf.abs(x),
  arctan: (tf, x) => tf.atan(x),
  asinh: (tf, x) => tf.asinh(x),
  celu: (tf, x) => tf.elu(x),
  cosine: (tf, x) => tf.cos(x),
  elu: (tf, x) => tf.elu(x),
  erf: (tf, x) => tf.erf(x),
  exponential: (tf, x) => tf.exp(x),
  gelu: (tf, x) => tf.mul(tf.mul(0.5, x), tf.add(1, tf.erf(tf.mul(x, Math.SQRT1_2)))),
  gelu_quick: (tf, x) => tf.mul(tf.sigmoid(tf.mul(x, 1.702)), x),
  gelu_tanh: (tf, x) => {
    const cubic = tf.add(x, tf.mul(0.044715, tf.pow(x, 3)));
    return tf.mul(0.5, tf.mul(x, tf.add(1, tf.tanh(tf.mul(Math.sqrt(2 / Math.PI), cubic)))));
  },
  hardsigmoid: (tf, x) => tf.clipByValue(tf.add(tf.mul(1 / 6, x), 0.5), 0, 1),
  hardsigmoid_onnx: (tf, x) => tf.clipByValue(tf.add(tf.mul(0.2, x), 0.5), 0, 1),
  hardswish: (tf, x) => tf.mul(x, tf.mul(1 / 6, tf.relu6(tf.add(x, 3)))),
  hardtanh: (tf, x, { min_val, max_val }) => tf.clipByValue(x, min_val, max_val),
  leaky_relu: (tf, x, { negative_slope }) => tf.leakyRelu(x, negative_slope),
  logsigmoid: (tf, x) => tf.logSigmoid(x),
  mish: (tf, x) => tf.mul(x, tf.tanh(tf.softplus(x))),
  prelu: (tf, x, { weight }) => tf.prelu(x, tf.tensor1d([weight])),
  relu: (tf, x) => tf.relu(x),
  relu6: (tf, x) => tf.relu6(x),
  rrelu: (tf, x, { lower, upper }) => tf.leakyRelu(x, (lower + upper) / 2),
  selu: (tf, x) => tf.selu(x),
  sigmoid: (tf, x) => tf.sigmoid(x),
  sign: (tf, x) => tf.sign(x),
  silu: (tf, x) => tf.mul(tf.sigmoid(x), x),
  sine: (tf, x, { omega }) => tf.sin(tf.mul(x, omega)),
  softplus: (tf, x) => tf.softplus(x),
  softsign: (tf, x) => tf.div(x, tf.add(tf.abs(x), 1)),
  square: (tf, x) => tf.square(x),
  step: (tf, x) => tf.step(x),
  swish_beta: (tf, x, { beta }) => tf.mul(tf.sigmoid(tf.mul(x, beta)), x),
  tanh: (tf, x) => tf.tanh(x),
  tanhshrink: (tf, x) => tf.sub(x, tf.tanh(x)),
};

/** @type {import('../peers.mjs').Peer} */
export const peer = {
  name: 'tfjs-wasm',

  supports: ({ key }) => key in OPERATIONS,

  async prepare({ key, order, parameters }, { root }) {
    const { tf, version } = await loadWasm(root);
    /** @param {Tensor} x */
    const f = (x) =>
      /** @type {NonNullable<typeof OPERATIONS[string]>} */ (OPERATIONS[key])(tf, x, parameters);
    const valueAndGradient = tf.valueAndGrad(f);
    /** @param {Tensor} tensor */
    const numbers = (tensor) => /** @type {Float32Array} */ (tensor.dataSync());

    return {
      version,
      run(x) {
        tf.engine().startScope();
        try {
          if (order === 0) return [numbers(f(tf.tensor1d(x)))];
          const { value, grad } = valueAndGradient(tf.tensor1d(x));
          return [numbers(value), numbers(grad)];
        } finally {
          tf.engine().endScope();
        }
      },
    };
  },
};
