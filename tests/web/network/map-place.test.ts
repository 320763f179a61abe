import { describe, expect, it } from 'vitest';
import { ARROWS, nearestInside } from '../../../web/src/elements/network/model/map-place';

const WINDOW = { left: -6, right: 4, bottom: -3, top: 2 };

describe('nearestInside', () => {
  it('leaves a place of the window where it is', () => {
    expect(nearestInside(WINDOW, [1, -2])).toEqual([1, -2]);
  });

  it('stops at each edge', () => {
    expect(nearestInside(WINDOW, [-9, -9])).toEqual([-6, -3]);
    expect(nearestInside(WINDOW, [9, 9])).toEqual([4, 2]);
  });
});

describe('ARROWS', () => {
  it('lead upwards where the ordinate grows', () => {
    expect(ARROWS.ArrowUp).toEqual([0, 1]);
    expect(ARROWS.ArrowLeft).toEqual([-1, 0]);
    expect(ARROWS.Enter).toBeUndefined();
  });
});
