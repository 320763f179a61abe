import type { Lab } from '../../engine/activation-lab';
import type { PlotSeries } from '../../plot/series';
import type { Chosen } from '../../state/chosen-field';
import { type CurveRequest, DASHES } from './curve-series';
import { evaluateAt, infoOf } from './engine-access';
import { curveName } from './naming';

/** One step of x, f(x), f(f(x)), … */
export interface Iterate {
  readonly value: number;
  /** Derivative of this iterate by the start: the product of all slopes so far. */
  readonly slope: number;
}

/** The start and `times` applications of f: `times + 1` entries. */
export function iterate(lab: Lab, chosen: Chosen, start: number, times: number): Iterate[] {
  const iterates: Iterate[] = [{ value: start, slope: 1 }];
  for (let i = 0; i < times; i++) {
    const { value, slope } = iterates[i] as Iterate;
    const next = evaluateAt(lab, chosen, value);
    iterates.push({ value: next.value, slope: slope * next.derivative });
  }
  return iterates;
}

/** f composed with itself `times` times, and its derivative by the chain rule. Only orders 0 and 1. */
export function composedSeries(
  lab: Lab,
  { chosen, colour, orders, labelled }: CurveRequest,
  times: number,
): PlotSeries {
  const { key, parameters } = chosen;
  const name = composedName(curveName(infoOf(lab, key), chosen), times);
  return {
    colour,
    kinks: [],
    lines: orders.map((order) => ({
      label: labelled.includes(order) ? lineLabel(name, order, times) : '',
      dash: DASHES[order],
    })),
    sample(x) {
      let values = x;
      let slopes = new Float32Array(x.length).fill(1);
      for (let i = 0; i < times; i++) {
        const { value, derivative } = lab.evaluate(key, values, { parameters, order: 1 });
        const factors = derivative as Float32Array;
        slopes = slopes.map((slope, j) => slope * (factors[j] as number));
        values = value;
      }
      return orders.map((order) => (order === 0 ? values : slopes));
    },
  };
}

const lineLabel = (name: string, order: number, times: number): string => {
  if (order === 0) return name;
  return times === 1 ? `${name}′` : `(${name})′`;
};

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `ReLU⁴`, read as: applied four times. */
export const composedName = (name: string, times: number): string =>
  times === 1
    ? name
    : `${name}${String(times).replace(/\d/g, (digit) => SUPERSCRIPTS.charAt(Number(digit)))}`;

/** Corners of the cobweb between the curve and y = x: up to the curve, across to the diagonal, and again. */
export function cobweb(iterates: readonly Iterate[]): (readonly [x: number, y: number])[] {
  const corners: (readonly [number, number])[] = [];
  for (let i = 0; i + 1 < iterates.length; i++) {
    const from = (iterates[i] as Iterate).value;
    const to = (iterates[i + 1] as Iterate).value;
    corners.push([from, i === 0 ? 0 : from], [from, to], [to, to]);
  }
  return corners;
}
