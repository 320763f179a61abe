import { beforeAll, describe, expect, it } from 'vitest';
import {
  consistent,
  drawnOrders,
  explorerCodec,
  freeColour,
  VIEWS,
} from '../../../web/src/elements/activation-explorer/explorer-state';
import type { Lab } from '../../../web/src/engine/activation-lab';
import { loadBuiltLab, stateOf } from './support';

let lab: Lab;
beforeAll(async () => {
  lab = await loadBuiltLab();
});

describe('the state in a link', () => {
  it('starts with ReLU and Sigmoid, value and gradient, as the empty text', () => {
    const { initial, encode } = explorerCodec(lab);
    expect(initial.curves.map(({ key }) => key)).toEqual(['relu', 'sigmoid']);
    expect(initial.show).toEqual([0, 1]);
    expect(encode(initial)).toBe('');
  });

  it('restores everything that was written', () => {
    const text =
      'view=composition&curves=elu(alpha:1.5),hardtanh(min_val:-2;max_val:0.5)&colours=3,1&focus=1&show=0,2&window=-1.5,2,-0.25,1' +
      '&equal=1&x=-0.125&tangent=0&zones=1&threshold=0.1&source=uniform&mean=1&deviation=0.5&lower=-1&upper=2&seed=7' +
      '&weight=-3&bias=0.25&times=12&cobweb=0&exact=silu&approximation=hardswish&workload=both&sort=catalogue&framework=jax';
    const { decode, encode } = explorerCodec(lab);
    const { state, problems } = decode(text);
    expect(problems).toEqual([]);
    expect(decode(encode(state)).state).toEqual(state);
    expect(state.window).toEqual({ left: -1.5, right: 2, bottom: -0.25, top: 1 });
    expect(state.curves[1]).toEqual({ key: 'hardtanh', parameters: { min_val: -2, max_val: 0.5 } });
  });

  it.each(VIEWS)('knows the view %s', (view) => {
    expect(stateOf(lab, `view=${view}`).view).toBe(view);
  });

  it.each([
    ['curves', 'no_such'],
    ['curves', ''],
    ['curves', 'relu,relu,relu,relu,relu,relu,relu'],
    ['curves', 'elu(alpha:-1)'],
    ['curves', 'hardtanh(min_val:2;max_val:1)'],
    ['window', '1,2,3'],
    ['window', '2,1,0,1'],
    ['window', '0,1,0,Infinity'],
    ['window', '0,1e5,0,1'],
    ['show', ''],
    ['show', '3'],
    ['times', '0'],
    ['times', '2.5'],
    ['seed', '-1'],
    ['exact', 'no_such'],
  ])('names and defaults the bad value %s=%s', (key, value) => {
    const { decode, initial } = explorerCodec(lab);
    const { state, problems } = decode(new URLSearchParams({ [key]: value }).toString());
    expect(problems).toEqual([{ kind: 'bad-value', key, value }]);
    expect(state).toEqual(initial);
  });
});

describe('consistent', () => {
  it('gives every curve a colour of its own and keeps those that were asked for', () => {
    const colours = (text: string) => consistent(stateOf(lab, text)).colours;
    expect(colours('curves=relu,tanh,elu&colours=3,1,2')).toEqual([3, 1, 2]);
    expect(colours('curves=relu,tanh,elu&colours=2,2')).toEqual([2, 1, 3]);
    expect(colours('curves=relu,tanh,elu,gelu,silu,mish&colours=6,6,6,6,6,6')).toEqual([6, 1, 2, 3, 4, 5]);
    expect(colours('curves=relu&colours=4,5')).toEqual([4]);
  });

  it('puts the focus on a curve and orders f before its derivatives, once each', () => {
    const state = consistent(stateOf(lab, 'curves=relu&focus=4&show=2,0,2'));
    expect(state.focus).toBe(0);
    expect(state.show).toEqual([0, 2]);
  });

  it('opens an empty uniform distribution', () => {
    const { lower, upper } = consistent(stateOf(lab, 'lower=3&upper=3'));
    expect(lower).toBeLessThan(upper);
  });
});

it('freeColour takes the lowest', () => {
  expect(freeColour([])).toBe(1);
  expect(freeColour([1, 3])).toBe(2);
});

it('drawnOrders falls back to the value', () => {
  expect(drawnOrders([0, 1, 2], 1)).toEqual([0, 1]);
  expect(drawnOrders([2], 1)).toEqual([0]);
});
