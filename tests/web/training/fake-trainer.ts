import { EngineError } from '../../../web/src/engine/errors';
import type { Progress, Snapshot, SnapshotRequest } from '../../../web/src/engine/training/observation';
import type { Shape } from '../../../web/src/engine/training/shape';
import type { DataSpec, HyperParameters, OwnData, TrainerSpec } from '../../../web/src/engine/training/spec';
import type { RunOptions, RunState, StopReason, StopRule } from '../../../web/src/engine/training/stop-rule';
import type { TrainerPort, TrainingLabPort } from '../../../web/src/training/ports';

export const STEPS_PER_EPOCH = 10;
export const BATCH = 5;
const BEGINNING: RunState = { reason: null, lowestLoss: null, lowestEpoch: 0 };
/** The largest finite weight. */
const LIMIT = 1e6;

const DATA: Required<OwnData> = {
  train: { columns: 1, inputs: [1], targets: [1] },
  test: { columns: 1, inputs: [], targets: [] },
};

export const spec = (values: Partial<TrainerSpec> = {}): TrainerSpec => ({
  layers: [{ width: 1 }],
  learningRate: 0.5,
  seed: 1,
  data: DATA,
  ...values,
});

/** How long things take in a fake core, and what befell it. */
export class FakeLab implements TrainingLabPort {
  millisecondsPerStep = 0.1;
  millisecondsPerSnapshot = 0;
  /** Milliseconds that were worked: part of the clock. */
  worked = 0;
  /** Trainers that were not disposed of. */
  alive = 0;
  /** Of every call. */
  readonly stepCounts: number[] = [];
  readonly snapshots: SnapshotRequest[] = [];
  /** Steps of any trainer that the core does not survive. */
  crashesAt = Number.POSITIVE_INFINITY;
  isCrashed = false;

  trainer(given: TrainerSpec): FakeTrainer {
    if (given.layers.length === 0) throw new EngineError('invalid-setup', 'spec.layers', 'is empty');
    return new FakeTrainer(this, { ...spec(), ...given });
  }

  loadTrainer(document: string): FakeTrainer {
    if (!document.startsWith('{')) throw new EngineError('invalid-document', 'document', 'is not JSON');
    return new FakeTrainer(this, spec(), document);
  }

  work(milliseconds: number): void {
    this.checkAlive();
    this.worked += milliseconds;
  }

  checkAlive(): void {
    if (this.isCrashed) throw new EngineError('crashed', 'lab', 'the core has crashed');
  }
}

const unanswered = (): never => {
  throw new EngineError('invalid-input', 'question', 'has no answer here');
};

interface State {
  given: TrainerSpec;
  initial: readonly number[];
  weights: number[];
  steps: number;
  samples: number;
}

/**
 * Two weights: the first begins at the seed and grows by the learning rate with each step; beyond a million it diverges. Its
 * loss is 100 over the first weight.
 */
export class FakeTrainer implements TrainerPort {
  readonly #lab: FakeLab;
  #state: State;
  #isDiverged = false;
  #isDisposed = false;

  constructor(lab: FakeLab, given: TrainerSpec, document?: string) {
    lab.checkAlive();
    this.#lab = lab;
    const initial = [given.seed ?? 1, 0];
    this.#state =
      document === undefined
        ? { given, initial, weights: [...initial], steps: 0, samples: 0 }
        : JSON.parse(document);
    lab.alive += 1;
  }

  get spec(): TrainerSpec {
    return this.#state.given;
  }

  get data(): Required<OwnData> {
    return DATA;
  }

  get shape(): Shape {
    return {
      columns: 1,
      outputs: 1,
      unitCount: 1,
      parameterCount: 2,
      stepsPerEpoch: STEPS_PER_EPOCH,
      layers: [
        { inputs: 1, units: 1, firstUnit: 0, weights: 0, bias: 1, scale: null, shift: null, slope: null },
      ],
    };
  }

  progress(): Progress {
    const { steps, samples, given } = this.#state;
    return {
      steps,
      epochs: Math.floor(steps / STEPS_PER_EPOCH),
      stepsToEpochEnd: STEPS_PER_EPOCH - (steps % STEPS_PER_EPOCH),
      samplesSeen: steps * BATCH + samples,
      nextSample: 0,
      learningRate: given.learningRate ?? 0,
      divergence: this.#isDiverged ? { step: steps, layer: 0, quantity: 'parameters' } : null,
    };
  }

  step(count = 1): number {
    this.#lab.stepCounts.push(count);
    return this.#step(count);
  }

  stepSamples(count = 1): number {
    const samples = this.#state.samples + count;
    this.#state.samples = samples % BATCH;
    return this.#step(Math.floor(samples / BATCH));
  }

