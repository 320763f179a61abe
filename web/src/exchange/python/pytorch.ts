import { allParameters, type ExportLab, entryOf } from '../export-lab';
import type { TrainedNetwork } from '../trained-network';
import { classLines, modelLines, TENSORS } from './pytorch-model';
import { pytorchOptimizer } from './pytorch-optimizer';
import { scheduleFactor } from './rate-schedule';
import { hasSignedTargets } from './target-coding';
import { fillCode, type Imports, type ProgramOptions, program } from './text';
import { dataLines, presentedSamples } from './training-data';

const IMPORTS: Imports = [
  [/\bbase64\./, 'import base64'],
  [/\bmath\./, 'import math'],
  [/\b(?:base64|math)\./, ''],
  [/^/, 'import torch'],
  [/\bF\./, 'import torch.nn.functional as F'],
  [/^/, 'from torch import nn'],
];

function targetLines(network: TrainedNetwork, lab: ExportLab): string[] {
  const { task, classes } = network.setup;
  const signed = hasSignedTargets(network, lab) ? ['targets = 2 * targets - 1'] : [];
  if (task === 'multi_class') return [`targets = F.one_hot(targets.long(), ${classes}).float()`, ...signed];
  return ['targets = targets.reshape(-1, 1)', ...(task === 'binary' ? signed : [])];
}

function penaltyLines({ setup: { l1, l2 } }: TrainedNetwork): string[] {
  const terms = [
    ...(l1 > 0 ? [fillCode('{l1} * w.abs().sum()', { l1 })] : []),
    ...(l2 > 0 ? [fillCode('{half} * (w * w).sum()', { half: l2 / 2 })] : []),
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

function trainingLines({ setup }: TrainedNetwork, lab: ExportLab): string[] {
  const loss = entryOf(lab.choices.losses, setup.loss);
  const schedules = setup.schedule.kind !== 'constant';
  return [
    `loss_function = ${fillCode(loss.pytorch, allParameters(loss.parameters, setup.lossParameters))}`,
    `optimizer = ${pytorchOptimizer(setup, lab).use}`,
    ...(schedules ? ['scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, rate_factor)'] : []),
  ];
}

function loopLines(network: TrainedNetwork): string[] {
  const { l1, l2, clipNorm, schedule, shuffle } = network.setup;
  const { batch, kept } = presentedSamples(network);
  const order = shuffle ? 'torch.randperm(len(inputs))' : 'torch.arange(len(inputs))';
  const clip = fillCode('nn.utils.clip_grad_norm_(model.parameters(), {clipNorm})', { clipNorm });
  return [
    'def train(epochs):',
    '    model.train()',
    '    for _ in range(epochs):',
    `        for batch in ${order}${kept}.split(${batch}):`,
    '            optimizer.zero_grad()',
    '            loss = loss_function(model(inputs[batch]), targets[batch])',
    ...(l1 > 0 || l2 > 0 ? ['            loss = loss + penalty()'] : []),
    '            loss.backward()',
    ...(clipNorm > 0 ? [`            ${clip}`] : []),
    '            optimizer.step()',
    ...(schedule.kind === 'constant' ? [] : ['            scheduler.step()']),
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
    pytorchOptimizer(network.setup, lab).definition,
    classLines(network, lab),
    modelLines(network),
    [...dataLines(network, TENSORS), ...targetLines(network, lab)],
    penaltyLines(network),
    rateLines(network),
    trainingLines(network, lab),
    loopLines(network),
    MAIN,
  ];
  return program(blocks, IMPORTS, TENSORS, header);
}
