import { beforeAll, describe, expect, it } from 'vitest';
import {
  errorReach,
  largestDifferences,
} from '../../../web/src/elements/activation-explorer/comparison-model';
import {
  cobweb,
  composedName,
  composedSeries,
  iterate,
} from '../../../web/src/elements/activation-explorer/composition-model';
import { SeriesCache } from '../../../web/src/elements/activation-explorer/curve-series';
import { pushThrough } from '../../../web/src/elements/activation-explorer/distribution-model';
import { infoOf } from '../../../web/src/elements/activation-explorer/engine-access';
import {
  checkGradient,
  largest,
  sweepGradient,
} from '../../../web/src/elements/activation-explorer/gradient-model';
import {
  neuronSeries,
  readNeuron,
  switchPoint,
} from '../../../web/src/elements/activation-explorer/neuron-model';
import { Memo } from '../../../web/src/elements/shared/memo';
import type { Lab } from '../../../web/src/engine/activation-lab';
import { defaultChoice } from '../../../web/src/state/chosen-field';
import { loadBuiltLab, stateOf } from './support';

let lab: Lab;
beforeAll(async () => {
  lab = await loadBuiltLab();
});

const chosen = (key: string) => defaultChoice(infoOf(lab, key));
const at = (...x: number[]) => Float32Array.from(x);

