import { EngineError } from '../../../engine/errors';
import type { Divergence, Snapshot, SnapshotRequest } from '../../../engine/training/observation';
import { SeriesHistory } from '../../../plot/series-history';
import type { Net, Pace, StopReason, Unit } from '../../../training/protocol';
import type { SessionListener, TrainingSession } from '../../../training/session';
import type { SavedNetwork } from '../results/network-file';
import { dataSpecOf } from './data-spec';
import { differsInPointsOnly, isSameHyperParameters, isSameTraining, specOf } from './network-spec';
import type { NetworkState } from './network-state';
import { SnapshotFeed } from './snapshot-feed';
import { stopRuleOf } from './stop-field';
import type { Choices } from './training-choices';
import { hyperParametersOf } from './training-spec';
import type { Speed } from './training-state';

/** Points of each curve of the loss. */
const HISTORY_POINTS = 600;

/** Order of the curves in the history: losses, then accuracy or R². */
export const SERIES = ['trainLoss', 'testLoss', 'trainScore', 'testScore'] as const;

/** Why a run ended by itself. */
export type Ending = Exclude<StopReason, 'paused' | 'goal' | 'replaced' | 'diverged'>;

/** What an experiment needs of the session. */
export type TrainingPort = Pick<
  TrainingSession,
  | 'active'
  | 'nets'
  | 'state'
  | 'failure'
  | 'create'
  | 'load'
  | 'run'
  | 'step'
  | 'pause'
  | 'reset'
  | 'rewind'
  | 'reseed'
  | 'set'
  | 'setData'
  | 'setWeight'
  | 'setInitialWeights'
  | 'setPace'
  | 'observe'
  | 'ask'
  | 'hash'
  | 'save'
  | 'dispose'
>;

export interface ExperimentOptions {
  readonly choices: Choices;
  readonly open: (listener: SessionListener) => TrainingPort;
  /** What every snapshot of a network shall hold. */
  readonly requestOf: (state: NetworkState) => SnapshotRequest;
  /** Something other than the newest snapshot is different from before. */
  readonly changed: () => void;
  /** A training is over: it is about to begin anew, or another network takes its place. */
  readonly ended?: (state: NetworkState) => void;
}

/**
 * One network that trains as a state says: keeps the session in step with the state, and what was seen of it for the views.
 * A run goes on when the set-up is changed.
 */
export class Experiment {
  readonly feed = new SnapshotFeed();
  readonly history = new SeriesHistory(SERIES.length, HISTORY_POINTS);
  readonly #options: ExperimentOptions;
  readonly #port: TrainingPort;
  /** What is trained, and what is to be trained next. */
  #trained: NetworkState | undefined;
  #wanted: NetworkState | undefined;
  #isApplying = false;
  #isRunning = false;
  #divergence: Divergence | undefined;
  #ending: Ending | undefined;
  #failure: unknown;
  #hash: string | undefined;
  #lostSteps = 0;
  #hasWrongWeights = false;

  constructor(options: ExperimentOptions) {
    this.#options = options;
    this.#port = options.open(this.#listener);
  }

  /** There is a network to be trained. */
  get isReady(): boolean {
    return this.#trained !== undefined;
  }

  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** Where numbers stopped being finite. A run goes on from the last moment at which all was well. */
  get divergence(): Divergence | undefined {
    return this.#divergence;
  }

  /** What condition ended the last run. */
  get ending(): Ending | undefined {
    return this.#ending;
  }

  /** Why there is no network, or still the one before. */
  get failure(): unknown {
    return this.#failure;
  }

  /** How far the last interruption of the computation threw it back; 0: there was none. */
  get lostSteps(): number {
    return this.#lostSteps;
  }

  /** Of all weights; `undefined` while they change. */
  get hash(): string | undefined {
    return this.#hash;
  }

  /** The initial weights of the state do not fit the network, which has drawn its own. */
  get hasWrongWeights(): boolean {
    return this.#hasWrongWeights;
  }

  /** Since the reset, as far as they were seen. */
  get steps(): number {
    return this.feed.latest?.snapshot.steps ?? 0;
  }

