/**
 * @typedef {import('../onnx/graph.mjs').Graph} Graph
 * @typedef {import('../onnx/graph.mjs').Value} Value
 *
 * @typedef {object} ActivationGraph
 * @property {(g: Graph, parameters: any) => Value} value
 * @property {(g: Graph, y: Value, parameters: any) => Value} [derivative] may use the value y; absent: not offered
 */

/** @param {Graph} g @param {Value | number} yes @param {Value | number} no */
const positive = (g, yes, no) => g.add('Where', [g.add('Greater', [g.x, 0]), yes, no]);

/** @param {Graph} g @param {number} low @param {number} high @param {Value | number} yes */
const within = (g, low, high, yes) => {
  const inside = g.add('And', [g.add('Greater', [g.x, low]), g.add('Less', [g.x, high])]);
  return g.add('Where', [inside, yes, 0]);
};

/** @param {Graph} g @param {number} lambda */
const beyond = (g, lambda) => g.add('Where', [g.add('Greater', [g.add('Abs', [g.x]), lambda]), 1, 0]);

/** @param {Graph} g @param {Value} v */
const square = (g, v) => g.add('Mul', [v, v]);

/** x sigmoid(b x). @param {Graph} g @param {number} b @returns {Value} */
const swish = (g, b) => {
  const scaled = b === 1 ? g.x : g.add('Mul', [g.x, b]);
  return g.add('Mul', [g.x, g.add('Sigmoid', [scaled])]);
};

/** s + b y (1 - s). @param {Graph} g @param {Value} y @param {number} b */
const swishDerivative = (g, y, b) => {
  const s = g.add('Sigmoid', [b === 1 ? g.x : g.add('Mul', [g.x, b])]);
  const slope = g.add('Mul', [y, g.add('Sub', [1, s])]);
  return g.add('Add', [s, b === 1 ? slope : g.add('Mul', [slope, b])]);
};

/** @param {Graph} g @param {number} factor @param {number} exponent */
const gaussian = (g, factor, exponent) =>
  g.add('Mul', [factor, g.add('Exp', [g.add('Mul', [exponent, square(g, g.x)])])]);

/** @param {(parameters: any) => number} slope @returns {ActivationGraph} */
const leaky = (slope) => ({
  value: (g, p) => g.add('LeakyRelu', [g.x], { alpha: slope(p) }),
  derivative: (g, _, p) => positive(g, 1, slope(p)),
});

/** @param {number} alpha @returns {ActivationGraph} */
const hardSigmoid = (alpha) => ({
  value: (g) => g.add('HardSigmoid', [g.x], { alpha, beta: 0.5 }),
  derivative: (g) => within(g, -0.5 / alpha, 0.5 / alpha, alpha),
});

const SELU_SCALE = 1.0507009873554805;
const SELU_SCALE_ALPHA = 1.7580993408473766;

