import type { Distribution, Lab } from '../../engine/activation-lab';
import { extentOf, type Histogram, histogram, type Moments, momentsOf, shareOf } from '../../plot/histogram';
import type { Interval } from '../../plot/linear-scale';
import type { Chosen } from '../../state/chosen-field';
import type { ExplorerState } from './explorer-state';

export const SAMPLES = 20_000;
const BINS = 60;

export type DistributionSettings = Pick<
  ExplorerState,
  'source' | 'mean' | 'deviation' | 'lower' | 'upper' | 'seed' | 'threshold'
>;

/** One of the three stages: the inputs, what becomes of them, and the slopes they meet. */
export interface Stage {
  readonly values: Float32Array;
  readonly extent: Interval;
  readonly histogram: Histogram;
  /** Of `histogram`, those whose input saturates. */
  readonly saturated: Histogram;
  readonly moments: Moments;
}

export interface PushedDistribution {
  readonly input: Stage;
  readonly output: Stage;
  readonly slope: Stage;
  /** Share of inputs with |f′| below the threshold, and with f′ exactly 0. */
  readonly saturatedShare: number;
  readonly deadShare: number;
  /** Variance out over variance in: what a layer does to the signal. */
  readonly varianceRatio: number;
  /** Mean of f′²: what it does to the variance of the gradient on its way back. */
  readonly meanSquareSlope: number;
}

export function distributionOf({
  source,
  mean,
  deviation,
  lower,
  upper,
}: DistributionSettings): Distribution {
  return source === 'normal' ? { kind: 'normal', mean, deviation } : { kind: 'uniform', lower, upper };
}

/** Draws the inputs and pushes them through an activation. */
export function pushThrough(
  lab: Lab,
  { key, parameters }: Chosen,
  settings: DistributionSettings,
): PushedDistribution {
  const inputs = lab.sample(distributionOf(settings), SAMPLES, settings.seed);
  const { value, derivative } = lab.evaluate(key, inputs, { parameters, order: 1 });
  const slopes = derivative as Float32Array;
  const saturates = (_: number, i: number): boolean => Math.abs(slopes[i] as number) < settings.threshold;
  const stage = (values: Float32Array): Stage => {
    const extent = roomyExtent(values);
    return {
      values,
      extent,
      histogram: histogram(values, ...extent, BINS),
      saturated: histogram(values.filter(saturates), ...extent, BINS),
      moments: momentsOf(values),
    };
  };
  const input = stage(inputs);
  const output = stage(value);
  return {
    input,
    output,
    slope: stage(slopes),
    saturatedShare: shareOf(slopes, (each) => Math.abs(each) < settings.threshold),
    deadShare: shareOf(slopes, (each) => each === 0),
    varianceRatio: output.moments.variance / input.moments.variance,
    meanSquareSlope: momentsOf(slopes.map((each) => each * each)).mean,
  };
}

/** The extent of the values with a margin, never empty. */
function roomyExtent(values: Float32Array): Interval {
  const [lowest, highest] = extentOf(values) ?? [0, 0];
  const margin = lowest === highest ? 0.5 : (highest - lowest) * 0.02;
  return [lowest - margin, highest + margin];
}
