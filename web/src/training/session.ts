import { EngineError } from '../engine/errors';
import type { Divergence, Progress, Snapshot, SnapshotRequest } from '../engine/training/observation';
import type { DataSpec, HyperParameters, TrainerSpec } from '../engine/training/spec';
import type { StopRule } from '../engine/training/stop-rule';
import type { Trainer } from '../engine/training/trainer';
import { type Backend, type BackendKind, startBackend } from './backend';
import type { Connection, News } from './connection';
import type { Question } from './ports';
import type { Answer, CallName, Given, Goal, Net, Pace, StopReason, Unit } from './protocol';
import { errorOf } from './refusal';
import { type ChangeName, type Origin, RestartPoint } from './restart-point';
import { Screen } from './screen';
import { Supervisor } from './supervisor';

/**
 * `empty`: there is no net yet. `restarting`: the worker has died and another one takes over. `failed`: there is none, and
 * `failure` says why; the next call tries again.
 */
export type SessionState = 'empty' | 'paused' | 'running' | 'restarting' | 'failed' | 'disposed';

export interface SessionListener {
  stateChanged?(state: SessionState): void;
  /** Other nets have taken the place of those before. */
  replaced?(nets: readonly Net[]): void;
  /**
   * In an animation frame; one snapshot for each net. The next ones wait until this is done: it may return a promise where
   * drawing takes longer.
   */
  snapshot?(nets: readonly Snapshot[]): unknown;
  /** A change was not made; everything is as it was. */
  refused?(error: EngineError): void;
  /** NaN or infinity turned up in a net; it keeps its last finite weights. */
  diverged?(net: number, divergence: Divergence): void;
  /** A run has ended; one progress for each net. */
  stopped?(reason: StopReason, progress: readonly Progress[]): void;
  /** The worker died and another one goes on, so many steps back; changes made since then have been made again. */
  restarted?(lostSteps: number): void;
}

/**
 * Nets that train side by side in a worker, as the page sees them. Changes resolve to whether they were made; `refused` is
 * told why not. Questions reject with an EngineError. The worker is started with the first nets.
 */
export class TrainingSession {
  readonly #listener: SessionListener;
  readonly #supervisor: Supervisor;
  readonly #screen: Screen;
  readonly #restartPoint = new RestartPoint();
  #state: SessionState = 'empty';
  #failure: unknown;
  #nets: readonly Net[] = [];
  #run: Given<'run'> | undefined;
  #pace: Pace = 'fastest';
  #request: SnapshotRequest = {};
  /** Of the first net, as far as the page knows. */
  #steps = 0;
  #stepsAtDeath = 0;
  #stepsRestored = 0;

