import { EngineError } from '../engine/errors';
import type { Progress } from '../engine/training/observation';
import type { TrainerSpec } from '../engine/training/spec';
import type { StopRule } from '../engine/training/stop-rule';
import { type Backend, startBackend } from './backend';
import { Supervisor } from './supervisor';
import type { TrialResult } from './trial';

export interface EnsembleSetup {
  readonly spec: TrainerSpec;
  /** 1 to 1000; each takes the place of `spec.seed`. */
  readonly seeds: readonly number[];
  readonly stop: StopRule;
}

/** What became of a seed. */
export interface SeedOutcome {
  readonly seed: number;
  readonly result?: TrialResult;
  /** Instead of a result: what no worker survived. */
  readonly error?: EngineError;
}

export interface EnsembleListener {
  /** How far a seed is, about ten times a second. */
  progress?(seed: number, progress: Progress): void;
  /** A seed has come to its end. They do so in any order. */
  settled?(outcome: SeedOutcome): void;
}

export interface EnsembleOptions {
  /** Workers at most; default: one less than there are processors, 1 to 4. */
  readonly poolSize?: number;
  /** Where to train. */
  readonly start?: () => Promise<Backend>;
}

export const MAXIMUM_SEEDS = 1000;
const LARGEST_POOL = 4;

/** A worker of the pool, and the seed it is at. */
interface Lane {
  readonly supervisor: Supervisor;
  seed: number;
}

/**
 * One set-up trained from many seeds, each until the same rule stops it, on a few workers. What comes out depends neither on
 * how many there are nor on how fast they are. A worker that dies is replaced, and its seed run again. Begins at once.
 */
export class Ensemble {
  /**
   * In the order of the seeds. Of an ensemble that was cancelled: those that had come to their end.
   *
   * @throws EngineError where the set-up or the rule is refused, or there is no core to be had
   */
  readonly outcomes: Promise<readonly SeedOutcome[]>;
  readonly #setup: EnsembleSetup;
  readonly #listener: EnsembleListener;
  readonly #start: () => Promise<Backend>;
  readonly #lanes: Lane[] = [];
  readonly #settled: SeedOutcome[] = [];
  /** Seeds that a worker has or had. */
  #begun = 0;
  #isActive = true;
  #isCancelled = false;

  /** @throws EngineError `invalid-input` where there is no seed, or are too many */
  constructor(setup: EnsembleSetup, listener: EnsembleListener = {}, options: EnsembleOptions = {}) {
    const { length } = setup.seeds;
    if (length < 1 || length > MAXIMUM_SEEDS) {
      throw new EngineError('invalid-input', 'seeds', `must be 1 to ${MAXIMUM_SEEDS}, not ${length}`);
    }
    this.#setup = setup;
    this.#listener = listener;
    this.#start = options.start ?? startBackend;
    this.outcomes = this.#run(Math.min(options.poolSize ?? defaultPoolSize(), length));
  }

  /** Whether somebody can see it. While it is false nothing is trained; afterwards it goes on. */
  get active(): boolean {
    return this.#isActive;
  }

  set active(active: boolean) {
    this.#isActive = active;
    for (const { supervisor } of this.#lanes) supervisor.isActive = active;
  }

  /** Ends all workers, and leaves nothing behind. */
  cancel(): void {
    this.#isCancelled = true;
    for (const { supervisor } of this.#lanes) supervisor.dispose();
  }

  async #run(poolSize: number): Promise<readonly SeedOutcome[]> {
    try {
      const first = this.#openLane();
      await first.supervisor.call('ping', {});
      // In the page itself there is time for one slice in a frame.
      const size = first.supervisor.backend === 'main-thread' ? 1 : poolSize;
      while (this.#lanes.length < size) this.#openLane();
      await Promise.all(this.#lanes.map((lane) => this.#work(lane)));
    } catch (error) {
      if (!this.#isCancelled) throw error;
    } finally {
      this.cancel();
    }
    // Leaves no gaps for seeds that had no end.
    return this.#settled.flat();
  }

  #openLane(): Lane {
    const lane: Lane = {
      seed: 0,
      supervisor: new Supervisor(this.#start, {
        news: (news) => {
          if (news.type === 'trialProgress') this.#listener.progress?.(lane.seed, news.progress);
        },
        restore: async () => {},
        restarting: () => {},
        restarted: () => {},
        failed: () => {},
      }),
    };
    lane.supervisor.isActive = this.#isActive;
    this.#lanes.push(lane);
    return lane;
  }

  /** One seed after the other, until none is left. */
  async #work(lane: Lane): Promise<void> {
    const { seeds } = this.#setup;
    while (this.#begun < seeds.length && !this.#isCancelled) {
      const place = this.#begun;
      this.#begun += 1;
      lane.seed = seeds[place] as number;
      const outcome = await this.#outcomeOf(lane);
      this.#settled[place] = outcome;
      this.#listener.settled?.(outcome);
    }
  }

  async #outcomeOf({ seed, supervisor }: Lane): Promise<SeedOutcome> {
    const { spec, stop } = this.#setup;
    try {
      const result = await supervisor.call('trial', { spec: { ...spec, seed }, stop });
      supervisor.achieved();
      // Nobody pauses a trial of an ensemble.
      return { seed, result: result as TrialResult };
    } catch (error) {
      if (error instanceof EngineError && error.code === 'crashed') return { seed, error };
      throw error;
    }
  }
}

function defaultPoolSize(): number {
  return Math.min(LARGEST_POOL, Math.max(1, navigator.hardwareConcurrency - 1));
}
