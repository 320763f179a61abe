import type { RunState } from '../engine/training/stop-rule';
import type { CallName, Given, Saved } from './protocol';

/** Where nets come from: the call that makes them again. */
export type Origin =
  | { readonly name: 'create'; readonly given: Given<'create'> }
  | { readonly name: 'load'; readonly given: Given<'load'> };

export type ChangeName = Extract<
  CallName,
  'set' | 'reset' | 'reseed' | 'setWeight' | 'setWeights' | 'setInitialWeights' | 'setData'
>;

/** What is done to nets besides training them. */
export interface Change {
  readonly name: ChangeName;
  readonly given: Given<ChangeName>;
  /** Whether the worker has done it. */
  isDone: boolean;
}

const SHORTEST_INTERVAL_MS = 1000;
/** Between two documents, in units of what the last one took. */
const INTERVAL_PER_COST = 20;

/**
 * From where nets go on when their worker dies: a saved document with how far the run to a rule was, and the changes since
 * then. Only steps are lost.
 */
export class RestartPoint {
  #origin: Origin | undefined;
  #changes: Change[] = [];
  #ruleStates: readonly RunState[] | null = null;
  #savedAt = Number.NEGATIVE_INFINITY;
  #cost = 0;

  get origin(): Origin | undefined {
    return this.#origin;
  }

  /** To be done again, in this order. */
  get changes(): readonly Change[] {
    return this.#changes.filter(({ isDone }) => isDone);
  }

  /** Of the run underway; `null`: it begins here, or anew because the nets have become others since. */
  get ruleStates(): readonly RunState[] | null {
    return this.changes.every(({ name }) => name === 'set') ? this.#ruleStates : null;
  }

  begin(origin: Origin): void {
    this.#origin = origin;
    this.#changes = [];
    this.#ruleStates = null;
  }

  /** Another run than that of the last document. */
  beginRun(): void {
    this.#ruleStates = null;
  }

  /** A change that is about to be sent. */
  note(name: ChangeName, given: Given<ChangeName>): Change {
    const change = { name, given, isDone: false };
    this.#changes.push(change);
    return change;
  }

  /** It has just been used. */
  restarted(now: number): void {
    this.#savedAt = now;
  }

  /** Whether a new document is worth its cost: while training goes on, or at a moment worth keeping. */
  isDue(now: number, isMoment: boolean): boolean {
    const interval = Math.max(isMoment ? 0 : SHORTEST_INTERVAL_MS, this.#cost * INTERVAL_PER_COST);
    return now - this.#savedAt >= interval;
  }

  /**
   * Asks for documents and begins again with them.
   *
   * @param now a clock, in milliseconds
   */
  async save(ask: () => Promise<Saved>, now: () => number): Promise<void> {
    const [origin, contained] = [this.#origin, new Set(this.#changes)];
    this.#savedAt = now();
    const { documents, ruleStates } = await ask();
    this.#cost = now() - this.#savedAt;
    if (this.#origin !== origin) return;
    this.#origin = { name: 'load', given: { documents } };
    this.#ruleStates = ruleStates;
    this.#changes = this.#changes.filter((change) => !contained.has(change));
  }
}
