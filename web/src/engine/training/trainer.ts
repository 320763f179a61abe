import type { TrainingCore } from '#training-core';
import { checkInput, checkNumbers, checkOptions, describe } from '../arguments';
import { EngineError } from '../errors';
import type { Problem } from '../problem';
import { textOf } from '../texts';
import { checkWhole } from './arguments';
import type { Limits } from './choices';
import { giveJson, giveNumbers } from './exchange';
import { checkGeneratedData, isGenerated, withoutData } from './generated-data';
import { NumberReader } from './number-reader';
import type {
  CollapsedLayers,
  GradientGridOptions,
  GridOptions,
  LayerObservation,
  LayerRun,
  ObservationOptions,
  Planes,
  Progress,
  SignAgreement,
  Snapshot,
  SnapshotRequest,
} from './observation';
import { observe, readSignAgreements } from './observe';
import { giveData, pointsOf } from './own-points';
import { gradientPlanes, outputPlanes } from './planes';
import { readEvaluations, readProgress } from './progress';
import { problemsOf, refusal } from './refusal';
import { MOST_STEPS, runUntil } from './run';
import { readHyperParameters } from './setup-reader';
import type { Shape } from './shape';
import type { DataSpec, GeneratedData, HyperParameters, OwnData, Points, TrainerSpec } from './spec';
import type { RunOptions, RunState, StopRule } from './stop-rule';
import { readTrace, type Trace } from './trace';
import { completeSpec, describeTrainer } from './trainer-description';
import { TrainerHandle } from './trainer-handle';

/** 64 MiB of inputs or outputs. */
const MOST_PREDICTED = 2 ** 24;

/**
 * One network being trained on one data set. Equal specs and calls give equal bits everywhere, however the steps are
 * cut into calls. Every call on a disposed trainer throws an EngineError `disposed`; a refused one changes nothing.
 */
export class Trainer {
  readonly #core: TrainingCore;
  readonly #limits: Limits;
  readonly #handle: TrainerHandle;
  readonly #takeSteps: TrainingCore['_take_steps'];
  #shape: Shape;
  #spec: TrainerSpec | undefined;
  #data: Required<OwnData> | undefined;

  /** Use `TrainingLab.trainer` or `TrainingLab.loadTrainer`. */
  constructor(core: TrainingCore, trainer: number, limits: Limits) {
    this.#core = core;
    this.#limits = limits;
    this.#takeSteps = core._take_steps;
    this.#handle = new TrainerHandle(core, trainer);
    this.#shape = describeTrainer(core, trainer).shape;
  }

  get shape(): Shape {
    return this.#shape;
  }

  /** Complete: `lab.trainer(trainer.spec)` begins the same training again. Plain data, ready for JSON. */
  get spec(): TrainerSpec {
    const trainer = this.#live();
    this.#spec ??= completeSpec(describeTrainer(this.#core, trainer), () => this.data);
    return this.#spec;
  }

  /** The points it is trained and tested on. */
  get data(): Required<OwnData> {
    this.#live();
    this.#data ??= { train: this.#points(false), test: this.#points(true) };
    return this.#data;
  }