  /** Nothing is computed while nobody can see it. */
  set isVisible(isVisible: boolean) {
    this.#port.active = isVisible;
  }

  /** What a trainer's method of that name gives. @throws EngineError */
  readonly ask: TrainingPort['ask'] = (net, question, ...given) => this.#port.ask(net, question, ...given);

  /** Trains what the state says from now on: from the start where it is another network, else with the new rates. */
  async apply(state: NetworkState): Promise<void> {
    this.#wanted = state;
    if (this.#isApplying) return;
    this.#isApplying = true;
    while (this.#wanted !== undefined) {
      const next: NetworkState = this.#wanted;
      this.#wanted = undefined;
      await this.#realise(next);
    }
    this.#isApplying = false;
  }

  /** Trains on; after a divergence from before it, with the present rates. */
  run(): void {
    if (!this.isReady) return;
    if (this.#divergence === undefined) this.#start();
    else void this.rewind().then((isBack) => isBack && this.#start());
  }

  pause(): void {
    void this.#port.pause();
  }

  step(unit: Unit): void {
    if (!this.isReady || this.#divergence !== undefined) return;
    this.#hash = undefined;
    this.#ending = undefined;
    void this.#port.step(unit);
  }

  /** Back to the initial weights of the same seed, and stands still. */
  async reset(): Promise<void> {
    this.#end();
    this.#isRunning = false;
    this.#forget();
    this.#options.changed();
    await this.#port.pause();
    await this.#port.reset();
    await this.#readHash();
  }

  /** Back to the last moment at which all was well, and stands still. @returns whether there was one */
  async rewind(): Promise<boolean> {
    const state = this.#trained;
    if (state === undefined || !(await this.#port.rewind())) return false;
    this.#isRunning = false;
    this.#divergence = undefined;
    this.#ending = undefined;
    await this.#port.set(hyperParametersOf(state));
    await this.#readHash();
    this.#options.changed();
    return true;
  }

  /** Changes one number of the network where it stands. */
  async setWeight(index: number, value: number): Promise<void> {
    this.#hash = undefined;
    await this.#port.setWeight(index, value);
    if (!this.#isRunning) await this.#readHash();
  }

  /**
   * The network as it is now, whether it trains or not.
   *
   * @throws EngineError `invalid-option` where there is none
   */
  async save(): Promise<SavedNetwork> {
    const [document] = this.isReady ? await this.#port.save() : [];
    const shape = this.#port.nets[0]?.shape;
    if (document === undefined || shape === undefined)
      throw new EngineError('invalid-option', 'network', 'there is none yet');
    return { document, shape };
  }

  /**
   * Goes on with a saved network, which stands still.
   *
   * @param stateOf the state that shows it
   * @returns that state; `undefined` where the document was refused and everything is as before
   */
  async load(document: string, stateOf: (net: Net) => NetworkState): Promise<NetworkState | undefined> {
    this.#end();
    this.#failure = undefined;
    if (!(await this.#port.load(document))) return undefined;
    const [net] = this.#port.nets;
    const state = stateOf(net as Net);
    this.#trained = state;
    await this.#port.observe(this.#options.requestOf(state));
    await this.#port.setPace(this.#paceOf(state.speed));
    await this.#readHash();
    this.#options.changed();
    return state;
  }

  dispose(): void {
    this.#wanted = undefined;
    this.#port.dispose();
  }

  #start(): void {
    this.#isRunning = true;
    this.#hash = undefined;
    this.#ending = undefined;
    void this.#port.run(stopRuleOf((this.#trained as NetworkState).stop));
    this.#options.changed();
  }

  async #realise(state: NetworkState): Promise<void> {
    const before = this.#trained;
    if (before !== undefined && this.#failure === undefined) {
      if (isSameTraining(this.#options.choices, before, state)) return this.#adjust(before, state);
      if (differsInPointsOnly(this.#options.choices, before, state) && (await this.#takePoints(state)))
        return;
    }
    await this.#create(state);
  }

  async #create(state: NetworkState): Promise<void> {
    this.#end();
    this.#failure = undefined;
    await this.#port.observe(this.#options.requestOf(state));
    const wasRunning = this.#isRunning;
    if (!(await this.#port.create(specOf(this.#options.choices, state)))) return;
    this.#trained = state;
    await this.#takeInitialWeights(state.weights);
    await this.#port.setPace(this.#paceOf(state.speed));
    if (wasRunning) this.#start();
    else await this.#readHash();
    this.#options.changed();
  }

  /** The same network with other rates, another pace, or other weights to begin with. */
  async #adjust(before: NetworkState, state: NetworkState): Promise<void> {
    this.#trained = state;
    if (!isSameHyperParameters(before, state)) await this.#port.set(hyperParametersOf(state));
    if (before.speed !== state.speed) await this.#port.setPace(this.#paceOf(state.speed));
    if (before.stop !== state.stop && this.#isRunning) this.#start();
    if (before.weights !== state.weights) {
      this.#end();
      this.#forget();
      if (state.weights.length === 0) await this.#port.reseed(state.seed);
      else await this.#takeInitialWeights(state.weights);
      if (!this.#isRunning) await this.#readHash();
      this.#options.changed();
    }
  }

  async #takePoints(state: NetworkState): Promise<boolean> {
    if (!(await this.#port.setData(dataSpecOf(this.#options.choices, state)))) return false;
    this.#trained = state;
    await this.#port.observe(this.#options.requestOf(state));
    return true;
  }

  async #takeInitialWeights(weights: readonly number[]): Promise<void> {
    const count = this.#port.nets[0]?.shape.parameterCount;
    this.#hasWrongWeights = weights.length > 0 && weights.length !== count;
    if (weights.length > 0 && !this.#hasWrongWeights)
      await this.#port.setInitialWeights(Float32Array.from(weights));
  }

  #paceOf(speed: Speed): Pace {
    const paces: Readonly<Record<Speed, Pace>> = {
      slow: 1,
      normal: this.#port.nets[0]?.shape.stepsPerEpoch ?? 1,
      fast: 'fastest',
    };
    return paces[speed];
  }

  /** Tells of a training that is over. */
  #end(): void {
    if (this.#trained !== undefined && this.history.length > 1) this.#options.ended?.(this.#trained);
  }

  #forget(): void {
    this.#divergence = undefined;
    this.#ending = undefined;
    this.#lostSteps = 0;
    this.#hash = undefined;
    this.history.clear();
  }

  async #readHash(): Promise<void> {
    try {
      const hash = await this.#port.hash();
      if (this.#isRunning) return;
      this.#hash = hash;
      this.#options.changed();
    } catch {
      // Without a session there are no weights, which is said elsewhere.
    }
  }

  #see(snapshot: Snapshot): void {
    const shape = this.#port.nets[0]?.shape;
    if (shape === undefined) return;
    const { train, test, steps } = snapshot;
    const epochs = steps / shape.stepsPerEpoch;
    const { history } = this;
    history.rewind(epochs);
    if (history.length === 0 || epochs > history.x(history.length - 1)) {
      const values = [train?.loss, test?.loss, train?.score, test?.score];
      history.append(
        epochs,
        values.map((value) => value ?? Number.NaN),
      );
    }
    this.feed.publish({ shape, snapshot });
  }

  #fail(error: unknown): void {
    this.#failure = error;
    this.#isRunning = false;
    this.#options.changed();
  }

  readonly #listener: SessionListener = {
    stateChanged: (state) => {
      if (state === 'failed') this.#fail(this.#port.failure);
    },
    replaced: () => {
      this.#isRunning = false;
      this.#forget();
    },
    snapshot: ([snapshot]) => {
      if (snapshot !== undefined) this.#see(snapshot);
    },
    refused: (error: EngineError) => this.#fail(error),
    diverged: (_net, divergence) => {
      this.#divergence = divergence;
      this.#options.changed();
    },
    stopped: (reason) => {
      if (reason === 'replaced') return;
      this.#isRunning = false;
      if (reason !== 'paused' && reason !== 'goal' && reason !== 'diverged') this.#ending = reason;
      this.#options.changed();
      void this.#readHash();
    },
    restarted: (lostSteps) => {
      this.#lostSteps = lostSteps;
      this.#options.changed();
    },
  };
}
