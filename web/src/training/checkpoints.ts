import type { Lockstep } from './lockstep';

/** Of all nets at one moment. */
interface Checkpoint {
  readonly steps: number;
  readonly documents: readonly string[];
  /** On the training data: the largest of all nets. */
  readonly loss: number;
}

const MOST = 12;
const MOST_CHARACTERS = 2 ** 24;
/** Saving so many numbers takes about as long as a step of as many. */
const NUMBERS_PER_STEP = 256;
/** A loss so many times the lowest one shows that the training had begun to diverge. */
const EXPLOSION = 2;

const powerOfTwoFrom = (least: number): number => 2 ** Math.ceil(Math.log2(Math.max(1, least)));

/**
 * Moments of a training to which it can go back, at steps that depend on nothing but their number: dense at first, and twice
 * as far apart whenever there are too many.
 */
export class Checkpoints {
  #kept: Checkpoint[] = [];
  #stride = 1;

  /** Forgets everything. */
  begin(nets: Lockstep): void {
    this.#kept = [];
    this.#stride = powerOfTwoFrom(Math.max(...nets.parameterCounts) / NUMBERS_PER_STEP);
  }

  /** Steps to the next one. */
  distanceFrom(steps: number): number {
    return this.#stride - (steps % this.#stride);
  }

  /** Keeps this moment where it is one to be kept. */
  note(nets: Lockstep): void {
    const { steps } = nets;
    if (steps % this.#stride !== 0 || steps <= (this.#kept.at(-1)?.steps ?? -1) || nets.hasDiverged) return;
    const loss = nets.largestLoss;
    if (!Number.isFinite(loss)) return;
    this.#kept.push({ steps, documents: nets.save(), loss });
    while (this.#kept.length > 1 && this.#isTooMuch) {
      this.#stride *= 2;
      this.#kept = this.#kept.filter((checkpoint) => checkpoint.steps % this.#stride === 0);
    }
  }

  /** The documents of the last moment at which all was well; what came after it is forgotten. */
  takeBack(): readonly string[] | undefined {
    const lowest = Math.min(...this.#kept.map(({ loss }) => loss));
    const last = this.#kept.findLastIndex(({ loss }) => loss <= EXPLOSION * lowest);
    this.#kept.length = last + 1;
    return this.#kept[last]?.documents;
  }

  get #isTooMuch(): boolean {
    const characters = this.#kept
      .flatMap(({ documents }) => documents)
      .reduce((sum, { length }) => sum + length, 0);
    return this.#kept.length > MOST || characters > MOST_CHARACTERS;
  }
}
