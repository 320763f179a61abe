import type { Lab } from '../../engine/activation-lab';
import type { PlotSeries } from '../../plot/series';
import { LARGEST_MAGNITUDE, type ViewWindow } from '../../plot/view-window';
import type { Chosen } from '../../state/chosen-field';
import { exportPositions } from './curve-data';
import { DASHES } from './curve-series';
import { propertiesOf } from './engine-access';
import type { Order } from './explorer-state';

export interface Pair {
  readonly exact: Chosen;
  readonly approximation: Chosen;
}

/** approximation − exact, of the values and of the derivatives. */
export function differences(
  lab: Lab,
  { exact, approximation }: Pair,
  x: Float32Array,
): readonly [Float32Array, Float32Array] {
  const a = lab.evaluate(exact.key, x, { parameters: exact.parameters, order: 1 });
  const b = lab.evaluate(approximation.key, x, { parameters: approximation.parameters, order: 1 });
  const minus = (from: Float32Array, what: Float32Array): Float32Array =>
    from.map((value, i) => value - (what[i] as number));
  return [minus(b.value, a.value), minus(b.derivative as Float32Array, a.derivative as Float32Array)];
}

export interface Peak {
  readonly size: number;
  readonly at: number;
}

/** Largest |approximation − exact| in the window, of the values and of the derivatives. */
export function largestDifferences(lab: Lab, pair: Pair, window: ViewWindow): readonly [Peak, Peak] {
  const x = exportPositions(window);
  const [values, derivatives] = differences(lab, pair, x);
  return [peakOf(x, values), peakOf(x, derivatives)];
}

function peakOf(x: Float32Array, y: Float32Array): Peak {
  let peak: Peak = { size: 0, at: x[0] as number };
  for (let i = 0; i < x.length; i++) {
    const size = Math.abs(y[i] as number);
    if (size > peak.size) peak = { size, at: x[i] as number };
  }
  return peak;
}

/** The difference as lines of a plot. */
export function differenceSeries(lab: Lab, pair: Pair, orders: readonly Order[]): PlotSeries {
  const labels = ['Δf', 'Δf′'];
  return {
    colour: 3,
    kinks: [...propertiesOf(lab, pair.exact).kinks, ...propertiesOf(lab, pair.approximation).kinks],
    lines: orders.map((order) => ({ label: labels[order] ?? '', dash: DASHES[order] })),
    sample(x) {
      const byOrder: readonly Float32Array[] = differences(lab, pair, x);
      return orders.map((order) => byOrder[order] as Float32Array);
    },
  };
}

const SMALLEST_ERROR = 1e-7;

/** Ends of a vertical axis that the errors fill. */
export function errorReach(peaks: readonly Peak[]): readonly [bottom: number, top: number] {
  const reach = Math.min(
    LARGEST_MAGNITUDE,
    Math.max(SMALLEST_ERROR, ...peaks.map(({ size }) => size)) * 1.15,
  );
  return [-reach, reach];
}
