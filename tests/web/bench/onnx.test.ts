import { describe, expect, it } from 'vitest';
import { ACTIVATIONS } from '../../bench/onnx/activations.mjs';
import { Graph } from '../../bench/onnx/graph.mjs';
import { Model } from '../../bench/onnx/schema.mjs';

const decode = (bytes: Uint8Array) => Model.toObject(Model.decode(bytes), { longs: Number, arrays: true });

describe('Graph', () => {
  it('is written as a model of one graph', () => {
    const graph = new Graph();
    const y = graph.add('LeakyRelu', [graph.x], { alpha: 0.25 });
    const { graph: written, opset_import } = decode(graph.encode([y, graph.add('Mul', [y, 2])]));
    expect(opset_import).toHaveLength(1);
    expect(written.input.map(({ name }: { name: string }) => name)).toEqual(['x']);
    expect(written.output).toHaveLength(2);
    expect(written.node).toMatchObject([
      { op_type: 'LeakyRelu', input: ['x'], attribute: [{ name: 'alpha', f: 0.25, type: 1 }] },
      { op_type: 'Mul', input: [y, written.initializer[0].name] },
    ]);
    expect(written.initializer).toMatchObject([{ data_type: 1, float_data: [2] }]);
  });

  it('writes text attributes as bytes', () => {
    const graph = new Graph();
    const { graph: written } = decode(graph.encode([graph.add('Gelu', [graph.x], { approximate: 'tanh' })]));
    expect(new TextDecoder().decode(written.node[0].attribute[0].s)).toBe('tanh');
    expect(written.node[0].attribute[0].type).toBe(3);
  });
});

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
