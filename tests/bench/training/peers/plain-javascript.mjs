import { PLAIN } from '../../names.mjs';
import { rowsOf, targetsOf } from '../data.mjs';
import { gather, scatter } from '../network.mjs';
import { PlainNetwork } from '../plain-network.mjs';
import { coordinate, emptyMaps } from '../unit-maps.mjs';

/** @type {import('../peers.mjs').Peer} */
export const peer = {
  name: PLAIN,

  supports: () => true,

  async create({ network, data, batchSize, learningRate, parameters }) {
    const rows = rowsOf(data).map((row) => Float64Array.from(row));
    const targets = targetsOf(network, data).map((row) => Float64Array.from(row));
    const plain = new PlainNetwork(network);
    let next = 0;
    let maps = emptyMaps(network, 0);

    scatter(parameters, plain.parameters);
    return {
      version: 'loops over typed arrays',

      parameters: () => gather(plain.parameters),

      setParameters(values) {
        scatter(values, plain.parameters);
        next = 0;
      },

      step(count) {
        for (let step = 0; step < count; step++) {
          for (let sample = 0; sample < batchSize; sample++) {
            plain.accumulate(rows[next] ?? [], targets[next] ?? []);
            next = next + 1 === rows.length ? 0 : next + 1;
          }
          plain.update(learningRate / batchSize);
        }
      },

      maps(size) {
        if (maps[0]?.length !== size * size) maps = emptyMaps(network, size);
        const x = new Float64Array(2);
        for (let row = 0, point = 0; row < size; row++) {
          x[1] = coordinate(size - 1 - row, size);
          for (let column = 0; column < size; column++, point++) {
            x[0] = coordinate(column, size);
            plain.forward(x);
            plain.copyOutputs(maps, point);
          }
        }
        return maps;
      },
    };
  },
};
