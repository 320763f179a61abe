import { SeriesHistory } from '../../../plot/series-history';
import { SERIES } from './experiment';
import type { NetworkState } from './network-state';

/** A training that is over, or was when it was written down. */
export interface Run {
  /** Counted from 1, since the page was opened. */
  readonly number: number;
  readonly state: NetworkState;
  readonly epochs: number;
  /** At its end; NaN where there are none. */
  readonly trainLoss: number;
  readonly testLoss: number;
  readonly trainScore: number;
  readonly testScore: number;
  /** Of all weights, where it was known. */
  readonly hash: string | undefined;
  readonly curve: RunCurve;
  readonly note: string;
}

/** Losses over the epochs, thinned out. */
export interface RunCurve {
  readonly epochs: Float64Array;
  readonly train: Float64Array;
  readonly test: Float64Array;
}

/** The oldest ones go. */
export const MOST_RUNS = 50;
const CURVE_POINTS = 150;

function curveOf(history: SeriesHistory): RunCurve {
  const count = Math.min(CURVE_POINTS, history.length);
  const at = (index: number): number =>
    count < 2 ? 0 : Math.round((index * (history.length - 1)) / (count - 1));
  const take = (value: (index: number) => number): Float64Array =>
    Float64Array.from({ length: count }, (_, index) => value(at(index)));
  return {
    epochs: take((index) => history.x(index)),
    train: take((index) => history.value(SERIES.indexOf('trainLoss'), index)),
    test: take((index) => history.value(SERIES.indexOf('testLoss'), index)),
  };
}

/** The runs since the page was opened, the newest first. */
export class RunHistory {
  #runs: readonly Run[] = [];
  #count = 0;

  get runs(): readonly Run[] {
    return this.#runs;
  }

  /** Writes down a training that has taken at least a step. */
  add(state: NetworkState, history: SeriesHistory, hash: string | undefined): void {
    const last = history.length - 1;
    if (last < 0 || history.x(last) === 0) return;
    const value = (name: (typeof SERIES)[number]): number => history.value(SERIES.indexOf(name), last);
    this.#count += 1;
    const run: Run = {
      number: this.#count,
      state,
      epochs: history.x(last),
      trainLoss: value('trainLoss'),
      testLoss: value('testLoss'),
      trainScore: value('trainScore'),
      testScore: value('testScore'),
      hash,
      curve: curveOf(history),
      note: '',
    };
    this.#runs = [run, ...this.#runs].slice(0, MOST_RUNS);
  }

  setNote(number: number, note: string): void {
    this.#runs = this.#runs.map((run) => (run.number === number ? { ...run, note } : run));
  }

  remove(number: number): void {
    this.#runs = this.#runs.filter((run) => run.number !== number);
  }

  clear(): void {
    this.#runs = [];
  }
}

/** The value of a curve at an abscissa, in between on a straight line; NaN outside. */
function valueAt(x: Float64Array, y: Float64Array, at: number): number {
  const next = x.findIndex((value) => value >= at);
  if (next < 0) return Number.NaN;
  if (x[next] === at || next === 0) return x[next] === at ? (y[next] as number) : Number.NaN;
  const [x0, x1, y0, y1] = [x[next - 1], x[next], y[next - 1], y[next]] as [number, number, number, number];
  return y0 + ((y1 - y0) * (at - x0)) / (x1 - x0);
}

/** The losses of two runs over the same epochs: training and test of the first, then of the second. */
export function comparedCurves(first: Run, second: Run): SeriesHistory {
  const epochs = [...new Set([...first.curve.epochs, ...second.curve.epochs])].sort((a, b) => a - b);
  const history = new SeriesHistory(4, 2 * Math.ceil((epochs.length + 1) / 2));
  for (const epoch of epochs) {
    history.append(
      epoch,
      [first, second].flatMap(({ curve }) => [
        valueAt(curve.epochs, curve.train, epoch),
        valueAt(curve.epochs, curve.test, epoch),
      ]),
    );
  }
  return history;
}
