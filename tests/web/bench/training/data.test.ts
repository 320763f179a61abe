import { describe, expect, it } from 'vitest';
import { randomData, rowsOf, targetsOf, xorData } from '../../../bench/training/data.mjs';
import { makeNetwork } from '../../../bench/training/network.mjs';

describe('xorData', () => {
  const data = xorData(200);

  it('is of one class where both coordinates have one sign', () => {
    rowsOf(data).forEach(([x1 = 0, x2 = 0], sample) => {
      expect(data.classes[sample]).toBe(x1 > 0 === x2 > 0 ? 1 : 0);
    });
  });

  it('has about as many samples of each class', () => {
    const ones = data.classes.filter((label) => label === 1).length;
    expect(Math.abs(ones - 100)).toBeLessThan(25);
  });
});

describe('randomData', () => {
  it('has samples of every class', () => {
    const { inputs, classes } = randomData(1024, 64, 10);
    expect(inputs).toHaveLength(1024 * 64);
    expect(new Set(classes)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
  });
});

describe('targetsOf', () => {
  const inputs = new Float32Array(4);

  it('are -1 and 1 for one output', () => {
    const data = { columns: 2, inputs, classes: Float32Array.of(0, 1) };
    expect(targetsOf(makeNetwork('2-1', 'tanh'), data)).toEqual([[-1], [1]]);
  });

  it('are a one among zeros for several', () => {
    const data = { columns: 2, inputs, classes: Float32Array.of(2, 0) };
    expect(targetsOf(makeNetwork('2-3', 'tanh'), data)).toEqual([
      [0, 0, 1],
      [1, 0, 0],
    ]);
  });
});
