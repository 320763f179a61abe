import { mixed, pixelOf, type Rgb } from './colour';

/** How values become pixels. */
export interface ColourTable {
  /** An odd number of pixels, from the strongest negative value over 0, in the middle, to the strongest positive one. */
  readonly pixels: Uint32Array;
  /** What is not a number. */
  readonly notANumber: number;
}

const STEPS = 128;
/** Points of the same hue have to stand out from the strongest tint. */
export const STRONGEST_TINT = 0.62;

export interface DivergingColours {
  readonly negative: Rgb;
  readonly neutral: Rgb;
  readonly positive: Rgb;
  readonly notANumber: Rgb;
}

/** Two hues that fade into `neutral` at 0. */
export function divergingTable({ negative, neutral, positive, notANumber }: DivergingColours): ColourTable {
  const pixels = Uint32Array.from({ length: 2 * STEPS + 1 }, (_, index) => {
    const share = (index - STEPS) / STEPS;
    return pixelOf(mixed(neutral, share < 0 ? negative : positive, Math.abs(share) * STRONGEST_TINT));
  });
  return { pixels, notANumber: pixelOf(notANumber) };
}

/** From `neutral` to one hue, for what is 0 or more. */
export function sequentialTable(hue: Rgb, neutral: Rgb): Uint32Array {
  return Uint32Array.from({ length: STEPS + 1 }, (_, index) =>
    pixelOf(mixed(neutral, hue, (index / STEPS) * STRONGEST_TINT)),
  );
}
