import { allParameters, type ExportLab, entryOf } from './export-lab';
import { featureExpression } from './features';
import {
  type ArrayRules,
  arrayExpression,
  entryLines,
  fillTemplate,
  indented,
  type ProgramOptions,
  type ProgramRules,
  program,
} from './python';
import { scheduleFactor } from './rate-schedule';
import { hasSignedTargets } from './target-coding';
import type { TrainedLayer, TrainedNetwork } from './trained-network';
import { presentedSamples, trainingData } from './training-data';

const ARRAYS: ArrayRules = { literal: (list) => `torch.tensor(${list})`, decoder: 'floats' };

const RULES: ProgramRules = {
  imports: [
    [/\bbase64\./, 'import base64'],
    [/\bmath\./, 'import math'],
    [/\b(?:base64|math)\./, ''],
    [/^/, 'import torch'],
    [/\bF\./, 'import torch.nn.functional as F'],
    [/^/, 'from torch import nn'],
  ],
  decoder: [
    'def floats(text):',
    '    return torch.frombuffer(bytearray(base64.b64decode(text)), dtype=torch.float32)',
  ],
};

/** Optimisers that PyTorch does not have. */
const OWN_OPTIMIZERS: Readonly<
  Record<string, { readonly definition: readonly string[]; readonly use: string }>