  /** @param start where to train */
  constructor(listener: SessionListener, start: () => Promise<Backend> = startBackend) {
    this.#listener = listener;
    this.#supervisor = new Supervisor(start, {
      news: (news) => this.#hear(news),
      restore: (connection) => this.#restore(connection),
      restarting: () => {
        this.#screen.clear();
        this.#stepsAtDeath = this.#steps;
        this.#setState('restarting');
      },
      restarted: () => {
        this.#setState(this.#stateOfNets);
        this.#listener.restarted?.(Math.max(0, this.#stepsAtDeath - this.#stepsRestored));
      },
      failed: (error) => this.#fail(error),
    });
    this.#screen = new Screen(
      (nets) => this.#listener.snapshot?.(nets),
      () => this.#supervisor.drawn(),
    );
  }

  get state(): SessionState {
    return this.#state;
  }

  /** Why the state is `failed`. */
  get failure(): unknown {
    return this.#failure;
  }

  /** As they were when they were made or loaded. */
  get nets(): readonly Net[] {
    return this.#nets;
  }

  /** Where training takes place; `undefined` while it does not. */
  get backend(): BackendKind | undefined {
    return this.#supervisor.backend;
  }

  /** Whether somebody can see it. While it is false nothing at all is done; what was running goes on afterwards. */
  get active(): boolean {
    return this.#supervisor.isActive;
  }

  set active(active: boolean) {
    this.#supervisor.isActive = active;
  }

  /**
   * Begins with new nets; those before are kept if one of these is refused.
   *
   * @param specs 1 to 16 nets that will train in lockstep
   * @param options `sameStart`: each net begins with the weights of the first one in every layer of the same shape
   */
  create(
    specs: TrainerSpec | readonly TrainerSpec[],
    { sameStart = false }: { readonly sameStart?: boolean } = {},
  ): Promise<boolean> {
    const given = { specs: [specs].flat() as TrainerSpec[], sameStart };
    return this.#begin({ name: 'create', given });
  }

  /** Goes on with saved nets; those before are kept if a document is refused. */
  load(documents: string | readonly string[]): Promise<boolean> {
    return this.#begin({ name: 'load', given: { documents: [documents].flat() } });
  }

  /** Trains until the goal, or until the first net meets the rule, a pause, or until every net has diverged. */
  run(until: Goal | StopRule | null = null): Promise<boolean> {
    return this.#attempt(async () => {
      const isGoal = until !== null && 'unit' in until;
      const [goal, rule] = isGoal ? [until, null] : [null, until];
      const run = { goal, rule, ruleStates: null, isPaced: true };
      await this.#supervisor.call('run', run);
      this.#beginRun(run);
    });
  }

  /** Goes on by so many samples, batches or epochs, whatever the pace; an epoch that has begun counts as one. */
  step(unit: Unit = 'batch', count = 1): Promise<boolean> {
    return this.#attempt(async () => {
      const goal = await this.#supervisor.call('step', { unit, count });
      this.#beginRun({ goal, rule: null, ruleStates: null, isPaced: false });
    });
  }

  pause(): Promise<boolean> {
    return this.#attempt(() => this.#callIfStarted('pause', {}));
  }

  /** Steps from one snapshot to the next, or as many as there is time for, which is the default. */
  setPace(pace: Pace): Promise<boolean> {
    return this.#attempt(async () => {
      await this.#callIfStarted('pace', { pace });
      this.#pace = pace;
    });
  }

  /** What each snapshot shall hold; nothing but the progress, to begin with. */
  observe(request: SnapshotRequest): Promise<boolean> {
    return this.#attempt(async () => {
      await this.#callIfStarted('observe', { request });
      this.#request = request;
    });
  }

  /** Takes effect with the next step. What is left out stays. */
  set(hyper: HyperParameters, net = 0): Promise<boolean> {
    return this.#change('set', { net, hyper });
  }

  /** All nets, back to their initial weights. */
  reset(): Promise<boolean> {
    return this.#change('reset', {});
  }

  /** New initial weights for all nets. */
  reseed(seed: number): Promise<boolean> {
    return this.#change('reseed', { seed });
  }

  setWeight(index: number, value: number, net = 0): Promise<boolean> {
    return this.#change('setWeight', { net, index, value });
  }

  setWeights(values: Float32Array, net = 0): Promise<boolean> {
    return this.#change('setWeights', { net, values });
  }

  /** Begins anew from these weights, to which a reset returns until other ones are drawn. */
  setInitialWeights(values: Float32Array, net = 0): Promise<boolean> {
    return this.#change('setInitialWeights', { net, values });
  }

  /** All nets go on with other points of as many columns. */
  setData(data: DataSpec): Promise<boolean> {
    return this.#change('setData', { data });
  }

  /**
   * Back to the last moment at which all was well, of those that are remembered, and stands still there: bit for bit as it was
   * then, hyper-parameters included.
   */
  rewind(): Promise<boolean> {
    return this.#attempt(async () => {
      this.#nets = await this.#supervisor.call('rewind', {});
      this.#run = undefined;
      this.#steps = this.#nets[0]?.progress.steps ?? 0;
      if (this.#screen.clear()) this.#supervisor.drawn();
      this.#setState('paused');
      this.#save();
    });
  }

  /** What a trainer's method of that name gives: `session.ask(0, 'trace', 5)`. */
  async ask<Name extends Question>(
    net: number,
    question: Name,
    ...given: Parameters<Trainer[Name]>
  ): Promise<ReturnType<Trainer[Name]>> {
    const answer = await this.#supervisor.call('ask', { net, question, given });
    return answer as ReturnType<Trainer[Name]>;
  }

  weights(net = 0): Promise<Float32Array> {
    return this.ask(net, 'weights');
  }

  hash(net = 0): Promise<string> {
    return this.ask(net, 'hash');
  }

  /** One document for each net. */
  async save(): Promise<readonly string[]> {
    return (await this.#supervisor.call('save', {})).documents;
  }

  /** Ends the worker. Changes on their way resolve to false, questions are rejected. */
  dispose(): void {
    this.#screen.clear();
    this.#supervisor.dispose();
    this.#setState('disposed');
  }

  async #begin(origin: Origin): Promise<boolean> {
    return this.#attempt(async () => {
      this.#nets = await callOrigin(this.#supervisor, origin);
      this.#restartPoint.begin(origin);
      this.#run = undefined;
      this.#steps = this.#nets[0]?.progress.steps ?? 0;
      // What was on its way to the screen shows other nets.
      if (this.#screen.clear()) this.#supervisor.drawn();
      this.#setState('paused');
      this.#listener.replaced?.(this.#nets);
      this.#save();
    });
  }

  #beginRun(run: Given<'run'>): void {
    this.#run = run;
    this.#restartPoint.beginRun();
    this.#setState('running');
    // A plateau is measured from where its run began.
    if (run.rule !== null) this.#save();
  }

  #change<Name extends ChangeName>(name: Name, given: Given<Name>): Promise<boolean> {
    const change = this.#restartPoint.note(name, given);
    return this.#attempt(async () => {
      const answer = await this.#supervisor.call(name, given);
      if (name === 'setData') this.#nets = answer as readonly Net[];
      change.isDone = true;
    });
  }

  /** What needs no worker, and is told to it when it is there. */
  async #callIfStarted<Name extends 'pause' | 'pace' | 'observe'>(
    name: Name,
    given: Given<Name>,
  ): Promise<void> {
    if (this.#supervisor.isStarted) await this.#supervisor.call(name, given);
  }

  async #attempt(action: () => Promise<unknown>): Promise<boolean> {
    try {
      await action();
      return true;
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      if (this.#state !== 'disposed') this.#listener.refused?.(error);
      return false;
    }
  }

  #hear(news: News): void {
    switch (news.type) {
      case 'snapshot':
        this.#steps = news.nets[0]?.steps ?? 0;
        this.#screen.show(news.nets);
        if (this.#run !== undefined || this.#restartPoint.changes.length > 0) this.#saveIfDue(false);
        break;
      case 'stopped':
        this.#run = undefined;
        this.#steps = news.progress[0]?.steps ?? 0;
        if (news.reason !== 'replaced') this.#setState('paused');
        this.#listener.stopped?.(news.reason, news.progress);
        this.#saveIfDue(true);
        break;
      case 'diverged':
        this.#listener.diverged?.(news.net, news.divergence);
        break;
      case 'refused':
        this.#listener.refused?.(errorOf(news.refusal));
        break;
    }
  }

  async #restore(connection: Connection): Promise<void> {
    await connection.call('pace', { pace: this.#pace });
    await connection.call('observe', { request: this.#request });
    const { origin, changes, ruleStates } = this.#restartPoint;
    if (origin === undefined) return;
    this.#restartPoint.restarted(performance.now());
    const [first] = await callOrigin(connection, origin);
    for (const { name, given } of changes) await connection.call(name, given);
    if (this.#run !== undefined) await connection.call('run', { ...this.#run, ruleStates });
    const isBackAtStart = changes.some(({ name }) => name === 'reset' || name === 'reseed');
    this.#stepsRestored = isBackAtStart ? 0 : (first?.progress.steps ?? 0);
  }

  #saveIfDue(isMoment: boolean): void {
    if (this.#restartPoint.isDue(performance.now(), isMoment)) this.#save();
  }

  #save(): void {
    this.#restartPoint
      .save(
        () => this.#supervisor.call('save', {}),
        () => performance.now(),
      )
      .then(() => this.#supervisor.achieved())
      // Whatever keeps a document from being made is told where it is asked for.
      .catch(() => {});
  }

  get #stateOfNets(): SessionState {
    if (this.#restartPoint.origin === undefined) return 'empty';
    return this.#run === undefined ? 'paused' : 'running';
  }

  #fail(error: unknown): void {
    this.#failure = error;
    this.#run = undefined;
    this.#screen.clear();
    this.#setState('failed');
  }

  #setState(state: SessionState): void {
    if (state === this.#state || this.#state === 'disposed') return;
    this.#state = state;
    this.#listener.stateChanged?.(state);
  }
}

interface Callable {
  call<Name extends CallName>(name: Name, given: Given<Name>): Promise<Answer<Name>>;
}

function callOrigin(callable: Callable, { name, given }: Origin): Promise<readonly Net[]> {
  return name === 'create' ? callable.call(name, given) : callable.call(name, given);
}
