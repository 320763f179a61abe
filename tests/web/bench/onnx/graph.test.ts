import { describe, expect, it } from 'vitest';
import { Graph } from '../../../bench/onnx/graph.mjs';
import { Model } from '../../../bench/onnx/schema.mjs';

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

  it('holds matrices, and inputs of several columns', () => {
    const graph = new Graph(2);
    const product = graph.add('MatMul', [graph.x, { dims: [2, 1], values: [3, 4] }]);
    const { graph: written } = decode(graph.encode([product]));
    expect(written.initializer).toMatchObject([{ dims: [2, 1], data_type: 1, float_data: [3, 4] }]);
    expect(written.input[0].type.tensor_type.shape.dim).toEqual([{ dim_param: 'n' }, { dim_value: 2 }]);
  });

  it('writes text attributes as bytes', () => {
    const graph = new Graph();
    const { graph: written } = decode(graph.encode([graph.add('Gelu', [graph.x], { approximate: 'tanh' })]));
    expect(new TextDecoder().decode(written.node[0].attribute[0].s)).toBe('tanh');
    expect(written.node[0].attribute[0].type).toBe(3);
  });
});
