/**
 * @typedef {import('./network.mjs').Network} Network
 * @typedef {{ readonly length: number, [index: number]: any }} Numbers all of which are there: no check in hot loops
 *
 * @typedef {object} PlainLayer
 * @property {number} inputs
 * @property {number} width
 * @property {import('./network.mjs').ActivationName} activation
 * @property {Numbers & Float64Array} weights row by row, one row a unit
 * @property {Numbers & Float64Array} biases
 * @property {Numbers & Float64Array} weightGradients sums over the samples of a batch
 * @property {Numbers & Float64Array} biasGradients
 * @property {Numbers & Float64Array} outputs
 * @property {Numbers & Float64Array} deltas derivatives of the loss by the pre-activations
 */

/** @param {PlainLayer} layer @param {Numbers} x */
function forwardLayer({ inputs, width, activation, weights, biases, outputs }, x) {
  for (let unit = 0, w = 0; unit < width; unit++) {
    let sum = biases[unit];
    for (let i = 0; i < inputs; i++, w++) sum += weights[w] * x[i];
    outputs[unit] = sum;
  }
  if (activation === 'tanh') {
    for (let unit = 0; unit < width; unit++) outputs[unit] = Math.tanh(outputs[unit]);
  } else if (activation === 'relu') {
    for (let unit = 0; unit < width; unit++) outputs[unit] = outputs[unit] > 0 ? outputs[unit] : 0;
  }
}

/** From derivatives by the activations to those by the pre-activations. @param {PlainLayer} layer */
function applyDerivative({ width, activation, outputs, deltas }) {
  if (activation === 'tanh') {
    for (let unit = 0; unit < width; unit++) deltas[unit] *= 1 - outputs[unit] * outputs[unit];
  } else if (activation === 'relu') {
    for (let unit = 0; unit < width; unit++) if (outputs[unit] === 0) deltas[unit] = 0;
  }
}

/** @param {PlainLayer} layer @param {Numbers} target */
function softmaxDeltas({ width, outputs, deltas }, target) {
  let largest = outputs[0];
  for (let unit = 1; unit < width; unit++) if (outputs[unit] > largest) largest = outputs[unit];
  let sum = 0;
  for (let unit = 0; unit < width; unit++) {
    deltas[unit] = Math.exp(outputs[unit] - largest);
    sum += deltas[unit];
  }
  for (let unit = 0; unit < width; unit++) deltas[unit] = deltas[unit] / sum - target[unit];
}

/** @param {PlainLayer} layer @param {Numbers} x */
function accumulateLayer({ inputs, width, weightGradients, biasGradients, deltas }, x) {
  for (let unit = 0, w = 0; unit < width; unit++) {
    const delta = deltas[unit];
    biasGradients[unit] += delta;
    for (let i = 0; i < inputs; i++, w++) weightGradients[w] += delta * x[i];
  }
}

/** @param {PlainLayer} layer @param {Numbers & Float64Array} errors of its inputs */
function backwardLayer({ inputs, width, weights, deltas }, errors) {
  errors.fill(0);
  for (let unit = 0, w = 0; unit < width; unit++) {
    const delta = deltas[unit];
    for (let i = 0; i < inputs; i++, w++) errors[i] += delta * weights[w];
  }
}

/** @param {Numbers} parameters @param {Numbers & Float64Array} gradients are zeroed @param {number} rate */
function descend(parameters, gradients, rate) {
  for (let i = 0; i < parameters.length; i++) parameters[i] -= rate * gradients[i];
  gradients.fill(0);
}

/** A network as one writes it by hand: loops over typed arrays in double precision, sample by sample. */
export class PlainNetwork {
  #loss;
  /** @type {{ readonly length: number, [index: number]: any } & PlainLayer[]} */
  #layers;

  /** @param {Network} network */
  constructor({ layers, loss }) {
    this.#loss = loss;
    this.#layers = layers.map((layer) => ({
      ...layer,
      weights: new Float64Array(layer.inputs * layer.width),
      biases: new Float64Array(layer.width),
      weightGradients: new Float64Array(layer.inputs * layer.width),
      biasGradients: new Float64Array(layer.width),
      outputs: new Float64Array(layer.width),
      deltas: new Float64Array(layer.width),
    }));
  }

  /** Of each layer the weights, then the biases. */
  get parameters() {
    return this.#layers.flatMap(({ weights, biases }) => [weights, biases]);
  }

  /** @param {Numbers} x */
  forward(x) {
    forwardLayer(this.#layers[0], x);
    for (let l = 1; l < this.#layers.length; l++) forwardLayer(this.#layers[l], this.#layers[l - 1].outputs);
  }

  /** @param {Numbers} x @param {Numbers} target */
  accumulate(x, target) {
    this.forward(x);
    const last = this.#layers[this.#layers.length - 1];
    if (this.#loss === 'softmax_cross_entropy') {
      softmaxDeltas(last, target);
    } else {
      for (let unit = 0; unit < last.width; unit++) last.deltas[unit] = last.outputs[unit] - target[unit];
      applyDerivative(last);
    }
    for (let l = this.#layers.length - 1; l > 0; l--) {
      const previous = this.#layers[l - 1];
      accumulateLayer(this.#layers[l], previous.outputs);
      backwardLayer(this.#layers[l], previous.deltas);
      applyDerivative(previous);
    }
    accumulateLayer(this.#layers[0], x);
  }

  /** @param {number} rate for the sum over the batch */
  update(rate) {
    for (const { weights, biases, weightGradients, biasGradients } of this.#layers) {
      descend(weights, weightGradients, rate);
      descend(biases, biasGradients, rate);
    }
  }

  /** @param {readonly (Numbers & Float32Array)[]} maps one a unit @param {number} point */
  copyOutputs(maps, point) {
    let map = 0;
    for (const { width, outputs } of this.#layers) {
      for (let unit = 0; unit < width; unit++, map++) {
        /** @type {Numbers} */ (maps[map])[point] = outputs[unit];
      }
    }
  }
}
