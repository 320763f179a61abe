/** Milliseconds of training before messages are looked at. A single step is not divided, however long it takes. */
export const SLICE_MS = 8;
/** Much shorter than a slice, which leaves room for steps that take longer than those before. */
const PIECE_MS = 2;
/** For clocks that see no time pass. */
const MOST_STEPS = 1e6;

/** Milliseconds, never descending. */
export type Clock = () => number;

/** Cuts a long run into slices. That changes when something is computed, never what. */
export class Slicer {
  readonly #now: Clock;
  #millisecondsPerStep = 0;
  #lastCount = 0;

  constructor(now: Clock) {
    this.#now = now;
  }

  /**
   * Advances piece by piece, by one step at least, until nothing is left or the slice is over.
   *
   * @param left how many steps may be taken; asked before each piece
   * @returns milliseconds spent
   */
  run(left: () => number, advance: (count: number) => void): number {
    const start = this.#now();
    let now = start;
    for (let count = Math.min(left(), this.#fitting(SLICE_MS) || 1); count > 0; ) {
      advance(count);
      const then = this.#now();
      this.#lastCount = count;
      this.#millisecondsPerStep = (then - now) / count;
      now = then;
      count = Math.min(left(), this.#fitting(start + SLICE_MS - now));
    }
    return now - start;
  }

  /** Steps for the next piece, at most twice as many as last time; 0: not even one fits into the time. */
  #fitting(milliseconds: number): number {
    const most = Math.min(Math.max(1, this.#lastCount * 2), MOST_STEPS);
    if (milliseconds <= 0 || this.#millisecondsPerStep > milliseconds) return 0;
    if (this.#millisecondsPerStep === 0) return most;
    const piece = Math.floor(Math.min(milliseconds, PIECE_MS) / this.#millisecondsPerStep);
    return Math.min(most, Math.max(1, piece));
  }
}
