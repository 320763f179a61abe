import { beforeAll, describe, expect, it } from 'vitest';
import { specOf } from '../../../web/src/elements/network/model/network-spec';
import { stateOfSpec } from '../../../web/src/elements/network/model/state-of-spec';
import type { TrainingAccess } from '../../../web/src/elements/network/model/training-access';
import type { TrainerSpec } from '../../../web/src/engine/training/spec';
import { readPlaygroundLink } from '../../../web/src/exchange/playground/read-link';
import { builtAccess, stateOf } from './support';

let access: TrainingAccess;
beforeAll(async () => {
  access = await builtAccess();
});

function complete(spec: TrainerSpec): TrainerSpec {
  const trainer = access.lab.trainer(spec);
  const { spec: whole } = trainer;
  trainer.dispose();
  return whole;
}

function shown(spec: TrainerSpec) {
  return stateOfSpec(access.choices, complete(spec), stateOf(access.choices), complete);
}

describe('the state that shows a set-up', () => {
  it.each([
    '',
    'data=two_spirals(turns:2)&layers=8:relu:no_bias:layer_norm,8:elu(alpha:1.5):residual&optimizer=adam(beta1:0.8)',
    'data=blobs&classes=5&loss=softmax_cross_entropy&schedule=step(steps:50;factor:0.9)&clip=2&batch=0',
    'data=plane&loss=huber(delta:2)&l1=0.01&l2=0.02&shuffle=0&leftover=drop&outputBias=0&init=orthogonal',
    'data=sine(frequency:2)&features=x1,sin_x1&seed=99&noise=0.2&share=0.3&samples=77&dataSeed=5',
    'data=own&points=1,2,0;3,4,1;5,6,0;7,8,1&share=0.5',
    'data=own&kind=curve&points=1,2;3,4;5,6;7,8',
    'data=iris&layers=6:tanh',
  ])('makes the same set-up again: %s', (text) => {
    const state = stateOf(access.choices, text);
    const made = complete(specOf(access.choices, state));
    const { state: read, unshown } = stateOfSpec(access.choices, made, stateOf(access.choices), complete);
    expect(unshown).toEqual([]);
    expect(complete(specOf(access.choices, read))).toEqual(made);
  });

  it('says what has no place in it', () => {
    const spec = specOf(access.choices, stateOf(access.choices));
    expect(shown({ ...spec, shuffleSeed: 77 }).unshown).toEqual(['shuffleSeed']);
    expect(shown({ ...spec, learningRate: 1e-9 }).unshown).toEqual(['learningRate']);
    const layers = spec.layers.map((layer) => ({ ...layer, gain: 2 }));
    expect(shown({ ...spec, layers }).unshown).toEqual(['layers']);
  });

  it('is there for links of TensorFlow Playground', () => {
    const reading = readPlaygroundLink(
      'https://playground.tensorflow.org/#activation=relu&batchSize=7&dataset=spiral&learningRate=0.1&networkShape=6,3&seed=0.5&percTrainData=70&x=true&y=true&sinX=true&noise=20',
    );
    if ('refusal' in reading) throw new Error(reading.refusal);
    const { state, unshown } = shown(reading.spec);
    expect(unshown).toEqual([]);
    expect(state).toMatchObject({
      data: { key: 'two_spirals' },
      features: ['x1', 'x2', 'sin_x1'],
      batch: 7,
      rate: 0.1,
      noise: 0.2,
      shuffle: false,
      loss: { key: 'half_squared' },
    });
    expect(state.layers.map(({ width, activation }) => [width, activation.key])).toEqual([
      [6, 'relu'],
      [3, 'relu'],
    ]);
  });
});
