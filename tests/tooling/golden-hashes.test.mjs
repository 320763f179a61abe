import { expect, it } from 'vitest';
import { differences, parseHashes } from '../../web/tooling/golden-hashes.mjs';

it('reads lines of name and hash', () => {
  expect([...parseHashes('relu 1f\n\n# vectors\nsoftmax jacobian  2e\n')]).toEqual([
    ['relu', '1f'],
    ['softmax jacobian', '2e'],
  ]);
});

it('names each line that differs', () => {
  const golden = parseHashes('elu 1\nrelu 2\ntanh 3');
  expect(differences(golden, parseHashes('tanh 3\nrelu 2\nelu 1'))).toEqual([]);
  expect(differences(golden, parseHashes('elu 1\nrelu 9\nmish 4'))).toEqual([
    'mish is not in the golden file; found 4',
    'relu differs: expected 2, found 9',
    'tanh is missing; expected 3',
  ]);
});
