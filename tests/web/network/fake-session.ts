import type { TrainingPort } from '../../../web/src/elements/network/model/experiment';
import { EngineError } from '../../../web/src/engine/errors';
import type { Snapshot, SnapshotRequest } from '../../../web/src/engine/training/observation';
import type { HyperParameters, TrainerSpec } from '../../../web/src/engine/training/spec';
import type { Net } from '../../../web/src/training/protocol';
import type { SessionListener, SessionState } from '../../../web/src/training/session';

export const STEPS_PER_EPOCH = 10;

/** Does nothing but say what it was asked for, and what a test makes it say. */
export class FakeSession implements TrainingPort {
  active = false;
  state: SessionState = 'empty';
  failure: unknown;
  nets: readonly Net[] = [];
  readonly calls: string[] = [];
  readonly specs: TrainerSpec[] = [];
  readonly requests: SnapshotRequest[] = [];
  /** The next creation is refused. */
  refuses = false;
  /** Answers of `create` wait while it is there. */
  gate: Promise<void> | undefined;
  readonly listener: SessionListener;

  constructor(listener: SessionListener) {
    this.listener = listener;
  }

  async create(given: TrainerSpec | readonly TrainerSpec[]): Promise<boolean> {
    const [spec] = [given].flat() as [TrainerSpec];
    this.calls.push('create');
    await this.gate;
    if (this.refuses) {
      this.listener.refused?.(new EngineError('invalid-setup', 'spec', 'does not fit'));
      return false;
    }
    this.specs.push(spec);
    const progress = {
      steps: 0,
      epochs: 0,
      stepsToEpochEnd: 1,
      samplesSeen: 0,
      nextSample: 0,
      learningRate: 0.1,
      divergence: null,
    };
    const shape = {
      columns: 2,
      outputs: 1,
      unitCount: 0,
      parameterCount: 0,
      stepsPerEpoch: STEPS_PER_EPOCH,
      layers: [],
    };
    const points = { columns: 2, inputs: [], targets: [] };
    this.nets = [{ spec, data: { train: points, test: points }, shape, progress }];
    this.listener.replaced?.(this.nets);
    return true;
  }

  run = this.#noting('run');
  step = async (unit = 'batch'): Promise<boolean> => this.#note(`step ${unit}`);
  pause = async (): Promise<boolean> => {
    this.#note('pause');
    this.listener.stopped?.('paused', []);
    return true;
  };
  reset = this.#noting('reset');
  rewind = this.#noting('rewind');
  reseed = async (seed: number): Promise<boolean> => this.#note(`reseed ${seed}`);
  setData = this.#noting('setData');
  setWeight = async (index: number, value: number): Promise<boolean> =>
    this.#note(`setWeight ${index} ${value}`);
  setInitialWeights = async (values: Float32Array): Promise<boolean> =>
    this.#note(`setInitialWeights ${[...values]}`);
  load = async (documents: string | readonly string[]): Promise<boolean> => {
    this.#note(`load ${documents}`);
    await this.create(JSON.parse([documents].flat()[0] as string));
    return true;
  };
  ask = async (): Promise<never> => {
    throw new EngineError('invalid-input', 'question', 'has no answer here');
  };
  set = async (hyper: HyperParameters): Promise<boolean> => this.#note(`set ${JSON.stringify(hyper)}`);
  setPace = async (pace: unknown): Promise<boolean> => this.#note(`pace ${pace}`);
  observe = async (request: SnapshotRequest): Promise<boolean> => {
    this.requests.push(request);
    return true;
  };
  save = async (): Promise<readonly string[]> => ['document'];
  hash = async (): Promise<string> => `hash ${this.calls.length}`;
  dispose = (): void => {
    this.#note('dispose');
  };

  /** A snapshot arrives. */
  show(steps: number, loss: number): void {
    const snapshot = { steps, train: { loss, score: null }, test: { loss: 2 * loss, score: null } };
    void this.listener.snapshot?.([snapshot as Snapshot]);
  }

  #noting(name: string): () => Promise<boolean> {
    return async () => this.#note(name);
  }

  #note(call: string): boolean {
    this.calls.push(call);
    return true;
  }
}