/** @type {Record<string, ActivationGraph>} */
export const ACTIVATIONS = {
  abs: { value: (g) => g.add('Abs', [g.x]), derivative: (g) => g.add('Sign', [g.x]) },
  arctan: {
    value: (g) => g.add('Atan', [g.x]),
    derivative: (g) => g.add('Div', [1, g.add('Add', [1, square(g, g.x)])]),
  },
  asinh: {
    value: (g) => g.add('Asinh', [g.x]),
    derivative: (g) => g.add('Div', [1, g.add('Sqrt', [g.add('Add', [1, square(g, g.x)])])]),
  },
  celu: {
    value: (g, { alpha }) => g.add('Celu', [g.x], { alpha }),
    derivative: (g, y, { alpha }) => positive(g, 1, g.add('Add', [g.add('Div', [y, alpha]), 1])),
  },
  cosine: {
    value: (g) => g.add('Cos', [g.x]),
    derivative: (g) => g.add('Neg', [g.add('Sin', [g.x])]),
  },
  elu: {
    value: (g, { alpha }) => g.add('Elu', [g.x], { alpha }),
    derivative: (g, y, { alpha }) => positive(g, 1, g.add('Add', [y, alpha])),
  },
  erf: {
    value: (g) => g.add('Erf', [g.x]),
    derivative: (g) => gaussian(g, 2 / Math.sqrt(Math.PI), -1),
  },
  exponential: {
    value: (g) => g.add('Exp', [g.x]),
    derivative: (g, y) => g.add('Identity', [y]),
  },
  gelu: {
    value: (g) => g.add('Gelu', [g.x]),
    derivative: (g) => {
      const doubled = g.add('Add', [1, g.add('Erf', [g.add('Mul', [g.x, Math.SQRT1_2])])]);
      const density = gaussian(g, 1 / Math.sqrt(2 * Math.PI), -0.5);
      return g.add('Add', [g.add('Mul', [0.5, doubled]), g.add('Mul', [g.x, density])]);
    },
  },
  gelu_quick: { value: (g) => swish(g, 1.702), derivative: (g, y) => swishDerivative(g, y, 1.702) },
  gelu_tanh: { value: (g) => g.add('Gelu', [g.x], { approximate: 'tanh' }) },
  hardshrink: {
    value: (g, { lambd }) => g.add('Shrink', [g.x], { lambd, bias: 0 }),
    derivative: (g, _, { lambd }) => beyond(g, lambd),
  },
  hardsigmoid: hardSigmoid(1 / 6),
  hardsigmoid_onnx: hardSigmoid(0.2),
  hardswish: { value: (g) => g.add('HardSwish', [g.x]) },
  hardtanh: {
    value: (g, { min_val, max_val }) => g.add('Clip', [g.x, min_val, max_val]),
    derivative: (g, _, { min_val, max_val }) => within(g, min_val, max_val, 1),
  },
  leaky_relu: leaky(({ negative_slope }) => negative_slope),
  logsigmoid: {
    value: (g) => g.add('Neg', [g.add('Softplus', [g.add('Neg', [g.x])])]),
    derivative: (g) => g.add('Sigmoid', [g.add('Neg', [g.x])]),
  },
  mish: {
    value: (g) => g.add('Mish', [g.x]),
    derivative: (g) => {
      const t = g.add('Tanh', [g.add('Softplus', [g.x])]);
      const slope = g.add('Mul', [g.add('Sigmoid', [g.x]), g.add('Sub', [1, square(g, t)])]);
      return g.add('Add', [t, g.add('Mul', [g.x, slope])]);
    },
  },
  prelu: {
    value: (g, { weight }) => g.add('PRelu', [g.x, weight]),
    derivative: (g, _, { weight }) => positive(g, 1, weight),
  },
  relu: { value: (g) => g.add('Relu', [g.x]), derivative: (g, y) => g.add('Sign', [y]) },
  relu6: { value: (g) => g.add('Clip', [g.x, 0, 6]), derivative: (g) => within(g, 0, 6, 1) },
  rrelu: leaky(({ lower, upper }) => (lower + upper) / 2),
  selu: {
    value: (g) => g.add('Selu', [g.x]),
    derivative: (g, y) => positive(g, SELU_SCALE, g.add('Add', [y, SELU_SCALE_ALPHA])),
  },
  sigmoid: {
    value: (g) => g.add('Sigmoid', [g.x]),
    derivative: (g, y) => g.add('Mul', [y, g.add('Sub', [1, y])]),
  },
  sign: { value: (g) => g.add('Sign', [g.x]) },
  silu: { value: (g) => swish(g, 1), derivative: (g, y) => swishDerivative(g, y, 1) },
  sine: {
    value: (g, { omega }) => g.add('Sin', [g.add('Mul', [g.x, omega])]),
    derivative: (g, _, { omega }) => g.add('Mul', [omega, g.add('Cos', [g.add('Mul', [g.x, omega])])]),
  },
  softplus: { value: (g) => g.add('Softplus', [g.x]), derivative: (g) => g.add('Sigmoid', [g.x]) },
  softshrink: {
    value: (g, { lambd }) => g.add('Shrink', [g.x], { lambd, bias: lambd }),
    derivative: (g, _, { lambd }) => beyond(g, lambd),
  },
  softsign: {
    value: (g) => g.add('Softsign', [g.x]),
    derivative: (g) => g.add('Div', [1, square(g, g.add('Add', [1, g.add('Abs', [g.x])]))]),
  },
  sparse_sigmoid: hardSigmoid(0.5),
  square: {
    value: (g) => square(g, g.x),
    derivative: (g) => g.add('Mul', [2, g.x]),
  },
  swish_beta: {
    value: (g, { beta }) => swish(g, beta),
    derivative: (g, y, { beta }) => swishDerivative(g, y, beta),
  },
  tanh: { value: (g) => g.add('Tanh', [g.x]), derivative: (g, y) => g.add('Sub', [1, square(g, y)]) },
  tanhshrink: {
    value: (g) => g.add('Sub', [g.x, g.add('Tanh', [g.x])]),
    derivative: (g) => square(g, g.add('Tanh', [g.x])),
  },
  thresholded_relu: {
    value: (g, { theta }) => g.add('ThresholdedRelu', [g.x], { alpha: theta }),
    derivative: (g, _, { theta }) => g.add('Where', [g.add('Greater', [g.x, theta]), 1, 0]),
  },
};
