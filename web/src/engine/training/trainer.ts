import type { TrainingCore } from '#training-core';
import { checkInput, checkNumber, checkNumbers, checkOptions, checkTarget, describe } from '../arguments';
import { EngineError } from '../errors';
import type { Problem } from '../problem';
import { giveJson, giveNumbers, jsonOf, textOf } from './exchange';
import type {
  Divergence,
  Evaluation,
  GridSpec,
  Planes,
  Progress,
  Snapshot,
  SnapshotRequest,
} from './observation';
import { pointsOf } from './own-points';
import { problemsOf, refusal } from './refusal';
import { readHyperParameters } from './setup-reader';
import type { Shape } from './shape';
import type { GeneratedData, HyperParameters, OwnData, Points, TrainerSpec } from './spec';

/** What the core says of a trainer. */
interface TrainerDescription {
  readonly setup: Omit<TrainerSpec, 'data'> & { readonly version: number; readonly columns: number };
  /** Left out where the points are the user's. */
  readonly data?: GeneratedData;
  readonly shape: Shape;
}

export interface GridOptions extends GridSpec {
  /** Also the planes of every hidden unit, before those of the outputs. */
  readonly units?: boolean;
  /** Array to write to; its length is planes * size * size. */
  readonly into?: Float32Array;
}

/** So many steps are days: more are a mistake. */
const MOST_STEPS = 1e9;
const LARGEST_FLOAT = 3.4028234663852886e38;
const QUANTITIES: readonly Divergence['quantity'][] = [
  'pre_activation',
  'activation',
  'delta',
  'gradient',
  'parameters',
];

const finiteOrNull = (number: number | undefined): number | null =>
  number !== undefined && Number.isFinite(number) ? number : null;

function checkWhole(value: unknown, argument: string, minimum: number, maximum: number): number {
  const number = checkNumber(value, argument, minimum, maximum);
  if (Number.isInteger(number)) return number;
  throw new EngineError('invalid-input', argument, `must be a whole number, not ${number}`);
}

/** Ready for JSON. */
function plainCopy({ train, test }: Required<OwnData>): OwnData {
  const plain = ({ columns, inputs, targets }: Points): Points => ({
    columns,
    inputs: [...inputs],
    targets: [...targets],
  });
  return { train: plain(train), test: plain(test) };
}

interface Holding {
  readonly core: TrainingCore;
  readonly handle: number;
}

/** Frees what nobody disposed of. */
const forgotten = new FinalizationRegistry(({ core, handle }: Holding) => {
  try {
    core.deleteTrainer(handle);
  } catch {
    // A crashed core has nothing left to free.
  }
});

/**
 * One network being trained on one data set. Equal specs and calls give equal bits everywhere, however the steps are
 * cut into calls. Every call on a disposed trainer throws an EngineError `disposed`; a refused one changes nothing.
 */
export class Trainer {
  readonly shape: Shape;
  readonly #core: TrainingCore;
  #handle: number;
  #spec: TrainerSpec | undefined;
  #data: Required<OwnData> | undefined;

  /** Use `TrainingLab.trainer` or `TrainingLab.loadTrainer`. */
  constructor(core: TrainingCore, handle: number) {
    this.#core = core;
    this.#handle = handle;
    this.shape = this.#describe().shape;
    forgotten.register(this, { core, handle }, this);
  }

  /** Complete: `lab.trainer(trainer.spec)` begins the same training again. Plain data, ready for JSON. */
  get spec(): TrainerSpec {
    this.#live();
    this.#spec ??= this.#completeSpec();
    return this.#spec;
  }

  /** The points it is trained and tested on. */
  get data(): Required<OwnData> {
    this.#live();
    this.#data ??= { train: this.#points(false), test: this.#points(true) };
    return this.#data;
  }

