import type { StopReason as EndReason, RunState, StopRule } from '../engine/training/stop-rule';
import type { TrainerPort } from './ports';

/** What a rule can end a run by; where a net diverges is told apart from it. */
export type RuleReason = Exclude<EndReason, 'divergence'>;

/** Nets in lockstep on their way to a stop rule, which the first one of them ends. Where that is does not depend on slices. */
export class RuleRun {
  readonly #trainers: readonly TrainerPort[];
  readonly #rule: StopRule;
  #states: readonly RunState[];

  /**
   * @param states of such a run of the same nets, to go on from there
   * @throws EngineError where the rule or a state is refused
   */
  constructor(trainers: readonly TrainerPort[], rule: StopRule, states: readonly RunState[] | null = null) {
    this.#trainers = trainers;
    this.#rule = rule;
    this.#states = states ?? this.#beginnings();
    if (states !== null) this.advance(0);
  }

  /** How far each net has come. */
  get states(): readonly RunState[] {
    return this.#states;
  }

  /** Forgets the lowest loss so far: the nets have become others. */
  beginAnew(): void {
    this.#states = this.#beginnings();
  }

  /** `null`: not yet. */
  get reason(): RuleReason | null {
    for (const { reason } of this.#states) if (reason !== null && reason !== 'divergence') return reason;
    return null;
  }

  /** Steps that may be taken at once: a rule is looked at where an epoch ends, and there every net must stop with the first. */
  get left(): number {
    if (this.reason !== null) return 0;
    const moving = this.#trainers.find((_, net) => this.#states[net]?.reason === null);
    if (this.#trainers.length === 1 || moving === undefined) return Number.POSITIVE_INFINITY;
    return moving.progress().stepsToEpochEnd;
  }

  advance(steps: number): void {
    this.#states = this.#trainers.map((trainer, net) =>
      trainer.runUntil(this.#rule, { steps, state: this.#states[net] as RunState }),
    );
  }

  #beginnings(): RunState[] {
    return this.#trainers.map((trainer) => trainer.runUntil(this.#rule, { steps: 0 }));
  }
}
