import type { Evaluation, Progress } from '../engine/training/observation';
import type { StopRule, StopReason as TrialEnd } from '../engine/training/stop-rule';
import type { TrainerPort } from './ports';
import { type Clock, Slicer } from './slicer';

/** How a run to a stop rule ended. */
export interface TrialResult extends Progress {
  readonly reason: TrialEnd;
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
  #reason: TrialEnd | null;

  /** @throws EngineError where the rule is refused */
  constructor(trainer: TrainerPort, rule: StopRule, now: Clock) {
    this.#trainer = trainer;
    this.#rule = rule;
    this.#slicer = new Slicer(now);
    this.#reason = trainer.runUntil(rule, 0);
  }

  get progress(): Progress {
    return this.#trainer.progress();
  }

  /** Trains for a slice. Whether the end has been reached. */
  slice(): boolean {
    this.#slicer.run(
      () => (this.#reason === null ? Number.POSITIVE_INFINITY : 0),
      (count) => {
        this.#reason = this.#trainer.runUntil(this.#rule, count);
      },
    );
    return this.#reason !== null;
  }

  /** Of a trial that has ended. */
  get result(): TrialResult {
    const { train, test, layers, ...progress } = this.#trainer.snapshot({ evaluation: true, layers: true });
    const dead = (layers ?? []).flatMap(({ units }) => units).filter((unit) => unit.dead);
    return {
      ...progress,
      reason: this.#reason as TrialEnd,
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
