import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextAbove, nextBelow } from '../../../web/src/plot/float32';
import { samplePositions } from '../../../web/src/plot/sampling';

describe('float32 neighbours', () => {
  it('steps across zero, powers of two and signs', () => {
    expect(nextAbove(0)).toBe(2 ** -149);
    expect(nextBelow(0)).toBe(-(2 ** -149));
    expect(nextAbove(1)).toBe(1 + 2 ** -23);
    expect(nextBelow(1)).toBe(1 - 2 ** -24);
    expect(nextAbove(-1)).toBe(-(1 - 2 ** -24));
  });

  it('is undone by the step back', () => {
    fc.assert(
      fc.property(
        fc.float({ noNaN: true, noDefaultInfinity: true, max: Math.fround(1e38), min: Math.fround(-1e38) }),
        (value) => {
          expect(nextBelow(nextAbove(value)) + 0).toBe(value + 0);
        },
      ),
    );
  });
});

describe('samplePositions', () => {
  it('ascends strictly and reaches both ends', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.array(fc.double({ min: -60, max: 60, noNaN: true }), { maxLength: 5 }),
        (left, span, special) => {
          const x = samplePositions(left, left + span, 100, special);
          expect(x[0]).toBe(Math.fround(left));
          expect(x[x.length - 1]).toBe(Math.fround(left + span));
          for (let i = 1; i < x.length; i++) expect(x[i]).toBeGreaterThan(x[i - 1] as number);
        },
      ),
    );
  });

  it('brings a special point with both its neighbours', () => {
    const x = [...samplePositions(-1, 1, 10, [0.5, 7])];
    const at = x.indexOf(0.5);
    expect(x[at - 1]).toBe(nextBelow(0.5));
    expect(x[at + 1]).toBe(nextAbove(0.5));
    expect(Math.max(...x)).toBe(1);
  });

  it('uses the same abscissas while it is panned', () => {
    const before = new Set(samplePositions(-5, 5, 200));
    const after = [...samplePositions(-4.9, 5.1, 200)].slice(1, -1);
    const shared = after.filter((position) => before.has(position));
    expect(shared.length).toBeGreaterThan(190);
  });
});
