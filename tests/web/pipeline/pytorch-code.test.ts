import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { runPipeline } from '../../../web/src/elements/tensor-pipeline/evaluate-pipeline';
import { EXAMPLE_TENSOR } from '../../../web/src/elements/tensor-pipeline/pipeline-state';
import {
  type CodeStage,
  filledIn,
  pytorchProgram,
} from '../../../web/src/elements/tensor-pipeline/pytorch-code';
import { printTensor } from '../../../web/src/elements/tensor-pipeline/pytorch-print';
import type { Tensor } from '../../../web/src/elements/tensor-pipeline/tensor';
import type { Lab } from '../../../web/src/engine/activation-lab';
import { defaultChoice } from '../../../web/src/state/chosen-field';
import { loadBuiltLab } from '../engine/support';

let lab: Lab;
beforeAll(async () => {
  lab = await loadBuiltLab();
});

function stages(...keys: string[]): CodeStage[] {
  return keys.map((key) => {
    const info = lab.catalogue.activations.find((known) => known.key === key);
    if (info === undefined) throw new Error(`no ${key}`);
    return { info, activation: defaultChoice(info) };
  });
}

describe('pytorchProgram', () => {
  it('writes the example as a module', () => {
    expect(pytorchProgram(EXAMPLE_TENSOR, stages('relu', 'sigmoid'))).toBe(`import torch
import torch.nn as nn


class ActivationModule(nn.Module):
    def __init__(self):
        super().__init__()
        self.relu = nn.ReLU()
        self.sigmoid = nn.Sigmoid()

    def forward(self, x):
        x = self.relu(x)
        x = self.sigmoid(x)
        return x


model = ActivationModule().eval()
inputs = torch.tensor([
    [0.5, -0.6],
    [-1.0, 3.0],
    [1.5, -2.0],
], requires_grad=True)
outputs = model(inputs)
outputs.sum().backward()

print("Inputs:", inputs.detach())
print("Outputs:", outputs.detach())
print("Gradient:", inputs.grad)
`);
  });

  it('numbers what is used twice', () => {
    const program = pytorchProgram(EXAMPLE_TENSOR, stages('relu', 'tanh', 'relu'));
    expect(program).toContain('self.relu_2 = nn.ReLU()');
    expect(program).toContain('x = self.relu_2(x)');
  });

  it('writes a vector on one line', () => {
    const vector: Tensor = { rank: 1, rows: 1, columns: 3, values: Float32Array.of(1, -Infinity, 1e-7) };
    expect(pytorchProgram(vector, stages('relu'))).toContain(
      "inputs = torch.tensor([1.0, float('-inf'), 1e-07], requires_grad=True)",
    );
  });
});

describe('filledIn', () => {
  it('puts numbers in place of names', () => {
    expect(filledIn('nn.Hardtanh({low}, {high})', { low: -1.5, high: 1e-7 })).toBe(
      'nn.Hardtanh(-1.5, 1e-07)',
    );
  });
});

const pythonWithPyTorch = ['python3', '/usr/bin/python3'].find(
  (python) => spawnSync(python, ['-c', 'import torch']).status === 0,
);

/** Runs programs in one Python and gives what each printed, or the error it ended with. */
const RUNNER = `
import contextlib, io, json, sys
def run(program):
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        try:
            exec(program, {"__name__": "__main__"})
        except Exception as error:
            print(repr(error))
    return output.getvalue()
print(json.dumps([run(program) for program in json.load(sys.stdin)]))
`;

/** No kink, where versions of PyTorch differ, and nothing so large that its float32 gradients lose digits. */
const MODERATE_TENSOR: Tensor = {
  rank: 2,
  rows: 3,
  columns: 2,
  values: Float32Array.of(0.5, -0.6, -1.1, 1.7, 1.5, -2.2),
};

describe.skipIf(pythonWithPyTorch === undefined)('in PyTorch, where it is installed', () => {
  it('every activation runs and prints what the page shows', () => {
    const infos = lab.catalogue.activations;
    const programs = infos.map(({ key }) => pytorchProgram(MODERATE_TENSOR, stages(key)));
    const { stdout, stderr } = spawnSync(pythonWithPyTorch ?? '', ['-c', RUNNER], {
      input: JSON.stringify(programs),
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    const printed = JSON.parse(stdout) as string[];
    const shown = infos.map((info) => {
      const run = runPipeline(lab, MODERATE_TENSOR, [defaultChoice(info)]);
      const outputs = run.stages[0]?.output ?? MODERATE_TENSOR;
      return [
        `Inputs: ${printTensor(run.input)}`,
        `Outputs: ${printTensor(outputs)}`,
        `Gradient: ${printTensor(run.inputGradient)}`,
        '',
      ].join('\n');
    });
    expect(Object.fromEntries(infos.map(({ key }, index) => [key, printed[index]]))).toEqual(
      Object.fromEntries(infos.map(({ key }, index) => [key, shown[index]])),
    );
  });
});
