import type { SnapshotRequest } from '../engine/training/observation';
import type { RunState } from '../engine/training/stop-rule';
import { Checkpoints } from './checkpoints';
import type { Host } from './host';
import type { Lockstep } from './lockstep';
import type { Goal, Pace, StopReason } from './protocol';
import type { RuleRun } from './rule-run';
import { Showcase } from './showcase';
import { Slicer } from './slicer';

export interface Errand {
  readonly goal: Goal | null;
  readonly rule: RuleRun | null;
  readonly isPaced: boolean;
}

interface Run extends Errand {
  readonly slicer: Slicer;
}

/** Trains nets, a slice at a time, and shows them in between. */
export class Runner {
  readonly #host: Host;
  readonly #showcase: Showcase;
  readonly #checkpoints = new Checkpoints();
  #nets: Lockstep | undefined;
  #run: Run | undefined;
  #pace: Pace = 'fastest';
  /** Steps until the page shall see the nets again. */
  #stepsLeftInFrame = Number.POSITIVE_INFINITY;
  #millisecondsSinceShown = 0;

  constructor(host: Host) {
    this.#host = host;
    this.#showcase = new Showcase(host);
  }

  get nets(): Lockstep | undefined {
    return this.#nets;
  }

  /** `null`: no rule is being followed. */
  get ruleStates(): readonly RunState[] | null {
    return this.#run?.rule?.states ?? null;
  }

  /** Whether there is something to be trained now. */
  get isBusy(): boolean {
    return this.#run !== undefined && this.#stepsLeftInFrame > 0;
  }

  replace(nets: Lockstep): void {
    this.#take(nets);
    this.beginAnew();
  }

  /** Nets that are known from now on only. */
  beginAnew(): void {
    if (this.#nets !== undefined) this.#checkpoints.begin(this.#nets);
    this.#run?.rule?.beginAnew();
    this.changed();
  }

  /** Goes back to a checkpoint. @returns `undefined` where there is none */
  rewind(load: (documents: readonly string[]) => Lockstep): Lockstep | undefined {
    const documents = this.#checkpoints.takeBack();
    if (documents === undefined) return undefined;
    const nets = load(documents);
    this.#take(nets);
    this.changed();
    return nets;
  }

  start(errand: Errand): void {
    this.stop('replaced');
    this.#run = { ...errand, slicer: new Slicer(this.#host.now) };
    if (this.#nets !== undefined) this.#checkpoints.note(this.#nets);
    this.#beginFrame();
  }

  stop(reason: StopReason): void {
    if (this.#run === undefined || this.#nets === undefined) return;
    this.#run = undefined;
    this.#host.post({ type: 'stopped', reason, progress: this.#nets.progress });
  }

  setPace(pace: Pace): void {
    this.#pace = pace;
    this.#beginFrame();
  }

  /** @throws EngineError where the nets cannot be shown like this */
  setRequest(request: SnapshotRequest): void {
    this.#showcase.setRequest(request, this.#nets);
  }

  drawn(): void {
    this.#showcase.drawn();
    // A frame that is over but was not shown yet comes first.
    if (this.#stepsLeftInFrame <= 0 && !this.#showcase.hasNews) this.#beginFrame();
  }

  changed(): void {
    this.#showcase.changed();
    for (const { net, divergence } of this.#nets?.newDivergences() ?? []) {
      this.#host.post({ type: 'diverged', net, divergence });
    }
  }

  /** Trains until the slice, the frame or the run is over. */
  slice(): void {
    const [nets, run] = [this.#nets, this.#run];
    if (nets === undefined || run === undefined) return;
    const { goal, rule } = run;
    const toGoal = (): number => (goal === null ? Number.POSITIVE_INFINITY : nets.distanceTo(goal));
    const left = (): number =>
      nets.isOver
        ? 0
        : Math.min(
            toGoal(),
            rule?.left ?? Number.POSITIVE_INFINITY,
            this.#stepsLeftInFrame,
            this.#checkpoints.distanceFrom(nets.steps),
          );
    this.#millisecondsSinceShown += run.slicer.run(left, (count) => {
      if (rule === null) nets.advance(goal?.unit ?? 'batch', count);
      else rule.advance(count);
      this.#stepsLeftInFrame -= count;
      this.#checkpoints.note(nets);
    });
    this.changed();
    if (nets.isOver) this.stop('diverged');
    else if (rule?.reason) this.stop(rule.reason);
    else if (toGoal() === 0) this.stop('goal');
  }

  show(): void {
    if (this.#nets === undefined || !this.#isWorthShowing) return;
    if (this.#showcase.show(this.#nets)) this.#millisecondsSinceShown = 0;
  }

  /** Forgets nets of a core that cannot even free them. */
  abandon(): void {
    this.#run = undefined;
    this.#nets = undefined;
  }

  dispose(): void {
    this.#nets?.dispose();
    this.abandon();
  }

  #take(nets: Lockstep): void {
    this.stop('replaced');
    this.#nets?.dispose();
    this.#nets = nets;
  }

  #beginFrame(): void {
    const pace = this.#run?.isPaced === false ? 'fastest' : this.#pace;
    this.#stepsLeftInFrame = pace === 'fastest' ? Number.POSITIVE_INFINITY : pace;
  }

  /** At full speed, looking takes at most half of the time. */
  get #isWorthShowing(): boolean {
    if (this.#run === undefined) return true;
    if (this.#stepsLeftInFrame < Number.POSITIVE_INFINITY) return this.#stepsLeftInFrame <= 0;
    return this.#millisecondsSinceShown >= this.#showcase.milliseconds;
  }
}
