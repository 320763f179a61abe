import { beforeAll, describe, expect, it } from 'vitest';
import type { NetworkState } from '../../../web/src/elements/network/model/network-state';
import { comparedCurves, MOST_RUNS, RunHistory } from '../../../web/src/elements/network/model/run-history';
import { SeriesHistory } from '../../../web/src/plot/series-history';
import { builtAccess, stateOf } from './support';

let state: NetworkState;
beforeAll(async () => {
  state = stateOf((await builtAccess()).choices);
});

function historyOf(...losses: readonly number[]): SeriesHistory {
  const history = new SeriesHistory(4, 600);
  for (const [epoch, loss] of losses.entries()) history.append(epoch, [loss, 2 * loss, 1 - loss, Number.NaN]);
  return history;
}

describe('the history of runs', () => {
  it('writes down what was trained, the newest first', () => {
    const runs = new RunHistory();
    runs.add(state, historyOf(1, 0.5, 0.25), 'abc');
    runs.add(state, historyOf(1, 0.1), undefined);
    expect(
      runs.runs.map(({ number, epochs, trainLoss, testLoss, hash }) => [
        number,
        epochs,
        trainLoss,
        testLoss,
        hash,
      ]),
    ).toEqual([
      [2, 1, 0.1, 0.2, undefined],
      [1, 2, 0.25, 0.5, 'abc'],
    ]);
  });

  it('leaves out what took no step', () => {
    const runs = new RunHistory();
    runs.add(state, historyOf(), undefined);
    runs.add(state, historyOf(1), undefined);
    expect(runs.runs).toEqual([]);
  });

  it('has notes, forgets single runs and all, and the oldest of many', () => {
    const runs = new RunHistory();
    for (let run = 0; run < MOST_RUNS + 3; run++) runs.add(state, historyOf(1, 0.5), undefined);
    expect(runs.runs.map(({ number }) => number)).toEqual(
      Array.from({ length: MOST_RUNS }, (_, index) => MOST_RUNS + 3 - index),
    );
    runs.setNote(10, 'best');
    runs.remove(11);
    expect(runs.runs.find(({ number }) => number === 10)?.note).toBe('best');
    expect(runs.runs.some(({ number }) => number === 11)).toBe(false);
    runs.clear();
    expect(runs.runs).toEqual([]);
    runs.add(state, historyOf(1, 0.5), undefined);
    expect(runs.runs[0]?.number).toBe(MOST_RUNS + 4);
  });

  it('keeps few points of a long curve, its ends among them', () => {
    const runs = new RunHistory();
    runs.add(state, historyOf(...Array.from({ length: 500 }, (_, index) => 1 / (index + 1))), undefined);
    const curve = runs.runs[0]?.curve;
    expect(curve?.epochs.length).toBeLessThanOrEqual(150);
    expect([curve?.epochs[0], curve?.epochs.at(-1)]).toEqual([0, 499]);
  });
});

describe('two runs', () => {
  it('are compared over the epochs of both', () => {
    const runs = new RunHistory();
    runs.add(state, historyOf(1, 0.5, 0), undefined);
    const longer = new SeriesHistory(4, 600);
    for (const epoch of [0, 0.5, 4]) longer.append(epoch, [8 - epoch, 1, 0, 0]);
    runs.add(state, longer, undefined);
    const [second, first] = runs.runs;
    if (first === undefined || second === undefined) throw new Error('no runs');
    const history = comparedCurves(first, second);
    const row = (index: number) => [history.x(index), history.value(0, index), history.value(2, index)];
    expect(Array.from({ length: history.length }, (_, index) => row(index))).toEqual([
      [0, 1, 8],
      [0.5, 0.75, 7.5],
      [1, 0.5, 7],
      [2, 0, 6],
      [4, Number.NaN, 4],
    ]);
  });
});
