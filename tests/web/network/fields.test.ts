import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goalField } from '../../../web/src/elements/network/model/goal-field';
import { stopField, stopRuleOf } from '../../../web/src/elements/network/model/stop-field';
import { REFUSED } from '../../../web/src/state/codec';

describe('the goal of a task', () => {
  it.each(['score:0.95', 'loss:0.1:train', 'loss:12', ''])('reads back "%s"', (text) => {
    const goal = goalField.read(text);
    expect(goal).not.toBe(REFUSED);
    if (goal !== REFUSED) expect(goalField.write(goal)).toBe(text);
  });

  it.each(['score:1.1', 'loss:-1', 'accuracy:1', 'score', 'score:0.5:validation', 'loss:1e9'])(
    'refuses "%s"',
    (text) => {
      expect(goalField.read(text)).toBe(REFUSED);
    },
  );

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void goalField.read(text)));
  });
});

describe('stop conditions', () => {
  it('are a rule of the engine that ends every run', () => {
    expect(stopRuleOf({})).toBeNull();
    expect(stopRuleOf({ epochs: 50, loss: 0.1 })).toEqual({ maxEpochs: 50, lossBelow: 0.1 });
    expect(stopRuleOf({ score: 0.9, plateau: 20 })).toEqual({
      maxSteps: 1e9,
      scoreAtLeast: 0.9,
      plateau: { epochs: 20 },
    });
  });

  it.each(['epochs', 'epochs:1.5', 'epochs:0', 'score:2', 'toString:1', 'loss:0.1;', 'epochs:5,loss:1'])(
    'refuse "%s"',
    (text) => {
      expect(stopField.read(text)).toBe(REFUSED);
    },
  );
});
