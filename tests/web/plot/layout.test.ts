import { describe, expect, it } from 'vitest';
import { hatchPath } from '../../../web/src/plot/hatch';
import { spreadLabels } from '../../../web/src/plot/label-spread';
import { keyStep, probeAfterKey, snappedToPixel } from '../../../web/src/plot/probe-step';

describe('spreadLabels', () => {
  it('leaves labels alone that do not collide', () => {
    expect(spreadLabels([10, 50, 90], 15, 0, 100)).toEqual([10, 50, 90]);
  });

  it('keeps labels apart, in order and inside', () => {
    const placed = spreadLabels([50, 50, 48, 99], 15, 0, 100);
    const sorted = [...placed].sort((a, b) => a - b);
    for (let i = 1; i < sorted.length; i++)
      expect((sorted[i] as number) - (sorted[i - 1] as number)).toBeGreaterThanOrEqual(15);
    expect(placed[2]).toBeLessThan(placed[0] as number);
    expect(Math.max(...placed)).toBeLessThanOrEqual(100);
  });
});

describe('hatchPath', () => {
  it('stays inside its area', () => {
    const path = hatchPath({ left: 10, top: 20, right: 40, bottom: 60 }, 8);
    const points = [...path.matchAll(/([\d.]+),([\d.]+)/g)].map(
      ([, x, y]) => [Number(x), Number(y)] as const,
    );
    expect(points.length).toBeGreaterThan(8);
    expect(points.every(([x, y]) => x >= 10 && x <= 40 && y >= 20 && y <= 60)).toBe(true);
  });
});

describe('the probe', () => {
  const window = { left: -6, right: 6, bottom: 0, top: 1 };

  it('steps along round numbers', () => {
    expect(keyStep(window)).toBe(0.1);
    expect(probeAfterKey(0.3, 'ArrowRight', false, window)).toBe(0.4);
    expect(probeAfterKey(0.3, 'ArrowLeft', false, window)).toBe(0.2);
    expect(probeAfterKey(0.3, 'ArrowUp', true, window)).toBe(1.3);
    expect(probeAfterKey(0.3, 'PageDown', false, window)).toBe(-0.7);
    expect(probeAfterKey(0.1, 'ArrowLeft', false, window)).toBe(0);
    expect(probeAfterKey(0.3, 'Tab', false, window)).toBeUndefined();
  });

  it('goes to the next multiple from between two', () => {
    expect(probeAfterKey(0.33, 'ArrowRight', false, window)).toBe(0.4);
    expect(probeAfterKey(0.33, 'ArrowLeft', false, window)).toBe(0.3);
  });

  it('goes to the ends of the window', () => {
    expect(probeAfterKey(0.3, 'Home', false, window)).toBe(-6);
    expect(probeAfterKey(0.3, 'End', false, window)).toBe(6);
  });

  it('stands at short numbers when dragged', () => {
    expect(snappedToPixel(1.23456789, window, 600)).toBe(1.24);
    expect(Object.is(snappedToPixel(-0.001, window, 600), 0)).toBe(true);
  });
});
