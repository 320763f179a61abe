import { beforeAll, describe, expect, it } from 'vitest';
import { infoOf } from '../../../web/src/elements/activation-explorer/engine-access';
import {
  addCurve,
  bringIntoSight,
  fitWindow,
  focusedCurve,
  removeCurve,
  setDistribution,
  setParameter,
  toggleActivation,
  toggleOrder,
} from '../../../web/src/elements/activation-explorer/explorer-actions';
import type { ExplorerState } from '../../../web/src/elements/activation-explorer/explorer-state';
import type { Lab } from '../../../web/src/engine/activation-lab';
import { defaultChoice } from '../../../web/src/state/chosen-field';
import { loadBuiltLab, stateOf } from './support';

let lab: Lab;
let start: ExplorerState;
beforeAll(async () => {
  lab = await loadBuiltLab();
  start = stateOf(lab);
});

const chosen = (key: string) => defaultChoice(infoOf(lab, key));

describe('curves', () => {
  it('are added in the lowest free colour, in focus, up to six', () => {
    let state = start;
    for (const key of ['tanh', 'elu', 'gelu', 'silu', 'mish'])
      state = { ...state, ...addCurve(state, chosen(key)) };
    expect(state.curves.map(({ key }) => key)).toEqual(['relu', 'sigmoid', 'tanh', 'elu', 'gelu', 'silu']);
    expect(state.colours).toEqual([1, 2, 3, 4, 5, 6]);
    expect(state.focus).toBe(5);
    expect(addCurve(state, chosen('mish'))).toEqual({});
  });

  it('keep their colours when another one is removed', () => {
    const three = { ...start, ...addCurve(start, chosen('tanh')) };
    const two = { ...three, ...removeCurve(three, 0) };
    expect(two.curves.map(({ key }) => key)).toEqual(['sigmoid', 'tanh']);
    expect(two.colours).toEqual([2, 3]);
    expect(focusedCurve(two).key).toBe('tanh');
    expect({ ...two, ...addCurve(two, chosen('elu')) }.colours).toEqual([2, 3, 1]);
  });

  it('never become none', () => {
    const one = { ...start, ...removeCurve(start, 0) };
    expect(removeCurve(one, 0)).toEqual({});
    expect(focusedCurve({ ...one, ...toggleActivation(one, infoOf(lab, 'sigmoid')) }).key).toBe('sigmoid');
  });

  it('are toggled with all their copies', () => {
    const copies = { ...start, ...addCurve(start, chosen('relu')) };
    expect(toggleActivation(copies, infoOf(lab, 'relu')).curves?.map(({ key }) => key)).toEqual(['sigmoid']);
    expect(toggleActivation(start, infoOf(lab, 'tanh')).curves?.map(({ key }) => key)).toEqual([
      'relu',
      'sigmoid',
      'tanh',
    ]);
  });
});

describe('setParameter', () => {
  it('changes the curve in focus alone', () => {
    const state = stateOf(lab, 'curves=elu,elu&focus=1');
    const change = setParameter(state, 'alpha', 2);
    expect(change.curves?.map(({ parameters }) => parameters.alpha)).toEqual([1, 2]);
    expect(change.curves?.[0]).toBe(state.curves[0]);
  });
});

it('toggleOrder keeps at least one', () => {
  expect(toggleOrder(start, 2)).toEqual({ show: [0, 1, 2] });
  expect(toggleOrder({ ...start, show: [1] }, 1)).toEqual({});
});

it('fitWindow shows the whole range of the samples', () => {
  const { window } = fitWindow(start.window, (x) => [x.map((value) => value * value)]);
  expect(window?.left).toBe(start.window.left);
  expect(window?.top).toBeGreaterThan(36);
  expect(window?.bottom).toBeLessThan(0);
});

it('bringIntoSight centres what is outside', () => {
  expect(bringIntoSight(start.window, 3)).toBe(start.window);
  const moved = bringIntoSight(start.window, 100);
  expect((moved.left + moved.right) / 2).toBe(100);
});

describe('setDistribution', () => {
  it('pushes the other end of a uniform distribution along', () => {
    expect(setDistribution({ ...start, lower: 0, upper: 1 }, 'lower', 2)).toEqual({ lower: 2, upper: 2.1 });
    expect(setDistribution({ ...start, lower: 0, upper: 1 }, 'upper', -1)).toEqual({
      lower: -1.1,
      upper: -1,
    });
    expect(setDistribution({ ...start, lower: 0, upper: 1 }, 'lower', 50)).toEqual({
      lower: 49.9,
      upper: 50,
    });
    expect(setDistribution(start, 'mean', 2)).toEqual({ mean: 2 });
  });
});
