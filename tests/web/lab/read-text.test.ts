import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../web/src/elements/activation-lab/read-text';

describe('a text that is opened', () => {
  it.each([
    ['{"version":1}', 'session'],
    [' https://example.org/lab.html#data=xor&layers=3:relu ', 'lab'],
    ['#data=xor', 'lab'],
    ['https://playground.tensorflow.org/#activation=tanh&networkShape=4,2', 'playground'],
    ['x,y,class\n1,2,0\n3,4,1', 'csv'],
    ['1;2;3\n4;5;6\n', 'csv'],
    ['hello', 'unknown'],
    ['', 'unknown'],
    ['https://example.org/', 'unknown'],
  ])('%j is a %s', (text, kind) => {
    expect(readText(text).kind).toBe(kind);
  });

  it('leaves what a link says of the page to the page', () => {
    expect(readText('https://example.org/lab.html#lang=zh-CN&embed=1&hide=data&data=xor&seed=3')).toEqual({
      kind: 'lab',
      state: 'data=xor&seed=3',
    });
  });

  it('can be anything', () => {
    fc.assert(fc.property(fc.string(), (text) => void readText(text)));
  });
});