describe('one neuron', () => {
  it('is worked out forwards and backwards', () => {
    expect(readNeuron(lab, chosen('relu'), { weight: 2, bias: -1 }, 3)).toEqual({
      preActivation: 5,
      output: 5,
      slope: 1,
      byInput: 2,
      byWeight: 3,
      byBias: 1,
    });
  });

  it('is drawn with the chain rule and with its corner moved', () => {
    const neuron = { weight: 2, bias: -1 };
    const series = neuronSeries(
      lab,
      { chosen: chosen('relu'), colour: 1, orders: [0, 1], labelled: [0] },
      neuron,
    );
    expect(series.kinks).toEqual([0.5]);
    expect(series.sample(at(0, 2)).map((values) => [...values])).toEqual([
      [0, 3],
      [0, 2],
    ]);
    expect(switchPoint(neuron)).toBe(0.5);
    expect(switchPoint({ weight: 0, bias: 1 })).toBeUndefined();
  });

  it('agrees with finite differences of its own output', () => {
    const series = neuronSeries(
      lab,
      { chosen: chosen('tanh'), colour: 1, orders: [0, 1, 2], labelled: [] },
      { weight: -1.5, bias: 0.5 },
    );
    const h = 1e-2;
    const [value, slope, curvature] = series.sample(at(0.3 - h, 0.3, 0.3 + h)) as [
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    const [before, here, after] = value as unknown as [number, number, number];
    expect(slope[1]).toBeCloseTo((after - before) / (2 * h), 3);
    expect(curvature[1]).toBeCloseTo((after - 2 * here + before) / h ** 2, 1);
  });
});

describe('iteration', () => {
  it('multiplies the slopes on the way', () => {
    const steps = iterate(lab, chosen('sigmoid'), 0, 3);
    expect(steps).toHaveLength(4);
    expect(steps[0]).toEqual({ value: 0, slope: 1 });
    expect(steps[1]).toEqual({ value: 0.5, slope: 0.25 });
    expect(steps[3]?.slope).toBeLessThan(0.25 ** 2);
  });

  it('draws what it tells', () => {
    const series = composedSeries(
      lab,
      { chosen: chosen('sigmoid'), colour: 1, orders: [0, 1], labelled: [] },
      5,
    );
    const [value, slope] = series.sample(at(-2)) as [Float32Array, Float32Array];
    const last = iterate(lab, chosen('sigmoid'), -2, 5).at(-1);
    expect(value[0]).toBe(last?.value);
    expect(slope[0]).toBeCloseTo(last?.slope ?? Number.NaN, 9);
  });

  it('goes between curve and diagonal in the cobweb', () => {
    const steps = [1, 0.5, 0.25].map((value) => ({ value, slope: 1 }));
    expect(cobweb(steps)).toEqual([
      [1, 0],
      [1, 0.5],
      [0.5, 0.5],
      [0.5, 0.5],
      [0.5, 0.25],
      [0.25, 0.25],
    ]);
  });

  it('is named by a superscript', () => {
    expect(composedName('Tanh', 1)).toBe('Tanh');
    expect(composedName('Tanh', 12)).toBe('Tanh¹²');
  });
});

describe('approximations', () => {
  it('states how far GELU by tanh is off', () => {
    const window = { left: -6, right: 6, bottom: -1, top: 2 };
    const [value] = largestDifferences(
      lab,
      { exact: chosen('gelu'), approximation: chosen('gelu_tanh') },
      window,
    );
    expect(value.size).toBeCloseTo(4.73e-4, 5);
    expect(Math.abs(value.at)).toBeCloseTo(2.7, 1);
  });

  it('gives an axis even where there is no error', () => {
    const [bottom, top] = errorReach([{ size: 0, at: 0 }]);
    expect(bottom).toBeLessThan(0);
    expect(top).toBeGreaterThan(0);
  });
});

describe('a distribution pushed through', () => {
  it('is counted completely and reproducibly', () => {
    const settings = stateOf(lab, 'deviation=1');
    const { input, output, slope } = pushThrough(lab, chosen('relu'), settings);
    for (const stage of [input, output, slope]) {
      expect(stage.histogram.outside).toBe(0);
      expect(stage.histogram.counts.reduce((sum, count) => sum + count)).toBe(stage.values.length);
    }
    expect(pushThrough(lab, chosen('relu'), settings).input.values).toEqual(input.values);
    expect(input.moments.variance).toBeCloseTo(1, 1);
  });

  it('knows what ReLU does to a centred normal distribution', () => {
    const pushed = pushThrough(lab, chosen('relu'), stateOf(lab, 'deviation=1'));
    expect(pushed.deadShare).toBeCloseTo(0.5, 2);
    expect(pushed.saturatedShare).toBe(pushed.deadShare);
    expect(pushed.varianceRatio).toBeCloseTo(0.5 - 0.5 / Math.PI, 1);
    expect(pushed.meanSquareSlope).toBeCloseTo(0.5, 2);
  });

  it('survives outputs that are all alike', () => {
    const { output, slope } = pushThrough(lab, chosen('threshold'), stateOf(lab, 'mean=-20&deviation=0.01'));
    for (const { extent } of [output, slope]) expect(extent[1]).toBeGreaterThan(extent[0]);
  });
});

describe('the gradient check', () => {
  it('agrees three ways where the function is smooth', () => {
    const check = checkGradient(lab, chosen('mish'), 0.7);
    expect(check.atKink).toBe(false);
    expect(check.toAutomatic).toBeLessThan(1e-6);
    expect(check.toFiniteDifference).toBeLessThan(1e-5);
  });

  it('marks a corner and leaves it out of the sweep', () => {
    expect(checkGradient(lab, chosen('relu'), 0).atKink).toBe(true);
    const sweep = sweepGradient(lab, chosen('relu'), at(-1, 0, 1));
    expect(sweep.kinks).toBe(1);
    expect(sweep.toAutomatic[1]).toBeNaN();
    expect(largest(sweep.toAutomatic)).toBe(0);
  });
});

describe('what is remembered', () => {
  it('is handed out again until a dependency changes', () => {
    const memo = new Memo<object>();
    const first = memo.of([1, 'a'], () => ({}));
    expect(memo.of([1, 'a'], () => ({}))).toBe(first);
    expect(memo.of([2, 'a'], () => ({}))).not.toBe(first);
  });

  it('is made anew only for the curve that changed', () => {
    const cache = new SeriesCache();
    const make = () => ({ colour: 1, kinks: [], lines: [], sample: () => [] });
    const request = (key: string) => ({ chosen: chosen(key), colour: 1, orders: [0] as const, labelled: [] });
    const [relu, tanh, elu] = [request('relu'), request('tanh'), request('elu')];
    const before = cache.of([relu, tanh], '', make);
    const after = cache.of([relu, elu], '', make);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
    expect(cache.of([relu], 'other', make)[0]).not.toBe(before[0]);
  });
});
