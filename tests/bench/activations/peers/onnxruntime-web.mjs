import { loadRuntime } from '../../onnx/load.mjs';
import { ACTIVATIONS } from '../onnx-graphs.mjs';

/** @param {import('../peers.mjs').Task} task @returns {Promise<{ model: Uint8Array, outputs: string[] }>} */
async function buildModel({ key, order, parameters }) {
  const { Graph } = await import('../../onnx/graph.mjs');
  const activation = /** @type {import('../onnx-graphs.mjs').ActivationGraph} */ (ACTIVATIONS[key]);
  const graph = new Graph();
  const value = activation.value(graph, parameters);
  const derivative = order === 1 ? activation.derivative?.(graph, value, parameters) : undefined;
  const outputs = derivative ? [value, derivative] : [value];
  return { model: graph.encode(outputs), outputs };
}

/** @type {import('../peers.mjs').Peer} */
export const peer = {
  name: 'onnxruntime-web',

  supports: ({ key, order }) => Boolean(order === 0 ? ACTIVATIONS[key] : ACTIVATIONS[key]?.derivative),

  async prepare(task, { root }) {
    const [{ ort, version }, { model, outputs }] = await Promise.all([loadRuntime(root), buildModel(task)]);
    const session = await ort.InferenceSession.create(model, { executionProviders: ['wasm'] });
    return {
      version,
      async run(x) {
        const results = await session.run({ x: new ort.Tensor('float32', x, [x.length]) });
        return outputs.map((output) => /** @type {Float32Array} */ (results[output]?.data));
      },
    };
  },
};
