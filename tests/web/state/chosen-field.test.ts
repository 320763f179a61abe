import { beforeAll, describe, expect, it } from 'vitest';
import { type Chosen, chosenItem } from '../../../web/src/state/chosen-field';
import { type Field, REFUSED } from '../../../web/src/state/fields';
import { loadBuiltLab } from '../engine/support';

let item: Omit<Field<Chosen>, 'initial'>;
beforeAll(async () => {
  item = chosenItem((await loadBuiltLab()).catalogue.activations);
});

describe('chosenItem', () => {
  it.each(['relu', 'elu(alpha:1.5)', 'softplus(beta:2;threshold:10)', 'leaky_relu(negative_slope:-0.5)'])(
    'reads and writes %s',
    (text) => {
      const read = item.read(text);
      expect(read).not.toBe(REFUSED);
      expect(item.write(read as Chosen)).toBe(text);
    },
  );

  it('fills in what is not said', () => {
    expect(item.read('softplus(beta:2)')).toEqual({
      key: 'softplus',
      parameters: { beta: 2, threshold: 20 },
    });
  });

  it.each([
    '',
    'relux',
    'elu(',
    'elu()',
    'elu(alpha)',
    'elu(alpha:)',
    'elu(alpha:-1e9)',
    'elu(beta:1)',
    'elu(alpha:1)x',
    '__proto__',
  ])('refuses %j', (text) => {
    expect(item.read(text)).toBe(REFUSED);
  });
});
