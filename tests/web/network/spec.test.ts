import { beforeAll, describe, expect, it } from 'vitest';
import { isDrawable, taskOf } from '../../../web/src/elements/network/model/data-spec';
import { LIMITS } from '../../../web/src/elements/network/model/limits';
import {
  consistent,
  isSameData,
  isSameTraining,
  specOf,
} from '../../../web/src/elements/network/model/network-spec';
import type { TrainingAccess } from '../../../web/src/elements/network/model/training-access';
import { entryOf } from '../../../web/src/elements/network/model/training-choices';
import { lossesOf, lossOf, lowerRate } from '../../../web/src/elements/network/model/training-spec';
import { builtAccess, stateOf } from './support';

let access: TrainingAccess;
beforeAll(async () => {
  access = await builtAccess();
});
const specFor = (text: string) => specOf(access.choices, stateOf(access.choices, text));

describe('specOf', () => {
  it('is accepted by the engine for every data set, and every loss that is offered for it', () => {
    const { choices, lab } = access;
    for (const { key } of choices.datasets.filter(isDrawable)) {
      for (const classes of [2, 3, 10]) {
        const text = `data=${key}&classes=${classes}`;
        const state = stateOf(choices, text);
        for (const loss of lossesOf(choices, taskOf(entryOf(choices.datasets, key), state))) {
          const trainer = lab.trainer(specFor(`${text}&loss=${loss.key}`));
          trainer.step();
          expect(trainer.progress().divergence, `${text} ${loss.key}`).toBeNull();
          trainer.dispose();
        }
      }
    }
  });

  it('is accepted at the limits of what can be entered', () => {
    const { choices, lab, makeData } = access;
    const { samples, share, classes, batch, rate, l1 } = LIMITS;
    const few = `samples=${samples.minimum}&share=${share.minimum}&classes=${classes.maximum}&noise=1&batch=${batch.maximum}`;
    const many = `samples=${samples.maximum}&share=${share.maximum}&rate=${rate.maximum}&l1=${l1.maximum}&l2=${l1.maximum}`;
    for (const { key } of choices.datasets.filter(isDrawable)) {
      for (const text of [`data=${key}&${few}`, `data=${key}&${many}`]) {
        const state = stateOf(choices, text);
        expect(makeData(state).train.targets.length, text).toBeGreaterThan(0);
        expect(() => lab.trainer(specOf(choices, state)).dispose(), text).not.toThrow();
      }
    }
  });

  it('is accepted with every activation, optimiser and initialiser', () => {
    const { choices, lab } = access;
    const texts = [
      ...choices.activations.map(({ key }) => `layers=3:${key},2:${key}`),
      ...choices.optimizers.map(({ key }) => `optimizer=${key}`),
      ...choices.initializers.map(({ key }) => `init=${key}`),
    ];
    for (const text of texts) expect(() => lab.trainer(specFor(text)).dispose(), text).not.toThrow();
  });

  it('gives two classes one logit, and more one output each', () => {
    expect(specFor('data=blobs&classes=2')).toMatchObject({ task: 'binary', loss: 'bce_with_logits' });
    expect(specFor('data=blobs&classes=2').layers.at(-1)).toMatchObject({ width: 1, activation: 'identity' });
    expect(specFor('data=blobs&classes=5')).toMatchObject({ task: 'multi_class', classes: 5 });
    expect(specFor('data=blobs&classes=5').layers.at(-1)).toMatchObject({ width: 5, activation: 'identity' });
  });

  it('gives each loss the output it needs', () => {
    const output = (text: string) => specFor(text).layers.at(-1)?.activation;
    expect(output('loss=naive_bce')).toBe('sigmoid');
    expect(output('loss=half_squared')).toBe('tanh');
    expect(output('loss=hinge')).toBe('identity');
    expect(output('data=plane')).toBe('identity');
  });

  it('hands on parameters of activations', () => {
    expect(specFor('layers=3:elu(alpha:0.5)').layers[0]).toMatchObject({
      width: 3,
      activation: 'elu',
      activationParameters: { alpha: 0.5 },
    });
  });
});

describe('consistent', () => {
  it('keeps a loss only where it fits the task', () => {
    expect(stateOf(access.choices, 'loss=hinge').loss.key).toBe('hinge');
    expect(stateOf(access.choices, 'loss=hinge&data=plane').loss.key).toBe('auto');
    expect(lossOf(access.choices, stateOf(access.choices, 'loss=hinge&data=plane')).key).toBe('mse');
  });

  it('keeps the features that the data have, and at least one', () => {
    expect(stateOf(access.choices, 'data=sine&features=x1,x1_x2,sin_x1').features).toEqual(['x1', 'sin_x1']);
    expect(stateOf(access.choices, 'data=sine&features=x2,cos_x2').features).toEqual(['x1']);
  });

  it('changes nothing a second time', () => {
    for (const text of ['data=sine&features=x2&loss=hinge', 'data=blobs&loss=bce_with_logits']) {
      const once = stateOf(access.choices, text);
      expect(consistent(access.choices, once)).toEqual(once);
    }
  });
});

describe('what changes without a reset', () => {
  const states = (text: string) => [stateOf(access.choices), stateOf(access.choices, text)] as const;

  it.each([
    'rate=1',
    'l1=0.1',
    'l2=0.1',
    'clip=1',
    'schedule=cosine(steps:50)',
    'speed=fast',
    'discretise=1',
    'test=1',
    'log=1',
  ])('%s', (text) => {
    const [a, b] = states(text);
    expect(isSameTraining(access.choices, { ...a, layers: b.layers }, b)).toBe(true);
  });

  it.each([
    'data=xor',
    'samples=50',
    'noise=0.3',
    'share=0.2',
    'dataSeed=2',
    'features=x1',
    'layers=1:tanh',
    'init=zeros',
    'seed=2',
    'loss=mse',
    'optimizer=adam',
    'batch=1',
    'leftover=drop',
    'shuffle=0',
    'coding=zero_one',
    'outputBias=0',
    'layers=4:tanh:no_bias,2:tanh',
    'data=circle&noise=0.1',
  ])('not %s', (text) => {
    const [a, b] = states(text);
    expect(isSameTraining(access.choices, a, b)).toBe(false);
  });

  it('the points stay the same while only the network changes', () => {
    const [a, b] = states('layers=1:tanh&seed=3&batch=4');
    expect(isSameData(access.choices, a, b)).toBe(true);
  });
});

describe('lowerRate', () => {
  it('is a tenth, and never below what may be entered', () => {
    expect(lowerRate(1000)).toBe(100);
    expect(lowerRate(0.3)).toBe(0.03);
    expect(lowerRate(LIMITS.rate.minimum)).toBe(LIMITS.rate.minimum);
  });
});
