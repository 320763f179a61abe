import type { ActivationInfo, FrameworkCode } from '../../engine/catalogue';
import { fillTemplate } from '../../exchange/template';
import type { Chosen } from '../../state/chosen-field';
import { pythonFloat, pythonNumber } from './float32';
import { rowOf, type Tensor } from './tensor';

export interface CodeStage {
  readonly activation: Chosen;
  readonly info: ActivationInfo;
}

/** `nn.ELU(alpha={alpha})` with the chosen numbers is `nn.ELU(alpha=1.5)`. */
export const filledIn = (template: string, parameters: Readonly<Record<string, number>>): string =>
  fillTemplate(template, parameters, pythonNumber);

const IMPORTS: readonly (readonly [used: RegExp, line: string])[] = [
  [/\bmath\./, 'import math'],
  [/\btorch\./, 'import torch'],
  [/\bnn\./, 'import torch.nn as nn'],
  [/\bF\./, 'import torch.nn.functional as F'],
];

const INDENT = '        ';

/** `relu`, `sigmoid`, `relu_2`: the activation's key, numbered from its second use on. */
function memberNames(stages: readonly CodeStage[]): string[] {
  const uses = new Map<string, number>();
  return stages.map(({ info: { key } }) => {
    const use = (uses.get(key) ?? 0) + 1;
    uses.set(key, use);
    return use === 1 ? key : `${key}_${use}`;
  });
}

function isModule({ pytorchModule }: FrameworkCode): boolean {
  return pytorchModule !== '';
}

function moduleLines(stages: readonly CodeStage[]): string[] {
  const names = memberNames(stages);
  const members = stages.flatMap(({ info, activation }, index) =>
    isModule(info.code)
      ? [`${INDENT}self.${names[index]} = ${filledIn(info.code.pytorchModule, activation.parameters)}`]
      : [],
  );
  const steps = stages.map(({ info, activation }, index) => {
    const applied = isModule(info.code)
      ? `self.${names[index]}(x)`
      : filledIn(info.code.pytorch, activation.parameters);
    return `${INDENT}x = ${applied}`;
  });
  return [
    'class ActivationModule(nn.Module):',
    '    def __init__(self):',
    `${INDENT}super().__init__()`,
    ...members,
    '',
    '    def forward(self, x):',
    ...steps,
    `${INDENT}return x`,
  ];
}

/** A vector on one line, a matrix with a line for each row. */
function tensorLiteral(tensor: Tensor): string {
  const rows = Array.from(
    { length: tensor.rows },
    (_, row) => `[${Array.from(rowOf(tensor, row), pythonFloat).join(', ')}]`,
  );
  if (tensor.rank === 1) return rows.join();
  return ['[', ...rows.map((row) => `    ${row},`), ']'].join('\n');
}

/** A program that runs the same pipeline in PyTorch and prints its values and gradient. */
export function pytorchProgram(input: Tensor, stages: readonly CodeStage[]): string {
  const body = [
    ...moduleLines(stages),
    '',
    '',
    // Randomized ReLU draws its slope at random until it is told that this is not training.
    'model = ActivationModule().eval()',
    `inputs = torch.tensor(${tensorLiteral(input)}, requires_grad=True)`,
    'outputs = model(inputs)',
    'outputs.sum().backward()',
    '',
    'print("Inputs:", inputs.detach())',
    'print("Outputs:", outputs.detach())',
    'print("Gradient:", inputs.grad)',
    '',
  ].join('\n');
  const imports = IMPORTS.filter(([used]) => used.test(body)).map(([, line]) => line);
  return [...imports, '', '', body].join('\n');
}