> = {
  lion: {
    definition: [
      'class Lion(torch.optim.Optimizer):',
      '    def __init__(self, params, lr, betas, weight_decay):',
      '        super().__init__(params, {"lr": lr, "betas": betas, "weight_decay": weight_decay})',
      '',
      '    @torch.no_grad()',
      '    def step(self):',
      '        for group in self.param_groups:',
      '            beta1, beta2 = group["betas"]',
      '            for p in group["params"]:',
      '                mean = self.state[p].setdefault("mean", torch.zeros_like(p))',
      '                direction = torch.sign(beta1 * mean + (1 - beta1) * p.grad)',
      '                mean.mul_(beta2).add_(p.grad, alpha=1 - beta2)',
      '                p.mul_(1 - group["lr"] * group["weight_decay"]).sub_(direction, alpha=group["lr"])',
    ],
    use: 'Lion(params, lr={lr}, betas=({beta1}, {beta2}), weight_decay={weight_decay})',
  },
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

function activationExpression({ setup, slope }: TrainedLayer, number: number, lab: ExportLab): string {
  if (slope !== null) return `self.prelu${number}(x)`;
  const { code, parameters } = entryOf(lab.catalogue.activations, setup.activation);
  return fillTemplate(code.pytorch, allParameters(parameters, setup.activationParameters));
}

function forwardLines(layer: TrainedLayer, number: number, lab: ExportLab): string[] {
  const activation = activationExpression(layer, number, lab);
  const { residual } = layer.setup;
  return [
    ...(residual ? ['skip = x'] : []),
    `x = self.linear${number}(x)`,
    ...(layer.normalization ? [`x = self.norm${number}(x)`] : []),
    ...(activation === 'x' ? [] : [`x = ${activation}`]),
    ...(residual ? ['x = x + skip'] : []),
  ];
}

function featureLines({ setup }: TrainedNetwork): string[] {
  if (setup.features.length === 0) return [];
  const expressions = setup.features.map((feature) => featureExpression(feature, 'torch'));
  const columns = setup.columns === 1 ? 'x1 = x[:, 0]' : 'x1, x2 = x[:, 0], x[:, 1]';
  return [columns, `x = torch.stack([${expressions.join(', ')}], dim=1)`];
}

function moduleLines(network: TrainedNetwork, lab: ExportLab): string[] {
  const lines = (of: (layer: TrainedLayer, number: number) => string[]) =>
    network.layers.flatMap((layer, index) => of(layer, index + 1));
  return [
    'class Network(nn.Module):',
    ...indented(['def __init__(self):']),
    ...indented(['super().__init__()', ...lines(memberLines)], 2),
    '',
    ...indented(['def forward(self, x):']),
    ...indented(
      [...featureLines(network), ...lines((layer, number) => forwardLines(layer, number, lab)), 'return x'],
      2,
    ),
  ];
}

function stateEntries(layer: TrainedLayer, number: number): string[] {
  const { inputs, units, weights, bias, normalization, slope } = layer;
  const vector = (name: string, values: Float32Array) =>
    `"${name}": ${arrayExpression(values, [values.length], ARRAYS)}`;
  return [
    `"linear${number}.weight": ${arrayExpression(weights, [units, inputs], ARRAYS)}`,
    ...(bias ? [vector(`linear${number}.bias`, bias)] : []),
    ...(normalization
      ? [
          vector(`norm${number}.weight`, normalization.scale),
          vector(`norm${number}.bias`, normalization.shift),
        ]
      : []),
    ...(normalization?.kind === 'batch'
      ? [
          vector(`norm${number}.running_mean`, normalization.runningMean),
          vector(`norm${number}.running_var`, normalization.runningVariance),
          `"norm${number}.num_batches_tracked": torch.tensor(0)`,
        ]
      : []),
    ...(slope === null ? [] : [vector(`prelu${number}.weight`, Float32Array.of(slope))]),
  ];
}

function modelLines({ layers }: TrainedNetwork): string[] {
  const entries = layers.flatMap((layer, index) => stateEntries(layer, index + 1));
  return ['model = Network()', 'model.load_state_dict({', ...entries.flatMap(entryLines), '})'];
}

function targetLines(network: TrainedNetwork, lab: ExportLab): string[] {
  const { task, classes } = network.setup;
  const oneColumn = 'targets = targets.reshape(-1, 1)';
  const signed = hasSignedTargets(network, lab) ? ['targets = 2 * targets - 1'] : [];
  if (task === 'multi_class') return [`targets = F.one_hot(targets.long(), ${classes}).float()`, ...signed];
  return task === 'binary' ? [oneColumn, ...signed] : [oneColumn];
}

function dataLines(network: TrainedNetwork, lab: ExportLab): string[] {
  const { samples, inputs, targets } = trainingData(network);
  return [
    `inputs = ${arrayExpression(inputs, [samples, network.setup.columns], ARRAYS)}`,
    `targets = ${arrayExpression(targets, [samples], ARRAYS)}`,
    ...targetLines(network, lab),
  ];
}

function penaltyLines({ setup: { l1, l2 } }: TrainedNetwork): string[] {
  const terms = [
    ...(l1 > 0 ? [fillTemplate('{l1} * w.abs().sum()', { l1 })] : []),
    ...(l2 > 0 ? [fillTemplate('{half} * (w * w).sum()', { half: l2 / 2 })] : []),
  ];
  if (terms.length === 0) return [];
  return [
    'def penalty():',
    '    weights = [module.weight for module in model.modules() if isinstance(module, nn.Linear)]',
    `    return sum(${terms.join(' + ')} for w in weights)`,
  ];
}

function rateLines({ setup, steps }: TrainedNetwork): string[] {
  const factor = scheduleFactor(setup.schedule, { floor: 'math.floor', cos: 'math.cos', minimum: 'min' });
  if (factor === null) return [];
  return ['def rate_factor(step):', ...(steps > 0 ? [`    step += ${steps}`] : []), `    return ${factor}`];
}

function optimizerUse({ setup }: TrainedNetwork, lab: ExportLab): string {
  const { key, pytorch, parameters } = entryOf(lab.choices.optimizers, setup.optimizer);
  const template = pytorch === '' ? OWN_OPTIMIZERS[key]?.use : pytorch;
  if (template === undefined) throw new RangeError(`no PyTorch code for ${key}`);
  const numbers = { ...allParameters(parameters, setup.optimizerParameters), lr: setup.learningRate };
  return fillTemplate(template, numbers).replace(/\bparams\b/, 'model.parameters()');
}

function trainingLines(network: TrainedNetwork, lab: ExportLab): string[] {
  const { setup } = network;
  const loss = entryOf(lab.choices.losses, setup.loss);
  const schedules = setup.schedule.kind !== 'constant';
  return [
    `loss_function = ${fillTemplate(loss.pytorch, allParameters(loss.parameters, setup.lossParameters))}`,
    `optimizer = ${optimizerUse(network, lab)}`,
    ...(schedules ? ['scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, rate_factor)'] : []),
  ];
}

function loopLines(network: TrainedNetwork): string[] {
  const { setup, targets } = network;
  const { batch, presented } = presentedSamples(network, targets.length);
  const order = setup.shuffle ? 'torch.randperm(len(inputs))' : 'torch.arange(len(inputs))';
  const kept = presented < targets.length ? `[:${presented}]` : '';
  return [
    'def train(epochs):',
    '    model.train()',
    '    for _ in range(epochs):',
    `        for batch in ${order}${kept}.split(${batch}):`,
    '            optimizer.zero_grad()',
    '            loss = loss_function(model(inputs[batch]), targets[batch])',
    ...(setup.l1 > 0 || setup.l2 > 0 ? ['            loss = loss + penalty()'] : []),
    '            loss.backward()',
    ...(setup.clipNorm > 0
      ? [
          fillTemplate('            nn.utils.clip_grad_norm_(model.parameters(), {norm})', {
            norm: setup.clipNorm,
          }),
        ]
      : []),
    '            optimizer.step()',
    ...(setup.schedule.kind === 'constant' ? [] : ['            scheduler.step()']),
    '    model.eval()',
  ];
}

const MAIN = [
  'if __name__ == "__main__":',
  '    model.eval()',
  '    with torch.no_grad():',
  '        print(model(inputs[:1]))',
  '        print(loss_function(model(inputs), targets))',
  '    train(epochs=10)',
  '    with torch.no_grad():',
  '        print(loss_function(model(inputs), targets))',
];

/**
 * A program for PyTorch, 1.13 or newer, that rebuilds the network with its weights to the last bit, its training data,
 * loss, optimiser and schedule; it prints what the network makes of the first sample and trains on. The optimiser begins
 * anew; shuffled samples come in another order than in the engine.
 */
export function toPyTorch(network: TrainedNetwork, lab: ExportLab, { header }: ProgramOptions = {}): string {
  const blocks = [
    OWN_OPTIMIZERS[network.setup.optimizer]?.definition ?? [],
    moduleLines(network, lab),
    modelLines(network),
    dataLines(network, lab),
    penaltyLines(network),
    rateLines(network),
    trainingLines(network, lab),
    loopLines(network),
    MAIN,
  ];
  return program(blocks, RULES, header);
}
