import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../web/src/embedding/messages';

describe('messages of a page around a frame', () => {
  it('that are meant for others are left alone', () => {
    for (const data of [null, 1, 'run', [], {}, { type: 'run' }, { type: 1 }, { subject: 'lti.frameResize' }])
      expect(readMessage(data)).toBeUndefined();
  });

  it('are understood', () => {
    expect(readMessage({ type: 'activation-lab.run', id: 7, more: 1 })).toEqual({
      message: { type: 'activation-lab.run', id: 7 },
    });
    expect(readMessage({ type: 'activation-lab.set-state', state: 'seed=2' })).toEqual({
      message: { type: 'activation-lab.set-state', state: 'seed=2' },
    });
  });

  it('that make no sense are named', () => {
    expect(readMessage({ type: 'activation-lab.explode', id: 'a' })).toEqual({ problem: 'type', id: 'a' });
    expect(readMessage({ type: 'activation-lab.set-state', state: 5, id: {} })).toEqual({ problem: 'state' });
    expect(readMessage({ type: 'activation-lab.set-state', state: 'x'.repeat(100_001) })).toEqual({
      problem: 'state',
    });
  });

  it('can be anything', () => {
    const types = fc
      .constantFrom('run', 'set-state', 'snapshot', '')
      .map((order) => `activation-lab.${order}`);
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.record({ type: types, state: fc.anything(), id: fc.anything() })),
        (data) => {
          void readMessage(data);
        },
      ),
    );
  });
});
