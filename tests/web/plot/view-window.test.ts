import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  centre,
  fittedVertically,
  LARGEST_MAGNITUDE,
  panned,
  pinched,
  revealing,
  SMALLEST_SPAN,
  spanX,
  spanY,
  tidied,
  type ViewWindow,
  withEqualUnits,
  zoomed,
} from '../../../web/src/plot/view-window';

const window: ViewWindow = { left: -6, right: 6, bottom: -1, top: 3 };

const anyWindow = fc
  .record({
    x: fc.double({ min: -900, max: 900, noNaN: true }),
    y: fc.double({ min: -900, max: 900, noNaN: true }),
    width: fc.double({ min: 0.01, max: 100, noNaN: true }),
    height: fc.double({ min: 0.01, max: 100, noNaN: true }),
  })
  .map(({ x, y, width, height }) => ({ left: x, right: x + width, bottom: y, top: y + height }));

const isWithinLimits = ({ left, right, bottom, top }: ViewWindow): boolean =>
  left < right &&
  bottom < top &&
  [left, right, bottom, top].every((end) => Math.abs(end) <= LARGEST_MAGNITUDE * (1 + 1e-12));

describe('panned', () => {
  it('moves all four ends', () => {
    expect(panned(window, 1, -0.5)).toEqual({ left: -5, right: 7, bottom: -1.5, top: 2.5 });
  });

  it('stops at the end of the world with its size unchanged', () => {
    const far = panned(window, 1e9, -1e9);
    expect(far.right).toBe(LARGEST_MAGNITUDE);
    expect(far.bottom).toBe(-LARGEST_MAGNITUDE);
    expect(spanX(far)).toBe(spanX(window));
    expect(spanY(far)).toBe(spanY(window));
  });
});

describe('zoomed', () => {
  it('keeps the anchor in place', () => {
    const closer = zoomed(window, 2, { x: 2, y: 1 });
    expect(closer).toEqual({ left: -2, right: 4, bottom: 0, top: 2 });
  });

  it('is undone by the inverse factor', () => {
    fc.assert(
      fc.property(anyWindow, fc.double({ min: 0.5, max: 2, noNaN: true }), (view, factor) => {
        const back = zoomed(zoomed(view, factor, centre(view)), 1 / factor, centre(view));
        expect(back.left).toBeCloseTo(view.left, 6);
        expect(back.top).toBeCloseTo(view.top, 6);
      }),
    );
  });

  it('never leaves the limits', () => {
    fc.assert(
      fc.property(anyWindow, fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (view, factor) => {
        const result = zoomed(view, factor, centre(view));
        expect(isWithinLimits(result)).toBe(true);
        expect(Math.min(spanX(result), spanY(result))).toBeGreaterThanOrEqual(SMALLEST_SPAN * 0.999);
      }),
    );
  });
});

describe('pinched', () => {
  it('magnifies by the ratio of the distances around the middle of the fingers', () => {
    const before = [
      { x: -1, y: 1 },
      { x: 1, y: 1 },
    ] as const;
    const after = [
      { x: -2, y: 1 },
      { x: 2, y: 1 },
    ] as const;
    expect(pinched(window, before, after)).toEqual({ left: -3, right: 3, bottom: 0, top: 2 });
  });

  it('pans when both fingers move alike', () => {
    const before = [
      { x: -1, y: 1 },
      { x: 1, y: 1 },
    ] as const;
    const after = [
      { x: 0, y: 2 },
      { x: 2, y: 2 },
    ] as const;
    expect(pinched(window, before, after)).toEqual({ left: -7, right: 5, bottom: -2, top: 2 });
  });

  it('survives two fingers on one point', () => {
    const point = { x: 0, y: 0 };
    expect(isWithinLimits(pinched(window, [point, point], [point, { x: 1, y: 1 }]))).toBe(true);
    expect(isWithinLimits(pinched(window, [point, { x: 1, y: 1 }], [point, point]))).toBe(true);
  });
});

describe('other views', () => {
  it('moves just far enough to reveal a point', () => {
    expect(revealing(window, 8)).toEqual({ left: -4, right: 8, bottom: -1, top: 3 });
    expect(revealing(window, 0)).toBe(window);
  });

  it('gives both axes the same unit', () => {
    const equal = withEqualUnits(window, 600, 300);
    expect(spanY(equal)).toBeCloseTo(6, 12);
    expect(centre(equal)).toEqual(centre(window));
  });

  it('fits the finite values with a margin', () => {
    const { bottom, top, left } = fittedVertically(window, [
      Float32Array.of(0, 1, Number.NaN),
      Float32Array.of(Infinity, 0.5),
    ]);
    expect(left).toBe(-6);
    expect(bottom).toBeCloseTo(-0.08, 6);
    expect(top).toBeCloseTo(1.08, 6);
  });

  it('keeps the window when there is nothing to fit, and opens it around a constant', () => {
    expect(fittedVertically(window, [Float32Array.of(Number.NaN)])).toBe(window);
    const flat = fittedVertically(window, [Float32Array.of(2, 2)]);
    expect(flat.bottom).toBeLessThan(2);
    expect(flat.top).toBeGreaterThan(2);
  });

  it('tidies ends to short numbers within a thousandth of the span', () => {
    fc.assert(
      fc.property(anyWindow, (view) => {
        const tidy = tidied(view);
        expect(Math.abs(tidy.left - view.left)).toBeLessThanOrEqual(spanX(view) / 1000);
        expect(Math.abs(tidy.top - view.top)).toBeLessThanOrEqual(spanY(view) / 1000);
      }),
    );
    expect(tidied({ left: -6.00012345, right: 5.99987, bottom: -1.000002, top: 3 })).toEqual(window);
  });
});

it('zooms into an axis of errors too', () => {
  const errors = { left: -6, right: 6, bottom: -1e-8, top: 1e-8 };
  expect(spanX(zoomed(errors, 2, { x: 0, y: 0 }))).toBe(6);
});
