import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isSound,
  MOST_POINTS_IN_A_LINK,
  type OwnSample,
  ownDataset,
  pointsField,
  samplesOf,
  splitSamples,
} from '../../../web/src/elements/network/model/own-points';

const samples = fc.array(
  fc.tuple(fc.float({ min: -9, max: 9, noNaN: true }), fc.float({ min: -9, max: 9, noNaN: true }), fc.nat(3)),
  { minLength: 1, maxLength: 80 },
);

describe('own points', () => {
  it('that are too many stay out of a link', () => {
    const many: OwnSample[] = Array(MOST_POINTS_IN_A_LINK + 1).fill([1, 2, 0]);
    expect(pointsField.write(many)).toBe('');
    expect(pointsField.write(many.slice(1))).not.toBe('');
  });

  it('are sound where the targets can be what they are said to be', () => {
    expect(isSound('classes', [[0, 0, 1]])).toBe(true);
    expect(isSound('classes', [[0, 0, 0.5]])).toBe(false);
    expect(isSound('classes', [[0, 0, 10]])).toBe(false);
    expect(isSound('values', [[0, 0, 0.5]])).toBe(true);
    expect(isSound('curve', [[0, 0.5]])).toBe(true);
    expect(isSound('curve', [[0, 0, 0.5]])).toBe(false);
    expect(isSound('classes', [])).toBe(false);
  });

  it('of two classes make a binary task, of more a multi-class one', () => {
    expect(ownDataset('classes', [[0, 0, 0]], []).tasks).toContain('binary');
    expect(
      ownDataset(
        'classes',
        [
          [0, 0, 0],
          [1, 1, 2],
        ],
        ['a', 'b', 'c'],
      ),
    ).toMatchObject({
      mostClasses: 3,
      columns: 2,
      classNames: [{ name: 'a' }, { name: 'b' }, { name: 'c' }],
    });
    expect(ownDataset('curve', [[0, 3]], [])).toMatchObject({ tasks: ['curve'], columns: 1, mostClasses: 0 });
  });

  it('are split by class, none twice and none lost', () => {
    fc.assert(
      fc.property(samples, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (points, share) => {
        const data = splitSamples('classes', points, share);
        const sorted = (list: readonly OwnSample[]) => list.map(String).sort();
        expect(sorted(samplesOf(data))).toEqual(sorted(points));
        for (const label of new Set(points.map(([, , target]) => target))) {
          const all = points.filter(([, , target]) => target === label).length;
          const trained = [...data.train.targets].filter((target) => target === label).length;
          expect(Math.abs(trained - all * share)).toBeLessThanOrEqual(1);
          expect(trained).toBeGreaterThan(0);
        }
      }),
    );
  });
});
