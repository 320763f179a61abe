import type { ExportLab } from '../export-lab';
import type { TrainedLayer, TrainedNetwork } from '../trained-network';
import { type Dialect, forwardLines } from './forward';
import { type ArrayRules, arrayExpression, entryLines, indented } from './text';

export const TENSORS: ArrayRules = {
  literal: (list) => `torch.tensor(${list})`,
  decoder: 'floats',
  definition: [
    'def floats(text):',
    '    return torch.frombuffer(bytearray(base64.b64decode(text)), dtype=torch.float32)',
  ],
};

const DIALECT: Dialect = {
  dense: 'linear',
  code: 'pytorch',
  identity: 'x',
  functions: 'torch',
  axis: 'dim',
  training: '',
};

const NORMALIZATIONS = { layer: 'LayerNorm', batch: 'BatchNorm1d' } as const;

function memberLines({ inputs, units, bias, normalization, slope }: TrainedLayer, number: number): string[] {
  const withoutBias = bias ? '' : ', bias=False';
  return [
    `self.linear${number} = nn.Linear(${inputs}, ${units}${withoutBias})`,
    ...(normalization ? [`self.norm${number} = nn.${NORMALIZATIONS[normalization.kind]}(${units})`] : []),
    ...(slope === null ? [] : [`self.prelu${number} = nn.PReLU()`]),
  ];
}

export function classLines(network: TrainedNetwork, lab: ExportLab): string[] {
  const members = network.layers.flatMap((layer, index) => memberLines(layer, index + 1));
  return [
    'class Network(nn.Module):',
    '    def __init__(self):',
    ...indented(['super().__init__()', ...members], 2),
    '',
    '    def forward(self, x):',
    ...indented(forwardLines(network, DIALECT, lab), 2),
  ];
}

function stateEntries(layer: TrainedLayer, number: number): string[] {
  const { inputs, units, weights, bias, normalization, slope } = layer;
  const entry = (name: string, values: Float32Array, shape: readonly number[] = [values.length]) =>
    `"${name}": ${arrayExpression(values, shape, TENSORS)}`;
  const norm = `norm${number}`;
  return [
    entry(`linear${number}.weight`, weights, [units, inputs]),
    ...(bias ? [entry(`linear${number}.bias`, bias)] : []),
    ...(normalization
      ? [entry(`${norm}.weight`, normalization.scale), entry(`${norm}.bias`, normalization.shift)]
      : []),
    ...(normalization?.kind === 'batch'
      ? [
          entry(`${norm}.running_mean`, normalization.runningMean),
          entry(`${norm}.running_var`, normalization.runningVariance),
          `"${norm}.num_batches_tracked": torch.tensor(0)`,
        ]
      : []),
    ...(slope === null ? [] : [entry(`prelu${number}.weight`, Float32Array.of(slope))]),
  ];
}

export function modelLines({ layers }: TrainedNetwork): string[] {
  const entries = layers.flatMap((layer, index) => stateEntries(layer, index + 1));
  return ['model = Network()', 'model.load_state_dict({', ...entries.flatMap(entryLines), '})'];
}
