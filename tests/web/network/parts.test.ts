import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  canAddLayer,
  withActivation,
  withActivationEverywhere,
  withChosenActivation,
  withLayer,
  withLayerMoved,
  withOptions,
  withoutLayer,
  withUnits,
} from '../../../web/src/elements/network/model/layer-edits';
import { MOST_LAYERS, MOST_UNITS } from '../../../web/src/elements/network/model/limits';
import { networkNames } from '../../../web/src/elements/network/model/network-names';
import { largestWeight, unitWeights } from '../../../web/src/elements/network/model/network-shape';
import { specOf } from '../../../web/src/elements/network/model/network-spec';
import type { NetworkState } from '../../../web/src/elements/network/model/network-state';
import {
  epochText,
  lossText,
  resultsText,
  scoreText,
} from '../../../web/src/elements/network/model/run-numbers';
import type { TrainingAccess } from '../../../web/src/elements/network/model/training-access';
import { entryOf } from '../../../web/src/elements/network/model/training-choices';
import { readingText, readUnit } from '../../../web/src/elements/network/model/unit-reading';
import { neighbourOf } from '../../../web/src/elements/network/model/unit-steps';
import { NETWORK_TEXTS } from '../../../web/src/elements/network/texts';
import { Throttle } from '../../../web/src/elements/network/throttle';
import type { Snapshot } from '../../../web/src/engine/training/observation';
import { builtAccess, stateOf } from './support';

let access: TrainingAccess;
beforeAll(async () => {
  access = await builtAccess();
});
const texts = NETWORK_TEXTS.en;

describe('edits of layers', () => {
  const initial = (): NetworkState => stateOf(access.choices);

  it('add and remove units within the limits', () => {
    expect(withUnits(initial(), 0, 5).layers.map(({ width }) => width)).toEqual([5, 2]);
    expect(withUnits(initial(), 1, 1).layers.map(({ width }) => width)).toEqual([4, 1]);
    const narrow = stateOf(access.choices, 'layers=1:tanh');
    expect(withUnits(narrow, 0, 0).layers[0]?.width).toBe(1);
    const wide = stateOf(access.choices, `layers=${MOST_UNITS}:tanh`);
    expect(withUnits(wide, 0, MOST_UNITS + 1).layers[0]?.width).toBe(MOST_UNITS);
  });

  it('move layers, change their options, and use an activation everywhere', () => {
    const state = stateOf(access.choices, 'layers=3:relu,5:tanh,7:elu(alpha:2)');
    const widths = (edit: { readonly layers: readonly { readonly width: number }[] }) =>
      edit.layers.map(({ width }) => width);
    expect(widths(withLayerMoved(state, 0, 1))).toEqual([5, 3, 7]);
    expect(widths(withLayerMoved(state, 2, -1))).toEqual([3, 7, 5]);
    expect(widths(withLayerMoved(state, 2, 1))).toEqual([3, 5, 7]);
    expect(withOptions(state, 1, { bias: false, normalization: 'layer' }).layers[1]).toMatchObject({
      width: 5,
      bias: false,
      normalization: 'layer',
    });
    const { layers } = withActivationEverywhere(state, 2);
    expect(layers.map(({ activation }) => activation)).toEqual(
      Array(3).fill({ key: 'elu', parameters: { alpha: 2 } }),
    );
  });

  it('choose an activation at its defaults, and set its parameters', () => {
    const elu = entryOf(access.choices.activations, 'elu');
    const state = { ...initial(), ...withActivation(initial(), 1, elu) };
    expect(state.layers[1]?.activation).toEqual({ key: 'elu', parameters: { alpha: 1 } });
    expect(state.layers[0]?.activation.key).toBe('tanh');
    const changed = withChosenActivation(state, 1, { key: 'elu', parameters: { alpha: 0.5 } });
    expect(changed.layers[1]?.activation.parameters).toEqual({ alpha: 0.5 });
  });

  it('add a layer like the last one, until there are enough', () => {
    const tanh = entryOf(access.choices.activations, 'tanh');
    expect(withLayer(initial(), tanh).layers.map(({ width }) => width)).toEqual([4, 2, 2]);
    expect(withLayer(stateOf(access.choices, 'layers='), tanh).layers).toMatchObject([
      { width: 4, activation: { key: 'tanh' } },
    ]);
    const full = stateOf(access.choices, `layers=${Array(MOST_LAYERS).fill('1:relu').join()}`);
    expect(canAddLayer(full)).toBe(false);
    expect(withLayer(full, tanh).layers).toBe(full.layers);
  });

  it('remove a layer', () => {
    expect(withoutLayer(initial(), 0).layers.map(({ width }) => width)).toEqual([2]);
  });
});