  progress(): Progress {
    return readProgress(this.#core.progress(this.#live()));
  }

  /**
   * Mini-batch steps.
   *
   * @param count 0 to 1e9
   * @returns how many were taken: fewer if the training diverged, which keeps the last finite weights
   */
  step(count = 1): number {
    // The check once more where it fails, to say why.
    if (!(count >= 0 && count <= MOST_STEPS && Math.floor(count) === count))
      checkWhole(count, 'count', 0, MOST_STEPS);
    return this.#takeSteps(this.#handle.live(), count);
  }

  /**
   * Presents samples one after the other; the weights change with the last sample of each batch.
   *
   * @returns how many steps were taken
   */
  stepSamples(count = 1): number {
    return this.#core.stepSamples(this.#live(), checkWhole(count, 'count', 0, MOST_STEPS));
  }

  /** To the end of the current epoch, then `count` - 1 whole epochs. @returns how many steps were taken */
  epoch(count = 1): number {
    return this.#core.runEpochs(this.#live(), checkWhole(count, 'count', 0, MOST_STEPS));
  }

  /**
   * Trains until the rule stops the run, or for so many steps; then the run goes on with the next call.
   *
   * @returns how far it has come; give it to the next call
   * @throws EngineError `invalid-option` where the rule makes no sense
   */
  runUntil(rule: StopRule, options: RunOptions = {}): RunState {
    return runUntil(this.#core, this.#live(), rule, options, this.progress().epochs);
  }

  /** What is asked for, and nothing else: each part costs. */
  snapshot(request: SnapshotRequest = {}): Snapshot {
    const progress = this.progress();
    const { evaluation, grid, gradientGrid, weights, layers, confusion } = checkOptions(
      request,
      'request',
    ) as SnapshotRequest;
    return {
      ...progress,
      ...(evaluation ? readEvaluations(this.#core.evaluateSplits(this.#live())) : {}),
      ...(grid ? { grid: this.#outputPlanes(grid, 'request.grid') } : {}),
      ...(gradientGrid ? { gradientGrid: this.#gradientPlanes(gradientGrid, 'request.gradientGrid') } : {}),
      ...(weights ? { weights: this.weights() } : {}),
      ...(layers ? { layers: this.#observe(layers === true ? {} : layers, 'request.layers') } : {}),
      ...(confusion ? { confusion: this.#confusion() } : {}),
    };
  }

  /**
   * The outputs of the network, or the activations of all its units, over a square.
   *
   * @throws EngineError `invalid-input`, `invalid-option`, or `too-large` where the planes would need more than 64 MiB
   */
  grid(options: GridOptions): Planes {
    return this.#outputPlanes(options, 'options');
  }

  /** d output / d x1 and d output / d x2 over a square: two planes an output. @throws EngineError as `grid` */
  gradientGrid(options: GradientGridOptions): Planes {
    return this.#gradientPlanes(options, 'options');
  }

  /**
   * Every layer and unit over the whole training data.
   *
   * @throws EngineError `invalid-input`, `invalid-option`, or `too-large` where the histograms would need more than 64 MiB
   */
  observe(options: ObservationOptions = {}): LayerObservation[] {
    return this.#observe(options, 'options');
  }

  /** The forward and backward pass of one sample, number by number. @throws EngineError `invalid-input` */
  trace(sample: number, split: 'train' | 'test' = 'train'): Trace {
    const trainer = this.#live();
    if (split !== 'train' && split !== 'test') {
      throw new EngineError('invalid-option', 'split', `must be "train" or "test", not ${describe(split)}`);
    }
    const { length } = this.data[split].targets;
    const index = checkWhole(sample, 'sample', 0, length - 1);
    const numbers = this.#core.trace(trainer, split === 'test', index).slice();
    return readTrace(numbers, this.#core.numbers()[0] as number, this.shape);
  }

  /** The longest runs of layers that compute nothing but a matrix product and a sum. */
  affineRuns(): LayerRun[] {
    const numbers = new NumberReader(this.#core.affineRuns(this.#live()).slice());
    return Array.from({ length: numbers.length / 2 }, () => ({
      first: numbers.next(),
      last: numbers.next(),
    }));
  }

  /** What some layers would be if each were affine: their product. @throws EngineError `invalid-input` */
  collapse(run: LayerRun): CollapsedLayers {
    const trainer = this.#live();
    const { first, last } = checkOptions(run, 'run');
    const lastLayer = this.shape.layers.length - 1;
    const end = checkWhole(last, 'run.last', 0, lastLayer);
    const begin = checkWhole(first, 'run.first', 0, end);
    const numbers = new NumberReader(this.#core.collapse(trainer, begin, end).slice());
    const inputs = numbers.next();
    const units = numbers.next();
    return {
      inputs,
      units,
      largestDifference: numbers.finite(),
      weights: numbers.list(inputs * units),
      bias: numbers.list(units),
    };
  }

  /**
   * How far the gradients by a unit's incoming weights agree in sign, by layer and unit.
   *
   * @param batchSize samples, in the order of the data, whose mean gradient counts as one; 0: all at once
   */
  signAgreement(batchSize = 1): SignAgreement[][] {
    const trainer = this.#live();
    const size = checkWhole(batchSize, 'batchSize', 0, this.data.train.targets.length);
    return readSignAgreements(this.#core.signAgreement(trainer, size), this.shape);
  }

  /**
   * @param inputs samples column by column, as in `Points`: `inputs[column * count + sample]`
   * @returns `result[output * count + sample]`
   */
  predict(inputs: Float32Array | readonly number[]): Float32Array {
    const trainer = this.#live();
    const numbers = checkInput(inputs, MOST_PREDICTED, 'inputs');
    if (numbers.length % this.shape.columns !== 0) {
      throw new EngineError(
        'shape-mismatch',
        'inputs',
        `must hold a multiple of ${this.shape.columns} numbers, not ${numbers.length}`,
      );
    }
    const outputs = (numbers.length / this.shape.columns) * this.shape.outputs;
    if (outputs > MOST_PREDICTED) {
      throw new EngineError(
        'invalid-input',
        'inputs',
        `would give ${outputs} outputs; at most ${MOST_PREDICTED} are possible`,
      );
    }
    giveNumbers(this.#core, numbers);
    return this.#core.predict(trainer, numbers.length).slice();
  }

  /** All learned numbers, in the order of PyTorch's `state_dict`; `shape` says where each layer's are. */
  weights(): Float32Array {
    return this.#core.parameters(this.#live()).slice();
  }

  /** The gradient that the last step used, penalties and clipping included, in the same order; zeros before it. */
  gradient(): Float32Array {
    return this.#core.gradient(this.#live()).slice();
  }

  /** Keeps the optimiser's state. @throws EngineError `invalid-input` where numbers are missing or not finite */
  setWeights(values: Float32Array | readonly number[]): void {
    this.#setWeights(values, (trainer, count) => this.#core.setParameters(trainer, count));
  }

  /** Begins again from these weights, to which `reset` will return until `reseed`. @throws EngineError as `setWeights` */
  setInitialWeights(values: Float32Array | readonly number[]): void {
    this.#setWeights(values, (trainer, count) => this.#core.setInitialParameters(trainer, count));
  }

  /** Takes effect with the next step. What is left out stays. @throws EngineError `invalid-setup` */
  set(hyper: HyperParameters): void {
    const trainer = this.#live();
    const problems: Problem[] = [];
    const checked = readHyperParameters(hyper, '', problems);
    if (problems.length > 0) throw refusal('invalid-setup', 'hyper', problems);
    giveJson(this.#core, checked);
    if (!this.#core.setHyperParameters(trainer)) {
      throw refusal('invalid-setup', 'hyper', problemsOf(this.#core));
    }
    this.#spec = undefined;
  }

  /**
   * Goes on with other data of as many columns. Weights, the optimiser's state and the numbers of steps and epochs stay;
   * the epoch that was under way begins again.
   *
   * @throws EngineError as `TrainingLab.trainer`
   */
  setData(data: DataSpec): void {
    const trainer = this.#live();
    const problems = isGenerated(data) ? this.#setDataSet(trainer, data) : this.#setPoints(trainer, data);
    if (problems.length > 0) throw refusal('invalid-setup', 'data', problems);
    this.#shape = describeTrainer(this.#core, trainer).shape;
    this.#spec = undefined;
    this.#data = undefined;
  }

  /** Back to the initial weights. */
  reset(): void {
    this.#core.reset(this.#live());
  }

  /** New initial weights, then reset. @param seed an integer from 0 to 2^53 - 1 */
  reseed(seed: number): void {
    this.#core.reseed(this.#live(), checkWhole(seed, 'seed', 0, Number.MAX_SAFE_INTEGER));
    this.#spec = undefined;
  }

  /** One JSON document with all that the training depends on. `TrainingLab.loadTrainer` reads it. */
  save(): string {
    return textOf(this.#core.save(this.#live()));
  }

  /** Of all weights, running statistics included, as 16 hexadecimal digits. */
  hash(): string {
    return Array.from(this.#core.hash(this.#live()), (half) => half.toString(16).padStart(8, '0')).join('');
  }

  /** Frees its memory at once. May be called again. */
  dispose(): void {
    this.#handle.dispose();
  }

  #live(): number {
    return this.#handle.live();
  }

  #setDataSet(trainer: number, data: GeneratedData): readonly Problem[] {
    giveJson(this.#core, checkGeneratedData(data, 'data', ''));
    if (this.#core.setDataSet(trainer)) return [];
    return problemsOf(this.#core).map((problem) =>
      problem.path === 'columns' ? { ...problem, path: 'dataset' } : withoutData(problem),
    );
  }

  #setPoints(trainer: number, data: OwnData): readonly Problem[] {
    const { columns, train, test } = giveData(this.#core, data, this.#limits.trainerBytes, 'data');
    return this.#core.setSamples(trainer, columns, train, test) ? [] : problemsOf(this.#core);
  }

  #points(test: boolean): Points {
    return pointsOf(this.#core.samples(this.#live(), test), this.shape.columns);
  }

  #outputPlanes(options: GridOptions, argument: string): Planes {
    return outputPlanes(this.#core, this.#live(), this.shape, options, argument);
  }

  #gradientPlanes(options: GradientGridOptions, argument: string): Planes {
    return gradientPlanes(this.#core, this.#live(), this.shape, options, argument);
  }

  #observe(options: ObservationOptions, argument: string): LayerObservation[] {
    return observe(this.#core, this.#live(), this.shape, options, argument);
  }

  #confusion(): number[] {
    return [...this.#core.confusion(this.#live(), this.data.test.targets.length > 0)];
  }

  #setWeights(values: unknown, set: (trainer: number, count: number) => boolean): void {
    const trainer = this.#live();
    const { parameterCount } = this.shape;
    const numbers = checkNumbers(values, 'values', parameterCount);
    if (numbers.length < parameterCount) {
      throw new EngineError(
        'invalid-input',
        'values',
        `must hold ${parameterCount} numbers, not ${numbers.length}`,
      );
    }
    giveNumbers(this.#core, numbers);
    if (set(trainer, numbers.length)) return;
    const problems = problemsOf(this.#core).map((problem) => ({
      ...problem,
      path: problem.path.replace(/^parameters/, ''),
    }));
    throw refusal('invalid-input', 'values', problems);
  }
}
