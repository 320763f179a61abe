import type { GradientCheck, Lab } from '../../engine/activation-lab';
import type { PlotSeries } from '../../plot/series';
import type { Chosen } from '../../state/chosen-field';
import { propertiesOf } from './engine-access';

export interface CheckedGradient extends GradientCheck {
  /** |analytic − automatic| and |analytic − finite difference|. */
  readonly toAutomatic: number;
  readonly toFiniteDifference: number;
  /** Whether the point is a corner or jump, where no derivative exists and the analytic one is a convention. */
  readonly atKink: boolean;
}

export function checkGradient(lab: Lab, chosen: Chosen, x: number): CheckedGradient {
  const check = lab.checkGradient(chosen.key, x, chosen.parameters);
  return {
    ...check,
    toAutomatic: Math.abs(check.analytic - check.automatic),
    toFiniteDifference: Math.abs(check.analytic - check.finiteDifference),
    // A finite difference across a kink is as wrong as one at it.
    atKink: propertiesOf(lab, chosen).kinks.some((kink) => Math.abs(x - kink) <= check.step),
  };
}

/** |analytic − automatic| and |analytic − finite difference| at many points; NaN at kinks. */
export interface Sweep {
  readonly x: Float32Array;
  readonly toAutomatic: Float32Array;
  readonly toFiniteDifference: Float32Array;
  /** Points that lie on a kink. */
  readonly kinks: number;
}

export function sweepGradient(lab: Lab, chosen: Chosen, x: Float32Array): Sweep {
  const checks = Array.from(x, (position) => checkGradient(lab, chosen, position));
  const atSmoothPoints = (difference: (check: CheckedGradient) => number): Float32Array =>
    Float32Array.from(checks, (check) => (check.atKink ? Number.NaN : difference(check)));
  return {
    x,
    toAutomatic: atSmoothPoints((check) => check.toAutomatic),
    toFiniteDifference: atSmoothPoints((check) => check.toFiniteDifference),
    kinks: checks.filter(({ atKink }) => atKink).length,
  };
}

/** The largest number that is not NaN, 0 for none. */
export const largest = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((most, value) => (value > most ? value : most), 0);

/** The two differences as lines of a plot: to the automatic derivative in the colour of the curve, to the finite one in grey. */
export const differenceLines = (
  lab: Lab,
  chosen: Chosen,
  colour: number,
  labels: { readonly automatic: string; readonly finite: string },
): readonly PlotSeries[] => [
  {
    colour: 0,
    kinks: [],
    lines: [{ label: labels.finite, dash: 'dashed' }],
    sample: (x) => [sweepGradient(lab, chosen, x).toFiniteDifference],
  },
  {
    colour,
    kinks: [],
    lines: [{ label: labels.automatic, dash: 'solid' }],
    sample: (x) => [sweepGradient(lab, chosen, x).toAutomatic],
  },
];
