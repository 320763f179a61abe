import {
  type Divergence,
  EngineError,
  type Snapshot,
  type SnapshotRequest,
} from '../../../engine/activation-lab';
import { SeriesHistory } from '../../../plot/series-history';
import type { Pace } from '../../../training/protocol';
import type { SessionListener, TrainingSession } from '../../../training/session';
import type { SavedNetwork } from '../results/network-file';
import { isSameHyperParameters, isSameTraining, specOf } from './network-spec';
import type { NetworkState } from './network-state';
import { SnapshotFeed } from './snapshot-feed';
import type { Choices } from './training-choices';
import { hyperParametersOf } from './training-spec';
import type { Speed } from './training-state';

/** Points of each curve of the loss. */
const HISTORY_POINTS = 600;

/** Order of the curves in the history. */
export const LOSSES = ['train', 'test'] as const;

/** What an experiment needs of the session. */
export type TrainingPort = Pick<
  TrainingSession,
  | 'active'
  | 'nets'
  | 'state'
  | 'failure'
  | 'create'
  | 'run'
  | 'step'
  | 'pause'
  | 'reset'
  | 'set'
  | 'setPace'
  | 'observe'
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
}

/**
 * One network that trains as a state says: keeps the session in step with the state, and what was seen of it for the views.
 * A run goes on when the set-up is changed.
 */
export class Experiment {
  readonly feed = new SnapshotFeed();
  readonly history = new SeriesHistory(LOSSES.length, HISTORY_POINTS);
  readonly #options: ExperimentOptions;
  readonly #port: TrainingPort;
  /** What is trained, and what is to be trained next. */
  #trained: NetworkState | undefined;
  #wanted: NetworkState | undefined;
  #isApplying = false;
  #isRunning = false;
  #divergence: Divergence | undefined;
  #failure: unknown;
  #hash: string | undefined;
  #lostSteps = 0;

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

  /** Where numbers stopped being finite; training goes on only after a reset. */
  get divergence(): Divergence | undefined {
    return this.#divergence;
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

  /** Nothing is computed while nobody can see it. */
  set isVisible(isVisible: boolean) {
    this.#port.active = isVisible;
  }

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

  run(): void {
    if (!this.isReady || this.#divergence !== undefined) return;
    this.#isRunning = true;
    this.#hash = undefined;
    void this.#port.run();
    this.#options.changed();
  }

  pause(): void {
    void this.#port.pause();
  }

  step(unit: 'batch' | 'epoch'): void {
    if (!this.isReady || this.#divergence !== undefined) return;
    this.#hash = undefined;
    void this.#port.step(unit);
  }

  /** Back to the initial weights of the same seed, and stands still. */
  async reset(): Promise<void> {
    this.#isRunning = false;
    this.#forget();
    this.#options.changed();
    await this.#port.pause();
    await this.#port.reset();
    await this.#readHash();
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

  dispose(): void {
    this.#wanted = undefined;
    this.#port.dispose();
  }

  async #realise(state: NetworkState): Promise<void> {
    const { choices, requestOf } = this.#options;
    const before = this.#trained;
    if (before !== undefined && this.#failure === undefined && isSameTraining(choices, before, state)) {
      this.#trained = state;
      if (!isSameHyperParameters(before, state)) await this.#port.set(hyperParametersOf(state));
      if (before.speed !== state.speed) await this.#port.setPace(this.#paceOf(state.speed));
      return;
    }
    this.#failure = undefined;
    await this.#port.observe(requestOf(state));
    const wasRunning = this.#isRunning;
    if (!(await this.#port.create(specOf(choices, state)))) return;
    this.#trained = state;
    await this.#port.setPace(this.#paceOf(state.speed));
    if (wasRunning) this.run();
    else await this.#readHash();
    this.#options.changed();
  }

  #paceOf(speed: Speed): Pace {
    const paces: Readonly<Record<Speed, Pace>> = {
      slow: 1,
      normal: this.#port.nets[0]?.shape.stepsPerEpoch ?? 1,
      fast: 'fastest',
    };
    return paces[speed];
  }

  #forget(): void {
    this.#divergence = undefined;
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
    if (history.length === 0 || epochs > history.x(history.length - 1))
      history.append(epochs, [train?.loss ?? Number.NaN, test?.loss ?? Number.NaN]);
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
      this.#options.changed();
      void this.#readHash();
    },
    restarted: (lostSteps) => {
      this.#lostSteps = lostSteps;
      this.#options.changed();
    },
  };
}