describe('the weights of a unit', () => {
  it('are those of its row, in words and numbers', () => {
    const state = stateOf(access.choices, 'layers=3:tanh');
    const trainer = access.lab.trainer(specOf(access.choices, state));
    const numbers = Float32Array.from({ length: trainer.shape.parameterCount }, (_, i) => i / 4 - 1);
    const names = networkNames(texts, access.choices, state);
    // 3 x 2 weights, 3 biases, 1 x 3 weights, 1 bias.
    expect([...unitWeights(trainer.shape, numbers, { layer: 0, unit: 1 }).weights]).toEqual([-0.5, -0.25]);
    expect(unitWeights(trainer.shape, numbers, { layer: 0, unit: 1 }).bias).toBe(0.75);
    expect(readingText(readUnit(texts, names, trainer.shape, numbers, { layer: 0, unit: 1 }))).toBe(
      'Layer 1, unit 2 (Tanh): x₁ −0.50, x₂ −0.25, bias +0.75',
    );
    expect(readingText(readUnit(texts, names, trainer.shape, numbers, { layer: 1, unit: 0 }))).toBe(
      'Output (Identity): unit 1 +1.25, unit 2 +1.50, unit 3 +1.75, bias +2.00',
    );
    expect(largestWeight(trainer.shape, numbers, 1)).toBe(1.75);
    expect(largestWeight(trainer.shape, numbers, 9)).toBe(9);
    trainer.dispose();
  });

  it('are named by class where there are several outputs', () => {
    const names = networkNames(texts, access.choices, stateOf(access.choices, 'data=blobs&classes=3'));
    expect(names.units.at(-1)).toEqual(['Output for Class 1', 'Output for Class 2', 'Output for Class 3']);
  });
});

describe('keys in the diagram', () => {
  it('lead to neighbours, at the same height in the next layer', () => {
    const units = [4, 2, 1];
    expect(neighbourOf({ layer: 0, unit: 3 }, 'ArrowRight', units)).toEqual({ layer: 1, unit: 1 });
    expect(neighbourOf({ layer: 1, unit: 0 }, 'ArrowLeft', units)).toEqual({ layer: 0, unit: 1 });
    expect(neighbourOf({ layer: 0, unit: 0 }, 'ArrowUp', units)).toEqual({ layer: 0, unit: 0 });
    expect(neighbourOf({ layer: 0, unit: 0 }, 'ArrowDown', units)).toEqual({ layer: 0, unit: 1 });
    expect(neighbourOf({ layer: 1, unit: 1 }, 'Home', units)).toEqual({ layer: 0, unit: 0 });
    expect(neighbourOf({ layer: 1, unit: 1 }, 'End', units)).toEqual({ layer: 2, unit: 0 });
    expect(neighbourOf({ layer: 1, unit: 1 }, 'Tab', units)).toBeUndefined();
  });

  it('never lead out of the network, and reach every unit', () => {
    const network = fc.array(fc.integer({ min: 1, max: 16 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(network, (units) => {
        const reached = new Set<string>(['0,0']);
        const open = [{ layer: 0, unit: 0 }];
        for (let place = open.pop(); place !== undefined; place = open.pop()) {
          for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
            const next = neighbourOf(place, key, units);
            if (next === undefined || reached.has(`${next.layer},${next.unit}`)) continue;
            expect(next.unit).toBeLessThan(units[next.layer] ?? 0);
            reached.add(`${next.layer},${next.unit}`);
            open.push(next);
          }
        }
        expect(reached.size).toBe(units.reduce((sum, count) => sum + count, 0));
      }),
    );
  });
});

describe('numbers of a run', () => {
  it('are written alike everywhere', () => {
    expect(lossText(0.12345)).toBe('0.1235');
    expect(lossText(null)).toBe('–');
    expect(lossText(Number.NaN)).toBe('–');
    expect(scoreText(0.98, 'binary')).toBe('98.0 %');
    expect(scoreText(0.98, 'regression')).toBe('0.980');
    expect(scoreText(-0.5, 'curve')).toBe('−0.500');
    expect(epochText(20, 10)).toBe('2');
    expect(epochText(25, 10)).toBe('2.5');
  });

  it('leave out test data that are not there', () => {
    const snapshot = { train: { loss: 0.5, score: 1 }, test: { loss: null, score: null } } as Snapshot;
    expect(resultsText(texts, snapshot, 'binary')).toBe('Training loss 0.5000. Accuracy: training 100.0 %.');
    const both = { ...snapshot, test: { loss: 0.25, score: 0.5 } } as Snapshot;
    expect(resultsText(texts, both, 'binary')).toBe(
      'Training loss 0.5000, test loss 0.2500. Accuracy: training 100.0 %, test 50.0 %.',
    );
  });
});

describe('Throttle', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('calls at once, then once an interval, the last time included', () => {
    const call = vi.fn();
    const throttle = new Throttle(100, call);
    for (let i = 0; i < 25; i++) {
      throttle.request();
      vi.advanceTimersByTime(10);
    }
    expect(call).toHaveBeenCalledTimes(3);
    vi.advanceTimersByTime(100);
    expect(call).toHaveBeenCalledTimes(4);
    vi.advanceTimersByTime(1000);
    expect(call).toHaveBeenCalledTimes(4);
  });

  it('drops what waits when it is stopped', () => {
    const call = vi.fn();
    const throttle = new Throttle(100, call);
    throttle.request();
    throttle.request();
    throttle.stop();
    vi.advanceTimersByTime(1000);
    expect(call).toHaveBeenCalledTimes(1);
  });
});
