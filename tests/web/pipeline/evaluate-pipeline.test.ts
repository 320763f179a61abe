import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  multiply,
  type PipelineRun,
  runPipeline,
} from '../../../web/src/elements/tensor-pipeline/evaluate-pipeline';
import { EXAMPLE_TENSOR, pipelineCodec } from '../../../web/src/elements/tensor-pipeline/pipeline-state';
import { printTensor } from '../../../web/src/elements/tensor-pipeline/pytorch-print';
import type { Tensor } from '../../../web/src/elements/tensor-pipeline/tensor';
import type { Lab } from '../../../web/src/engine/activation-lab';
import { loadBuiltLab } from '../engine/support';

interface GoldenRun {
  readonly stages: string;
  readonly shape: readonly [number, number];
  readonly values: readonly (readonly number[])[];
  readonly gradients: readonly (readonly number[])[];
  readonly printed: string;
  readonly printedGradient: string;
}

const golden: readonly GoldenRun[] = JSON.parse(
  readFileSync(new URL('../../golden/pipeline.json', import.meta.url), 'utf8'),
);

let lab: Lab;
beforeAll(async () => {
  lab = await loadBuiltLab();
});

function floats(bits: readonly number[]): Float32Array {
  return new Float32Array(Uint32Array.from(bits).buffer);
}

/** Steps from one float32 to the other, counting through zero. */
function ulpDistance(a: number, b: number): number {
  const [left = 0, right = 0] = new Int32Array(Float32Array.of(a, b).buffer);
  const ordered = (bits: number): number => (bits < 0 ? -2147483648 - bits : bits);
  return Math.abs(ordered(left) - ordered(right));
}

/** Whether all values agree within a number of units in the last place, or within a rounding of numbers of size 1. */
function agree(a: Float32Array, b: Float32Array, ulps: number, absolute: number): boolean {
  return a.every((value, index) => {
    const other = b[index] ?? Number.NaN;
    return ulpDistance(value, other) <= ulps || Math.abs(value - other) <= absolute;
  });
}

function run(tensor: Tensor, stages: string): PipelineRun {
  const { state, problems } = pipelineCodec(lab.catalogue.activations).decode(`stages=${stages}`);
  expect(problems).toEqual([]);
  return runPipeline(lab, tensor, state.stages);
}

describe('runPipeline', () => {
  it.each(golden)(
    'agrees with PyTorch: $stages on shape $shape',
    ({ stages, shape, values, gradients, ...printed }) => {
      const [rows, columns] = shape;
      const result = run({ rank: 2, rows, columns, values: floats(values[0] ?? []) }, stages);

      const outputs = [result.input, ...result.stages.map(({ output }) => output)];
      const slopes = [result.inputGradient, ...result.stages.map(({ gradient }) => gradient)];
      // PyTorch's float32 forms of tanh' = 1 - y² and of old ELU lose digits where they subtract nearly equal numbers.
      const isExample = stages === 'relu,sigmoid' && rows === 3;
      const [ulps, absolute] = isExample ? [1, 0] : [2, 2e-7];
      outputs.forEach(({ values: ours }, stage) => {
        expect(agree(ours, floats(values[stage] ?? []), ulps, absolute)).toBe(true);
      });
      slopes.forEach(({ values: ours }, stage) => {
        expect(agree(ours, floats(gradients[stage] ?? []), ulps, absolute)).toBe(true);
      });
      expect(printTensor(outputs.at(-1) as Tensor)).toBe(printed.printed);
      expect(printTensor(result.inputGradient)).toBe(printed.printedGradient);
    },
  );

  it('never gets below 0.5 with ReLU and Sigmoid', () => {
    const values = Float32Array.of(-Infinity, -3.4e38, -1, -1e-45, -0, 0);
    const { stages } = run({ rank: 1, rows: 1, columns: 6, values }, 'relu,sigmoid');
    expect([...(stages[1]?.output.values ?? [])]).toEqual([0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);
  });

  it('is the identity with gradient 1 without stages', () => {
    const { stages, inputGradient } = run(EXAMPLE_TENSOR, '');
    expect(stages).toEqual([]);
    expect([...inputGradient.values]).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

describe('multiply', () => {
  it('rounds each product to float32', () => {
    expect([...multiply(Float32Array.of(0.1, 3e38, 1e-30), Float32Array.of(0.1, 10, 1e-30))]).toEqual([
      Math.fround(Math.fround(0.1) * Math.fround(0.1)),
      Infinity,
      0,
    ]);
  });
});
