import type { Lab } from '../../engine/activation-lab';
import type { PlotSeries } from '../../plot/series';
import type { Chosen } from '../../state/chosen-field';
import { type CurveRequest, DASHES } from './curve-series';
import { evaluateAt, infoOf, propertiesOf } from './engine-access';
import { curveName } from './naming';

/** y = f(w x + b). */
export interface Neuron {
  readonly weight: number;
  readonly bias: number;
}

/** What the neuron computes at one input, forwards and backwards. */
export interface NeuronReading {
  readonly preActivation: number;
  readonly output: number;
  /** f′(w x + b). */
  readonly slope: number;
  readonly byInput: number;
  readonly byWeight: number;
  readonly byBias: number;
}

export function readNeuron(lab: Lab, chosen: Chosen, { weight, bias }: Neuron, x: number): NeuronReading {
  const preActivation = Math.fround(weight * x + bias);
  const { value: output, derivative: slope } = evaluateAt(lab, chosen, preActivation);
  return { preActivation, output, slope, byInput: weight * slope, byWeight: x * slope, byBias: slope };
}

/** Where w x + b = 0; undefined for a neuron that ignores its input. */
export const switchPoint = ({ weight, bias }: Neuron): number | undefined =>
  weight === 0 ? undefined : -bias / weight + 0;

/** The neuron's output and its derivatives by x: the chain rule brings a factor w each. */
export function neuronSeries(
  lab: Lab,
  { chosen, colour, orders, labelled }: CurveRequest,
  { weight, bias }: Neuron,
): PlotSeries {
  const { key, parameters } = chosen;
  const name = curveName(infoOf(lab, key), chosen);
  const kinks = weight === 0 ? [] : propertiesOf(lab, chosen).kinks.map((kink) => (kink - bias) / weight);
  return {
    colour,
    kinks,
    lines: orders.map((order) => ({
      label: labelled.includes(order) ? neuronLabel(name, order) : '',
      dash: DASHES[order],
    })),
    sample(x) {
      const inner = x.map((position) => weight * position + bias);
      const { value, derivative, secondDerivative } = lab.evaluate(key, inner, { parameters, order: 2 });
      const byOrder = [
        value,
        derivative?.map((slope) => weight * slope),
        secondDerivative?.map((curvature) => weight ** 2 * curvature),
      ];
      return orders.map((order) => byOrder[order] as Float32Array);
    },
  };
}

const neuronLabel = (name: string, order: number): string =>
  `${name}${['', ' dy/dx', ' d²y/dx²'][order] ?? ''}`;
