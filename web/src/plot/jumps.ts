/** A place where sampled values change within one float32 step. */
export interface Jump {
  readonly x: number;
  /** The values one float32 step before, at, and one float32 step after `x`. */
  readonly before: number;
  readonly at: number;
  readonly after: number;
}

export interface Jumps {
  readonly jumps: readonly Jump[];
  /** Indices `i` whose sample must not be joined to sample `i + 1`. */
  readonly breaks: ReadonlySet<number>;
}

const TOLERANCE = 1e-6;

/**
 * Looks for jumps of `y` at `candidates`, around which `x` must hold the float32 neighbours (see `samplePositions`).
 * `x` ascends; candidates that are not among the samples are ignored.
 */
export function findJumps(x: Float32Array, y: Float32Array, candidates: readonly number[]): Jumps {
  const jumps: Jump[] = [];
  const breaks = new Set<number>();
  for (const candidate of candidates) {
    const i = indexOf(x, Math.fround(candidate));
    if (i < 1 || i + 1 >= x.length) continue;
    const before = y[i - 1] as number;
    const at = y[i] as number;
    const after = y[i + 1] as number;
    // A continuous function moves by about one rounding step between neighbours; nothing smaller than this is visible.
    const tolerance = TOLERANCE * Math.max(1, Math.abs(candidate), Math.abs(at));
    const breaksBefore = differs(before, at, tolerance);
    const breaksAfter = differs(at, after, tolerance);
    if (!breaksBefore && !breaksAfter) continue;
    if (breaksBefore) breaks.add(i - 1);
    if (breaksAfter) breaks.add(i);
    jumps.push({ x: candidate, before, at, after });
  }
  return { jumps, breaks };
}

const differs = (a: number, b: number, tolerance: number): boolean => !(Math.abs(a - b) <= tolerance);

function indexOf(ascending: Float32Array, value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const here = ascending[middle] as number;
    if (here === value) return middle;
    if (here < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
