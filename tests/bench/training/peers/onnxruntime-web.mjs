import { loadRuntime } from '../../onnx/load.mjs';
import { splitParameters } from '../network.mjs';
import { trains } from '../tasks.mjs';
import { gridPoints, mapsOfLayers } from '../unit-maps.mjs';

const OPERATORS = { tanh: 'Tanh', relu: 'Relu', linear: 'Identity' };

/** @param {import('../tasks.mjs').Setup} setup */
async function buildModel({ network, parameters }) {
  const { Graph } = await import('../../onnx/graph.mjs');
  const graph = new Graph(network.inputs);
  const split = splitParameters(network, parameters);
  let x = graph.x;
  const outputs = network.layers.map(({ inputs, width, activation }, index) => {
    const { weights = new Float32Array(), biases = new Float32Array() } = split[index] ?? {};
    const transposed = weights.map((_, i) => Number(weights[(i % width) * inputs + Math.floor(i / width)]));
    const product = graph.add('MatMul', [x, { dims: [inputs, width], values: transposed }]);
    x = graph.add(OPERATORS[activation], [graph.add('Add', [product, { dims: [width], values: biases }])]);
    return x;
  });
  return { model: graph.encode(outputs), outputs };
}

/** @returns {never} */
function refuse() {
  throw new Error('ONNX Runtime Web runs networks, but trains none');
}

/** @type {import('../peers.mjs').Peer} */
export const peer = {
  name: 'onnxruntime-web',

  supports: (task) => !trains(task),

  async create(setup, { root }) {
    const [{ ort, version }, { model, outputs }] = await Promise.all([loadRuntime(root), buildModel(setup)]);
    const session = await ort.InferenceSession.create(model, { executionProviders: ['wasm'] });
    /** @type {import('onnxruntime-web').Tensor | undefined} */
    let points;
    return {
      version,
      step: refuse,
      parameters: refuse,
      setParameters: refuse,

      async maps(size) {
        if (points?.dims[0] !== size * size) {
          points = new ort.Tensor('float32', gridPoints(size), [size * size, 2]);
        }
        const results = await session.run({ x: points });
        return outputs.map((output) => /** @type {Float32Array} */ (results[output]?.data));
      },

      toUnitMaps: (activations) => mapsOfLayers(setup.network, activations),
    };
  },
};
