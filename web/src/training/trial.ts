import type { Evaluation, Progress } from '../engine/training/observation';
import type { StopReason as EndReason, RunState, StopRule } from '../engine/training/stop-rule';
import type { TrainerPort } from './ports';
import { type Clock, Slicer } from './slicer';

/** How a run to a stop rule ended. */
export interface TrialResult extends Progress {
  readonly reason: EndReason;
  readonly train: Evaluation;
  readonly test: Evaluation;
  readonly hash: string;
  /** Units that are inactive for every training point. */
  readonly deadUnits: number;
  /** Opens as a session that goes on with the same bits. */
  readonly document: string;
}

/** One net on its way to a stop rule. Where and why it ends does not depend on the slices. */
export class Trial {
  readonly #trainer: TrainerPort;
  readonly #rule: StopRule;
  readonly #slicer: Slicer;
  #state: RunState;

  /** @throws EngineError where the rule is refused */
  constructor(trainer: TrainerPort, rule: StopRule, now: Clock) {
    this.#trainer = trainer;
    this.#rule = rule;
    this.#slicer = new Slicer(now);
    this.#state = trainer.runUntil(rule, { steps: 0 });
  }

  get progress(): Progress {
    return this.#trainer.progress();
  }

  /** Trains for a slice. Whether the end has been reached. */
  slice(): boolean {
    this.#slicer.run(
      () => (this.#state.reason === null ? Number.POSITIVE_INFINITY : 0),
      (count) => {
        this.#state = this.#trainer.runUntil(this.#rule, { steps: count, state: this.#state });
      },
    );
    return this.#state.reason !== null;
  }

  /** Of a trial that has ended. */
  get result(): TrialResult {
    const { train, test, layers, ...progress } = this.#trainer.snapshot({
      evaluation: true,
      layers: { bins: 1 },
    });
    const dead = (layers ?? []).flatMap(({ units }) => units).filter((unit) => unit.dead);
    return {
      ...progress,
      reason: this.#state.reason as EndReason,
      train: train as Evaluation,
      test: test as Evaluation,
      hash: this.#trainer.hash(),
      deadUnits: dead.length,
      document: this.#trainer.save(),
    };
  }

  dispose(): void {
    this.#trainer.dispose();
  }
}
