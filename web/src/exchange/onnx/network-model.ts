import type { Feature } from '../../engine/training/spec';
import { allParameters, type ExportLab, entryOf } from '../export-lab';
import { featureExpression } from '../features';
import type { LayerNormalization, TrainedLayer, TrainedNetwork } from '../trained-network';
import { addActivation } from './activation';
import { Compiler } from './compile';
import { parseExpression } from './expression';
import { Graph } from './graph';
import { encodeModel } from './messages';

/** The engine's and PyTorch's. */
const EPSILON = 1e-5;

function addFeatures(graph: Graph, inputs: string, features: readonly Feature[]): string {
  if (features.length === 0) return inputs;
  const column = (name: string, index: number) =>
    graph.add('Gather', [inputs, graph.indices(name, [index])], {}, { axis: 1 });
  const usesSecond = features.some((feature) => /x2/.test(feature));
  const compiler = new Compiler(graph, {
    x1: column('first_column', 0),
    ...(usesSecond ? { x2: column('second_column', 1) } : {}),
  });
  const columns = features.map((feature) =>
    compiler.compile(parseExpression(featureExpression(feature, 'torch'))),
  );
  return graph.add('Concat', columns, {}, { axis: 1 });
}

function addNormalization(
  graph: Graph,
  x: string,
  normalization: LayerNormalization,
  named: (name: string, values: Float32Array) => string,
): string {
  const affine = [named('norm.weight', normalization.scale), named('norm.bias', normalization.shift)];
  if (normalization.kind === 'layer') {
    return graph.add('LayerNormalization', [x, ...affine], { epsilon: EPSILON }, { axis: -1 });
  }
  const running = [
    named('norm.running_mean', normalization.runningMean),
    named('norm.running_var', normalization.runningVariance),
  ];
  return graph.add('BatchNormalization', [x, ...affine, ...running], { epsilon: EPSILON });
}

function addLayer(graph: Graph, x: string, layer: TrainedLayer, number: number, lab: ExportLab): string {
  const { inputs, units, weights, bias, normalization, slope, setup } = layer;
  const named = (name: string, values: Float32Array, shape = [values.length]) =>
    graph.tensor(`layer${number}.${name}`, values, shape);
  const products = [x, named('weight', weights, [units, inputs]), ...(bias ? [named('bias', bias)] : [])];
  const sum = graph.add('Gemm', products, {}, { transB: 1 });
  const normalized = normalization ? addNormalization(graph, sum, normalization, named) : sum;

  const info = entryOf(lab.catalogue.activations, setup.activation);
  const learned = slope === null ? {} : Object.fromEntries(info.parameters.map(({ key }) => [key, slope]));
  const parameters = allParameters(info.parameters, { ...setup.activationParameters, ...learned });
  const activation = addActivation(graph, normalized, info, parameters);
  return setup.residual ? graph.add('Add', [activation, x]) : (activation as string);
}

/** See `toOnnx`. */
export function networkModel({ setup, layers }: TrainedNetwork, lab: ExportLab): Uint8Array<ArrayBuffer> {
  const graph = new Graph();
  const input = { name: 'inputs', width: setup.columns };
  const result = layers.reduce(
    (x, layer, index) => addLayer(graph, x, layer, index + 1, lab),
    addFeatures(graph, input.name, setup.features),
  );
  return encodeModel(graph.model(input, result, layers.at(-1)?.units ?? 0));
}