  runUntil(rule: StopRule, { steps = 0, state = BEGINNING }: RunOptions = {}): RunState {
    let reached = state;
    for (let step = 0; this.#reason(rule, reached) === null && step < steps; step += 1) {
      this.#step(1);
      reached = this.#measured(rule, reached);
    }
    return { ...reached, reason: this.#reason(rule, reached) };
  }

  snapshot(request: SnapshotRequest = {}): Snapshot {
    this.#lab.work(this.#lab.millisecondsPerSnapshot);
    this.#lab.snapshots.push(request);
    const size = request.grid?.size ?? 0;
    if (size > 1024) throw new EngineError('invalid-input', 'request.grid.size', 'must be at most 1024');
    return {
      ...this.progress(),
      ...(size > 0 ? { grid: { size, count: 1, values: new Float32Array(size * size) } } : {}),
      ...(request.weights ? { weights: this.weights() } : {}),
      ...(request.evaluation
        ? { train: { loss: this.#loss, score: 0 }, test: { loss: null, score: null } }
        : {}),
    };
  }

  set(hyper: HyperParameters): void {
    if ((hyper.learningRate ?? 0) < 0) {
      throw new EngineError('invalid-setup', 'hyper.learningRate', 'must be positive');
    }
    this.#state.given = { ...this.#state.given, ...hyper };
  }

  reset(): void {
    this.#lab.checkAlive();
    this.#isDiverged = false;
    this.#state = { ...this.#state, weights: [...this.#state.initial], steps: 0, samples: 0 };
  }

  reseed(seed: number): void {
    this.#state.given = { ...this.#state.given, seed };
    this.#state.initial = [seed, 0];
    this.reset();
  }

  weights(): Float32Array {
    return Float32Array.from(this.#state.weights);
  }

  setWeights(values: Float32Array | readonly number[]): void {
    this.#state.weights = [...values];
  }

  setInitialWeights(values: Float32Array | readonly number[]): void {
    this.#state.initial = [...values];
    this.reset();
  }

  setData(data: DataSpec): void {
    this.#state.given = { ...this.#state.given, data };
  }

  save(): string {
    this.#lab.checkAlive();
    return JSON.stringify(this.#state);
  }

  hash(): string {
    return this.#state.weights.map((weight) => weight.toString(16)).join(' ');
  }

  readonly grid = unanswered;
  readonly gradientGrid = unanswered;
  readonly observe = unanswered;
  readonly trace = unanswered;
  readonly affineRuns = unanswered;
  readonly collapse = unanswered;
  readonly signAgreement = unanswered;
  readonly predict = unanswered;
  readonly gradient = unanswered;

  dispose(): void {
    if (!this.#isDisposed) this.#lab.alive -= 1;
    this.#isDisposed = true;
  }

  get #loss(): number {
    return 100 / (this.#state.weights[0] as number);
  }

  #measured({ plateau }: StopRule, state: RunState): RunState {
    const { epochs, stepsToEpochEnd } = this.progress();
    const least = (state.lowestLoss ?? Number.POSITIVE_INFINITY) * (1 - (plateau?.tolerance ?? 0));
    if (stepsToEpochEnd !== STEPS_PER_EPOCH || this.#loss >= least) return state;
    return { reason: null, lowestLoss: this.#loss, lowestEpoch: epochs };
  }

  #reason({ lossBelow, plateau, maxEpochs, maxSteps }: StopRule, state: RunState): StopReason | null {
    const { steps, epochs } = this.progress();
    if (this.#isDiverged) return 'divergence';
    if (lossBelow !== undefined && steps % STEPS_PER_EPOCH === 0 && this.#loss < lossBelow) return 'loss';
    const isMeasured = plateau?.epochs !== undefined && state.lowestLoss !== null;
    if (isMeasured && epochs - state.lowestEpoch >= plateau.epochs) return 'plateau';
    if (maxEpochs !== undefined && epochs >= maxEpochs) return 'epochs';
    return maxSteps !== undefined && steps >= maxSteps ? 'steps' : null;
  }

  #step(count: number): number {
    const { weights, given } = this.#state;
    for (let step = 0; step < count; step += 1) {
      const next = (weights[0] as number) + (given.learningRate ?? 0);
      if (next > LIMIT) this.#isDiverged = true;
      if (this.#isDiverged) return step;
      this.#lab.work(this.#lab.millisecondsPerStep);
      weights[0] = next;
      this.#state.steps += 1;
      if (this.#state.steps >= this.#lab.crashesAt) {
        this.#lab.isCrashed = true;
        this.#lab.checkAlive();
      }
    }
    return count;
  }
}
