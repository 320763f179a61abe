import { describe, expect, it } from 'vitest';
import { ACTIVATIONS } from '../../../bench/activations/onnx-graphs.mjs';
import { Graph } from '../../../bench/onnx/graph.mjs';
import { Model } from '../../../bench/onnx/schema.mjs';

const decode = (bytes: Uint8Array) => Model.toObject(Model.decode(bytes), { longs: Number, arrays: true });

describe('ACTIVATIONS', () => {
  // Any parameter, whatever its name.
  const parameters = new Proxy({}, { get: () => 0.5 });

  it.each(Object.entries(ACTIVATIONS))('%s reads only values that are there', (_, { value, derivative }) => {
    const graph = new Graph();
    const y = value(graph, parameters);
    const outputs = derivative ? [y, derivative(graph, y, parameters)] : [y];
    const { node, initializer } = decode(graph.encode(outputs)).graph;
    const names = [graph.x, ...[...node, ...initializer].map(({ name }: { name: string }) => name)];
    for (const { input } of node) for (const name of input) expect(names).toContain(name);
    for (const output of outputs) expect(names).toContain(output);
  });
});
