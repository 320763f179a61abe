import type { Shape } from '../../../engine/activation-lab';

/** What is asked of the shape of a network. */
export type NetworkShape = Pick<Shape, 'layers' | 'stepsPerEpoch'>;

/** A unit of the network: layer 0 is the first one after the inputs. */
export interface UnitPlace {
  readonly layer: number;
  readonly unit: number;
}

export const isSameUnit = (a: UnitPlace | undefined, b: UnitPlace | undefined): boolean =>
  a?.layer === b?.layer && a?.unit === b?.unit;

/** What goes into a unit. */
export interface UnitWeights {
  readonly weights: Float32Array;
  /** `undefined`: it has none. */
  readonly bias: number | undefined;
}

export function unitWeights(
  { layers }: NetworkShape,
  numbers: Float32Array,
  { layer, unit }: UnitPlace,
): UnitWeights {
  const shape = layers[layer];
  if (shape === undefined) return { weights: new Float32Array(), bias: undefined };
  const start = shape.weights + unit * shape.inputs;
  return {
    weights: numbers.subarray(start, start + shape.inputs),
    bias: shape.bias === null ? undefined : numbers[shape.bias + unit],
  };
}

/** The largest magnitude of any weight, biases apart; at least `floor`. */
export function largestWeight({ layers }: NetworkShape, numbers: Float32Array, floor: number): number {
  let largest = floor;
  for (const { weights, inputs, units } of layers) {
    for (let i = weights; i < weights + inputs * units; i++)
      largest = Math.max(largest, Math.abs(numbers[i] as number));
  }
  return largest;
}

/** Which plane of a grid with all units a unit has. */
export const planeOf = ({ layers }: NetworkShape, { layer, unit }: UnitPlace): number =>
  (layers[layer]?.firstUnit ?? 0) + unit;
