import { rowsOf, targetsOf } from '../data.mjs';
import { Activations, backProp, buildNetwork, forwardProp, updateWeights } from '../object-graph.mjs';
import { hasOneOutput } from '../tasks.mjs';
import { coordinate, emptyMaps } from '../unit-maps.mjs';

/** @typedef {{ readonly object: any, readonly key: string }} Slot of a parameter */

/** @param {import('../object-graph.mjs').ObjectGraph} graph @returns {Slot[]} in PyTorch's order */
function slotsOf(graph) {
  return Array.from(graph)
    .slice(1)
    .flatMap((nodes) => [
      ...nodes.flatMap((/** @type {any} */ node) =>
        node.inputLinks.map((/** @type {any} */ link) => ({ object: link, key: 'weight' })),
      ),
      ...nodes.map((/** @type {any} */ node) => ({ object: node, key: 'bias' })),
    ]);
}

/** @param {readonly Slot[]} slots @param {Float32Array} values */
function setParameters(slots, values) {
  for (const [index, { object, key }] of slots.entries()) object[key] = values[index];
}

/** @type {import('../peers.mjs').Peer} */
export const peer = {
  name: 'playground',

  supports: hasOneOutput,

  async create({ network, data, batchSize, learningRate, parameters }) {
    const rows = rowsOf(data).map((row) => Array.from(row));
    const targets = targetsOf(network, data).map(([target]) => Number(target));
    const graph = buildNetwork(
      network.inputs,
      network.layers.map(({ width, activation }) => ({
        width,
        activation: Activations[/** @type {'tanh' | 'relu'} */ (activation)],
      })),
    );
    const slots = slotsOf(graph);
    let next = 0;
    let maps = emptyMaps(network, 0);

    setParameters(slots, parameters);
    return {
      version: 'its algorithm, with objects for nodes and links',

      parameters: () => Float32Array.from(slots, ({ object, key }) => object[key]),

      setParameters(values) {
        setParameters(slots, values);
        next = 0;
      },

      step(count) {
        for (let step = 0; step < count; step++) {
          for (let sample = 0; sample < batchSize; sample++) {
            forwardProp(graph, /** @type {number[]} */ (rows[next]));
            backProp(graph, /** @type {number} */ (targets[next]));
            next = next + 1 === rows.length ? 0 : next + 1;
          }
          updateWeights(graph, learningRate);
        }
      },

      maps(size) {
        if (maps[0]?.length !== size * size) maps = emptyMaps(network, size);
        for (let row = 0, point = 0; row < size; row++) {
          for (let column = 0; column < size; column++, point++) {
            forwardProp(graph, [coordinate(column, size), coordinate(size - 1 - row, size)]);
            for (let layer = 1, unit = 0; layer < graph.length; layer++) {
              for (let i = 0; i < graph[layer].length; i++, unit++) {
                /** @type {Float32Array} */ (maps[unit])[point] = graph[layer][i].output;
              }
            }
          }
        }
        return maps;
      },
    };
  },
};