  progress(): Progress {
    const [steps, epochs, samplesSeen, nextSample, learningRate, step, layer, quantity] = this.#core.progress(
      this.#live(),
    ) as unknown as readonly number[];
    const divergence =
      step === -1 ? null : ({ step, layer, quantity: QUANTITIES[quantity as number] } as Divergence);
    return { steps, epochs, samplesSeen, nextSample, learningRate, divergence } as Progress;
  }

  /**
   * Mini-batch steps.
   *
   * @param count 0 to 1e9
   * @returns how many were taken: fewer if the training diverged, which keeps the last finite weights
   */
  step(count = 1): number {
    return this.#core.step(this.#live(), checkWhole(count, 'count', 0, MOST_STEPS));
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

  /** What is asked for, and nothing else: each part costs. */
  snapshot(request: SnapshotRequest = {}): Snapshot {
    const progress = this.progress();
    const asked = checkOptions(request, 'request') as SnapshotRequest;
    return {
      ...progress,
      ...(asked.evaluation ? this.#evaluate() : {}),
      ...(asked.grid ? { grid: this.#grid(asked.grid, 'request.grid') } : {}),
      ...(asked.weights ? { weights: this.weights() } : {}),
    };
  }

  /**
   * The outputs of the network, or of all its units, over a square.
   *
   * @throws EngineError `too-large` where the planes would need more than 64 MiB
   */
  grid(options: GridOptions): Planes {
    return this.#grid(options, 'options');
  }

  /**
   * @param inputs samples column by column, as in `Points`: `inputs[column * count + sample]`
   * @returns `result[output * count + sample]`
   */
  predict(inputs: Float32Array | readonly number[]): Float32Array {
    const handle = this.#live();
    const numbers = checkInput(inputs, undefined, 'inputs');
    if (numbers.length % this.shape.columns !== 0) {
      throw new EngineError(
        'shape-mismatch',
        'inputs',
        `must hold a multiple of ${this.shape.columns} numbers, not ${numbers.length}`,
      );
    }
    giveNumbers(this.#core, numbers);
    return this.#core.predict(handle, numbers.length).slice();
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
    this.#setWeights(values, (handle, count) => this.#core.setParameters(handle, count));
  }

  /** Begins again from these weights, to which `reset` will return until `reseed`. @throws EngineError as `setWeights` */
  setInitialWeights(values: Float32Array | readonly number[]): void {
    this.#setWeights(values, (handle, count) => this.#core.setInitialParameters(handle, count));
  }

  /** Takes effect with the next step. What is left out stays. @throws EngineError `invalid-setup` */
  set(hyper: HyperParameters): void {
    const handle = this.#live();
    const problems: Problem[] = [];
    const checked = readHyperParameters(hyper, '', problems);
    if (problems.length > 0) throw refusal('invalid-setup', 'hyper', problems);
    giveJson(this.#core, checked);
    if (!this.#core.setHyperParameters(handle)) {
      throw refusal('invalid-setup', 'hyper', problemsOf(this.#core));
    }
    this.#spec = undefined;
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
    if (this.#handle === 0) return;
    forgotten.unregister(this);
    const handle = this.#handle;
    this.#handle = 0;
    this.#core.deleteTrainer(handle);
  }

  #live(): number {
    if (this.#handle === 0) throw new EngineError('disposed', 'trainer', 'it was disposed of');
    return this.#handle;
  }

  #describe(): TrainerDescription {
    return jsonOf(this.#core.describeTrainer(this.#live())) as TrainerDescription;
  }

  #completeSpec(): TrainerSpec {
    const { setup: all, data } = this.#describe();
    const { version: _version, columns: _columns, ...setup } = all;
    return { ...setup, data: data ?? plainCopy(this.data) };
  }

  #points(test: boolean): Points {
    return pointsOf(this.#core.samples(this.#live(), test), this.shape.columns);
  }

  #evaluate(): { readonly train: Evaluation; readonly test: Evaluation } {
    const [trainLoss, trainScore, testLoss, testScore] = this.#core.evaluateSplits(this.#live());
    return {
      train: { loss: finiteOrNull(trainLoss), score: finiteOrNull(trainScore) },
      test: { loss: finiteOrNull(testLoss), score: finiteOrNull(testScore) },
    };
  }

  #grid(options: GridOptions, argument: string): Planes {
    const handle = this.#live();
    const {
      size,
      x1Minimum = -6,
      x1Maximum = 6,
      x2Minimum = -6,
      x2Maximum = 6,
      units = false,
      into,
    } = checkOptions(options, argument);
    const pixels = checkWhole(size, `${argument}.size`, 2, 1024);
    const bound = (value: unknown, name: string) =>
      checkNumber(value, `${argument}.${name}`, -LARGEST_FLOAT, LARGEST_FLOAT);
    if (typeof units !== 'boolean') {
      throw new EngineError(
        'invalid-option',
        `${argument}.units`,
        `must be true or false, not ${describe(units)}`,
      );
    }
    const planes = this.#core.grid(
      handle,
      pixels,
      bound(x1Minimum, 'x1Minimum'),
      bound(x1Maximum, 'x1Maximum'),
      bound(x2Minimum, 'x2Minimum'),
      bound(x2Maximum, 'x2Maximum'),
      units,
    );
    if (planes.length === 0) throw refusal('invalid-option', argument, problemsOf(this.#core));
    const count = units ? this.shape.unitCount : this.shape.outputs;
    const target =
      into === undefined
        ? new Float32Array(count * pixels * pixels)
        : checkTarget(into, count * pixels * pixels, `${argument}.into`);
    const stride = planes.length / count;
    for (let plane = 0; plane < count; plane += 1) {
      const start = plane * stride;
      target.set(planes.subarray(start, start + pixels * pixels), plane * pixels * pixels);
    }
    return { size: pixels, count, values: target };
  }

  #setWeights(values: unknown, set: (handle: number, count: number) => boolean): void {
    const handle = this.#live();
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
    if (set(handle, numbers.length)) return;
    const problems = problemsOf(this.#core).map((problem) => ({
      ...problem,
      path: problem.path.replace(/^parameters/, ''),
    }));
    throw refusal('invalid-input', 'values', problems);
  }
}
