/**
 * A network as a graph of objects: the algorithm of TensorFlow Playground (github.com/tensorflow/playground, nn.ts,
 * Google, Apache License 2.0), written anew with its names. Regularisation and dead links, which nothing here uses, are
 * left out.
 *
 * @typedef {object} ActivationFunction
 * @property {(x: number) => number} output
 * @property {(x: number) => number} der
 *
 * @typedef {{ readonly length: number, [index: number]: any }} List whose elements are there: no check in hot loops
 * @typedef {List} ObjectGraph a list of nodes for each layer, the first one for the inputs
 */

/** @type {Record<'tanh' | 'relu', ActivationFunction>} */
export const Activations = {
  tanh: {
    output: (x) => Math.tanh(x),
    der(x) {
      const output = Activations.tanh.output(x);
      return 1 - output * output;
    },
  },
  relu: {
    output: (x) => Math.max(0, x),
    der: (x) => (x <= 0 ? 0 : 1),
  },
};

/** Half the squared error. */
const Errors = {
  /** @param {number} output @param {number} target */
  der: (output, target) => output - target,
};

class Link {
  weight = 0;
  errorDer = 0;
  accErrorDer = 0;
  numAccumulatedDers = 0;

  /** @param {Neuron} source @param {Neuron} dest */
  constructor(source, dest) {
    this.source = source;
    this.dest = dest;
  }
}

class Neuron {
  inputLinks = /** @type {List & Link[]} */ ([]);
  outputs = /** @type {List & Link[]} */ ([]);
  bias = 0;
  totalInput = 0;
  output = 0;
  outputDer = 0;
  inputDer = 0;
  accInputDer = 0;
  numAccumulatedDers = 0;

  /** @param {ActivationFunction} activation */
  constructor(activation) {
    this.activation = activation;
  }

  updateOutput() {
    this.totalInput = this.bias;
    for (let j = 0; j < this.inputLinks.length; j++) {
      const link = this.inputLinks[j];
      this.totalInput += link.weight * link.source.output;
    }
    this.output = this.activation.output(this.totalInput);
    return this.output;
  }
}

/**
 * @param {number} inputs
 * @param {readonly { readonly width: number, readonly activation: ActivationFunction }[]} layers
 * @returns {ObjectGraph} with weights and biases of 0
 */
export function buildNetwork(inputs, layers) {
  const network = [Array.from({ length: inputs }, () => new Neuron(Activations.tanh))];
  for (const { width, activation } of layers) {
    const previous = network.at(-1) ?? [];
    const layer = Array.from({ length: width }, () => new Neuron(activation));
    for (const dest of layer) {
      for (const source of previous) {
        const link = new Link(source, dest);
        source.outputs.push(link);
        dest.inputLinks.push(link);
      }
    }
    network.push(layer);
  }
  return network;
}

/** @param {ObjectGraph} network @param {List} inputs @returns {number} the output */
export function forwardProp(network, inputs) {
  const inputLayer = network[0];
  for (let i = 0; i < inputLayer.length; i++) inputLayer[i].output = inputs[i];
  for (let layerIdx = 1; layerIdx < network.length; layerIdx++) {
    const layer = network[layerIdx];
    for (let i = 0; i < layer.length; i++) layer[i].updateOutput();
  }
  return network[network.length - 1][0].output;
}

/** Adds to the accumulated derivatives. @param {ObjectGraph} network @param {number} target */
export function backProp(network, target) {
  const outputNode = network[network.length - 1][0];
  outputNode.outputDer = Errors.der(outputNode.output, target);
  for (let layerIdx = network.length - 1; layerIdx >= 1; layerIdx--) {
    const layer = network[layerIdx];
    for (let i = 0; i < layer.length; i++) {
      const node = layer[i];
      node.inputDer = node.outputDer * node.activation.der(node.totalInput);
      node.accInputDer += node.inputDer;
      node.numAccumulatedDers++;
    }
    for (let i = 0; i < layer.length; i++) {
      const node = layer[i];
      for (let j = 0; j < node.inputLinks.length; j++) {
        const link = node.inputLinks[j];
        link.errorDer = node.inputDer * link.source.output;
        link.accErrorDer += link.errorDer;
        link.numAccumulatedDers++;
      }
    }
    if (layerIdx === 1) continue;
    const previous = network[layerIdx - 1];
    for (let i = 0; i < previous.length; i++) {
      const node = previous[i];
      node.outputDer = 0;
      for (let j = 0; j < node.outputs.length; j++) {
        const link = node.outputs[j];
        node.outputDer += link.weight * link.dest.inputDer;
      }
    }
  }
}

/** By the mean of the accumulated derivatives. @param {ObjectGraph} network @param {number} learningRate */
export function updateWeights(network, learningRate) {
  for (let layerIdx = 1; layerIdx < network.length; layerIdx++) {
    const layer = network[layerIdx];
    for (let i = 0; i < layer.length; i++) {
      const node = layer[i];
      if (node.numAccumulatedDers > 0) {
        node.bias -= (learningRate * node.accInputDer) / node.numAccumulatedDers;
        node.accInputDer = 0;
        node.numAccumulatedDers = 0;
      }
      for (let j = 0; j < node.inputLinks.length; j++) {
        const link = node.inputLinks[j];
        if (link.numAccumulatedDers > 0) {
          link.weight -= (learningRate / link.numAccumulatedDers) * link.accErrorDer;
          link.accErrorDer = 0;
          link.numAccumulatedDers = 0;
        }
      }
    }
  }
}
