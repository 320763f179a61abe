import { layOutNetwork, type NetworkLayout } from '../../../plot/network-layout';

/** Smallest widths of a column: room for its head. */
const END_COLUMN = 56;
const LAYER_COLUMN = 108;

const NODES = { smallestNode: 26, largestNode: 52, gap: 0.34 } as const;
const HEIGHT = 300;

/** Where the units of a network are drawn: the inputs, each hidden layer, the outputs. */
export function networkColumns(
  inputs: number,
  hidden: readonly number[],
  outputs: number,
  width: number,
): NetworkLayout {
  return layOutNetwork([inputs, ...hidden, outputs], {
    ...NODES,
    width,
    height: HEIGHT,
    columns: [END_COLUMN, ...hidden.map(() => LAYER_COLUMN), END_COLUMN],
  });
}
