import { NumberReader } from './number-reader';
import type { LayerShape, Shape } from './shape';

/** A learned number and the gradient of the loss by it. */
export interface TracedNumber {
  readonly value: number;
  readonly gradient: number;
}

/** One unit, from its inputs x to its output and back. What the layer does not have is `null`. */
export interface UnitTrace {
  /** By input, and the gradient of the loss by them. */
  readonly weights: Float32Array;
  readonly weightGradients: Float32Array;
  /** Each weight times its input. */
  readonly products: Float32Array;
  readonly bias: TracedNumber | null;
  /** W x + b: the bias and then the products, added up from the first to the last. */
  readonly linear: number;
  /** Of a layer that normalises: before scale and shift. */
  readonly normalized: number | null;
  readonly scale: TracedNumber | null;
  readonly shift: TracedNumber | null;
  readonly preActivation: number;
  /** f and f' of the pre-activation. */
  readonly activation: number;
  readonly slope: number;
  /** What the next layer sees: the activation, plus the input if the layer is residual. */
  readonly output: number;
  /** Gradients of the loss by `output` and by `linear`. */
  readonly outputGradient: number;
  readonly delta: number;
}

export interface LayerTrace {
  /** What the layer sees. */
  readonly inputs: Float32Array;
  readonly units: readonly UnitTrace[];
  /** Of PReLU: shared by all units. */
  readonly learnedSlope: TracedNumber | null;
}

/**
 * The forward and backward pass of one sample, number by number, with batch normalisation by the running statistics. Every
 * number is the one the network computes with, bit for bit.
 */
export interface Trace {
  readonly layers: readonly LayerTrace[];
  /** One for each output, as the loss sees them. */
  readonly targets: Float32Array;
  /** Of this sample, without penalties. */
  readonly loss: number;
}

type Reader = NumberReader<Float32Array>;

const tracedNumber = (numbers: Reader): TracedNumber => ({
  value: numbers.next(),
  gradient: numbers.next(),
});

function readUnit(numbers: Reader, { inputs, bias, scale }: LayerShape): UnitTrace {
  const normalizes = scale !== null;
  return {
    weights: numbers.list(inputs),
    weightGradients: numbers.list(inputs),
    products: numbers.list(inputs),
    bias: bias === null ? null : tracedNumber(numbers),
    linear: numbers.next(),
    normalized: normalizes ? numbers.next() : null,
    scale: normalizes ? tracedNumber(numbers) : null,
    shift: normalizes ? tracedNumber(numbers) : null,
    preActivation: numbers.next(),
    activation: numbers.next(),
    slope: numbers.next(),
    output: numbers.next(),
    outputGradient: numbers.next(),
    delta: numbers.next(),
  };
}

/** @param numbers a copy of what the core gave */
export function readTrace(numbers: Float32Array, loss: number, { layers, outputs }: Shape): Trace {
  const reader = new NumberReader(numbers);
  return {
    layers: layers.map((layer) => ({
      inputs: reader.list(layer.inputs),
      units: Array.from({ length: layer.units }, () => readUnit(reader, layer)),
      learnedSlope: layer.slope === null ? null : tracedNumber(reader),
    })),
    targets: reader.list(outputs),
    loss,
  };
}
