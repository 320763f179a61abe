import { beforeAll, expect, it } from 'vitest';
import { misfitsOf } from '../../../web/src/elements/network/model/misfits';
import { networkCodec } from '../../../web/src/elements/network/model/network-state';
import type { TrainingAccess } from '../../../web/src/elements/network/model/training-access';
import { builtAccess } from './support';

let access: TrainingAccess;
beforeAll(async () => {
  access = await builtAccess();
});

it.each([
  ['', []],
  ['data=xor&features=x2,x1&loss=hinge', []],
  ['data=own', ['data']],
  ['data=own&points=1,2,0;2,1,1', []],
  ['data=sine&features=x1', []],
  ['data=sine&features=x1,x2', ['features']],
  ['data=plane&loss=hinge', ['loss']],
  ['layers=1:relu&weights=1,2,3,4,5', []],
  ['layers=1:relu&weights=1,2,3,4', ['weights']],
  ['data=sine&features=x2&loss=hinge&weights=1', ['features', 'loss', 'weights']],
])('in “%s” what does not go together is %j', (text, keys) => {
  const { state, problems } = networkCodec(access.choices).decode(text);
  expect(problems).toEqual([]);
  expect(misfitsOf(access, state)).toEqual(keys);
});
