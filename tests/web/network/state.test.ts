import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { FEATURES } from '../../../web/src/elements/network/model/data-state';
import {
  LIMITS,
  MOST_LAYERS,
  MOST_UNITS,
  MOST_WEIGHTS_IN_A_LINK,
} from '../../../web/src/elements/network/model/limits';
import { networkCodec } from '../../../web/src/elements/network/model/network-state';
import {
  MOST_POINTS_IN_A_LINK,
  OWN_DATA,
  OWN_KINDS,
} from '../../../web/src/elements/network/model/own-points';
import type { Choices } from '../../../web/src/elements/network/model/training-choices';
import { SCHEDULES, SPEEDS } from '../../../web/src/elements/network/model/training-state';
import type { CatalogueEntry } from '../../../web/src/engine/catalogue';
import type { Normalization, TargetCoding } from '../../../web/src/engine/training/spec';
import { builtAccess } from './support';

let choices: Choices;
beforeAll(async () => {
  ({ choices } = await builtAccess());
});

describe('the state in a link', () => {
  it('starts with a circle and two layers of tanh, as the empty text', () => {
    const { initial, encode } = networkCodec(choices);
    expect(initial.data.key).toBe('circle');
    expect(initial.layers.map(({ width, activation }) => [width, activation.key])).toEqual([
      [4, 'tanh'],
      [2, 'tanh'],
    ]);
    expect(encode(initial)).toBe('');
  });

  it('is readable', () => {
    const text =
      'data=two_spirals&samples=200&classes=2&noise=0.15&share=0.7&dataSeed=9&features=x1,x2,sin_x1&layers=8:relu:no_bias:layer_norm,8:elu(alpha:1.5):batch_norm:residual&outputBias=0' +
      '&init=kaiming_normal&seed=42&loss=huber(delta:2)&optimizer=adam(beta1:0.8)&rate=0.001&schedule=step(steps:50;factor:0.9)&batch=0&l1=0.001&l2=0.01&clip=1&leftover=drop&shuffle=0&coding=zero_one&speed=fast&discretise=1&test=1&log=1';
    const { decode, encode } = networkCodec(choices);
    const { state, problems } = decode(text);
    expect(problems).toEqual([]);
    expect(encode(state)).toBe(text);
  });

  it('has no layers where none are written', () => {
    const { decode, encode } = networkCodec(choices);
    const { state } = decode('layers=');
    expect(state.layers).toEqual([]);
    expect(encode(state)).toBe('layers=');
  });

  it('restores everything that can be set', () => {
    const { decode, encode, initial } = networkCodec(choices);
    const chosenOf = (entries: readonly CatalogueEntry[]) =>
      fc.constantFrom(...entries).chain((info) =>
        fc.record({
          key: fc.constant(info.key),
          parameters: fc.record(
            Object.fromEntries(
              info.parameters.map(({ key, initial, minimum, maximum }) => [
                key,
                fc.constantFrom(initial, minimum, maximum),
              ]),
            ),
          ),
        }),
      );
    const numberOf = ({ minimum, maximum, integer }: (typeof LIMITS)[keyof typeof LIMITS]) =>
      integer
        ? fc.integer({ min: minimum, max: maximum })
        : fc.double({ min: minimum, max: maximum, noNaN: true });
    const float = fc.float({ noDefaultInfinity: true, noNaN: true });
    const coordinate = fc.float({ min: -1e6, max: 1e6, noNaN: true });
    const layer = fc.record({
      width: fc.integer({ min: 1, max: MOST_UNITS }),
      activation: chosenOf(choices.activations),
      bias: fc.boolean(),
      normalization: fc.constantFrom<Normalization[]>('none', 'layer', 'batch'),
      residual: fc.boolean(),
    });
    const state = fc.record({
      data: chosenOf([...choices.datasets, { key: OWN_DATA, parameters: [] }]),
      samples: numberOf(LIMITS.samples),
      classes: numberOf(LIMITS.classes),
      noise: numberOf(LIMITS.noise),
      share: numberOf(LIMITS.share),
      dataSeed: numberOf(LIMITS.dataSeed),
      kind: fc.constantFrom(...OWN_KINDS),
      points: fc.array(fc.tuple(coordinate, coordinate, coordinate), { maxLength: MOST_POINTS_IN_A_LINK }),
      labels: fc.array(fc.stringMatching(/^[\p{L} ]{1,20}$/u), { maxLength: 10 }),
      features: fc.subarray([...FEATURES], { minLength: 1 }),
      layers: fc.array(layer, { maxLength: MOST_LAYERS }),
      init: chosenOf(choices.initializers),
      outputBias: fc.boolean(),
      weights: fc.array(float, { maxLength: MOST_WEIGHTS_IN_A_LINK }),
      seed: numberOf(LIMITS.seed),
      loss: chosenOf(choices.losses),
      optimizer: chosenOf(choices.optimizers),
      rate: numberOf(LIMITS.rate),
      batch: numberOf(LIMITS.batch),
      schedule: chosenOf(SCHEDULES),
      clip: numberOf(LIMITS.clip),
      leftover: fc.constantFrom<('keep' | 'drop')[]>('keep', 'drop'),
      shuffle: fc.boolean(),
      coding: fc.constantFrom<TargetCoding[]>('automatic', 'zero_one', 'minus_one_one'),
      l1: numberOf(LIMITS.l1),
      l2: numberOf(LIMITS.l2),
      speed: fc.constantFrom(...SPEEDS),
      stop: fc.record(
        {
          epochs: fc.integer({ min: 1, max: 1e6 }),
          loss: fc.double({ min: 0, max: 1000, noNaN: true }),
          score: fc.double({ min: 0, max: 1, noNaN: true }),
          plateau: fc.integer({ min: 1, max: 1e5 }),
        },
        { requiredKeys: [] },
      ),
      formula: fc.constantFrom('', '3 sin(x)', 'x^2+1', 'max(2×x, 1)'),
      discretise: fc.boolean(),
      test: fc.boolean(),
      log: fc.boolean(),
      boundary: fc.boolean(),
      levels: fc.boolean(),
      curves: fc.constantFrom<('loss' | 'score')[]>('loss', 'score'),
    });
    fc.assert(
      fc.property(state, (values) => {
        const { state: read, problems } = decode(encode(values));
        expect(problems).toEqual([]);
        expect(read).toEqual(values);
      }),
    );
    expect(Object.keys(initial).length).toBe(35);
  });

  it.each([
    ['data', 'no_such'],
    ['points', '1,2;3'],
    ['points', '1,x'],
    ['points', '1e9,0'],
    ['weights', '1,two'],
    ['stop', 'epochs:0'],
    ['stop', 'never'],
    ['samples', '9'],
    ['samples', '1e9'],
    ['noise', '-0.1'],
    ['noise', 'NaN'],
    ['features', ''],
    ['features', 'x1,x3'],
    ['layers', '0:tanh'],
    ['layers', '257:tanh'],
    ['layers', '4:no_such'],
    ['layers', '4'],
    ['layers', 'tanh'],
    ['layers', ':tanh'],
    ['layers', '4.5:tanh'],
    ['layers', '4:elu(alpha:-1)'],
    ['layers', '4:tanh:no_such'],
    ['layers', '4:tanh:toString'],
    ['schedule', 'step(steps:0)'],
    ['optimizer', 'adam(beta1:2)'],
    ['coding', 'two'],

    ['loss', 'no_such'],
    ['optimizer', 'no_such'],
    ['init', 'no_such'],
    ['rate', '0'],
    ['rate', '1001'],
    ['batch', '-1'],
    ['seed', '-1'],
    ['seed', '4294967296'],
    ['speed', 'warp'],
    ['test', 'yes'],
  ])('names and defaults the bad value %s=%s', (key, value) => {
    const { decode, initial } = networkCodec(choices);
    const { state, problems } = decode(new URLSearchParams({ [key]: value }).toString());
    expect(problems).toEqual([{ kind: 'bad-value', key, value }]);
    expect(state).toEqual(initial);
  });

  it('survives anything', () => {
    const { decode } = networkCodec(choices);
    fc.assert(
      fc.property(fc.constantFrom('layers', 'features', 'data', 'rate'), fc.string(), (key, value) => {
        const { state } = decode(new URLSearchParams({ [key]: value }).toString());
        expect(state.layers.length).toBeLessThanOrEqual(MOST_LAYERS);
      }),
    );
  });
});
