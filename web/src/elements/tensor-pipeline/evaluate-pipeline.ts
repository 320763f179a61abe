import type { Lab } from '../../engine/activation-lab';
import type { Chosen } from '../../state/chosen-field';
import { type Tensor, withValues } from './tensor';

/** One activation of the pipeline with what went in and came out. */
export interface Stage {
  readonly activation: Chosen;
  /** f(input), value by value. */
  readonly output: Tensor;
  /** f'(input), value by value. */
  readonly derivative: Tensor;
  /** Derivative of the sum of the last outputs by each value of `output`. */
  readonly gradient: Tensor;
}

export interface PipelineRun {
  readonly input: Tensor;
  /** Derivative of the sum of the last outputs by each value of `input`. */
  readonly inputGradient: Tensor;
  readonly stages: readonly Stage[];
}

type ForwardStage = Omit<Stage, 'gradient'>;

function forward(lab: Lab, input: Tensor, activations: readonly Chosen[]): ForwardStage[] {
  let current = input;
  return activations.map((activation) => {
    const { key, parameters } = activation;
    const { value, derivative = new Float32Array() } = lab.evaluate(key, current.values, {
      parameters,
      order: 1,
    });
    const output = withValues(current, value);
    const stage = { activation, output, derivative: withValues(current, derivative) };
    current = output;
    return stage;
  });
}

/** Products rounded to float32, as PyTorch multiplies. */
export function multiply(a: Float32Array, b: Float32Array): Float32Array {
  return a.map((value, index) => Math.fround(value * (b[index] ?? Number.NaN)));
}

/**
 * Sends a tensor through a chain of activations and the gradient of the sum of the results back, by the chain rule.
 *
 * @throws EngineError as `lab.evaluate`
 */
export function runPipeline(lab: Lab, input: Tensor, activations: readonly Chosen[]): PipelineRun {
  let gradient = withValues(input, new Float32Array(input.values.length).fill(1));
  const stages = forward(lab, input, activations)
    .toReversed()
    .map((stage) => {
      const withGradient = { ...stage, gradient };
      gradient = withValues(input, multiply(gradient.values, stage.derivative.values));
      return withGradient;
    });
  return { input, inputGradient: gradient, stages: stages.toReversed() };
}
