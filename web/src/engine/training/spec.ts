/**
 * What a network is made of and trained on. Plain data: it can be written as JSON, sent to a worker or put into a link.
 * Everything but `layers` and `data` may be left out; `Trainer.spec` has all of it. Keys of catalogues are those of
 * `TrainingLab.choices`.
 */
export type Task = 'binary' | 'multi_class' | 'regression' | 'curve';
export type TargetCoding = 'automatic' | 'zero_one' | 'minus_one_one';
export type Normalization = 'none' | 'layer' | 'batch';
export type Feature =
  | 'x1'
  | 'x2'
  | 'x1_squared'
  | 'x2_squared'
  | 'x1_x2'
  | 'sin_x1'
  | 'sin_x2'
  | 'cos_x1'
  | 'cos_x2';

export type NamedParameters = Readonly<Record<string, number>>;

/** A fully connected layer: a = f(norm(W x + b)), plus x if `residual`. */
export interface LayerSpec {
  /** 1 to 256. */
  readonly width: number;
  /** Key of an activation; default `tanh`. */
  readonly activation?: string;
  readonly activationParameters?: NamedParameters;
  readonly bias?: boolean;
  readonly normalization?: Normalization;
  /** Needs as many units as the layer before it. */
  readonly residual?: boolean;
  readonly initializer?: string;
  readonly initializerParameters?: NamedParameters;
  /** Scales the initial weights; 0, the default: PyTorch's `calculate_gain` for the activation. */
  readonly gain?: number;
}

export interface Schedule {
  readonly kind: 'constant' | 'step' | 'cosine' | 'warm_up';
  /** In steps: between two changes (step), until the end (cosine), until the full rate (warm_up). */
  readonly steps?: number;
  /** What the rate is multiplied by (step), or the factor at the end (cosine). */
  readonly factor?: number;
}

/** What may change while training, without a reset. */
export interface HyperParameters {
  readonly learningRate?: number;
  /** Of the optimiser, such as `beta1`. */
  readonly optimizerParameters?: NamedParameters;
  readonly schedule?: Schedule;
  /** Upper limit of the norm of the whole gradient; 0: none. */
  readonly clipNorm?: number;
  /** Adds l1 * sum |w| + l2 / 2 * sum w^2 over all weights, not the biases, to what is minimised. */
  readonly l1?: number;
  readonly l2?: number;
}

/** A data set of the catalogue, made from a seed. */
export interface GeneratedData {
  readonly dataset: string;
  readonly parameters?: NamedParameters;
  /** Points in all, training and test. Ignored by data sets of a fixed size. */
  readonly samples?: number;
  /** Of data sets that can have any number of classes. */
  readonly classes?: number;
  /** 0 to 1. */
  readonly noise?: number;
  /** Share of the samples that is trained on; the others are the test data. */
  readonly trainShare?: number;
  readonly seed?: number;
  /**
   * Of data sets with a formula (`DatasetInfo.formula`): f(x), of numbers, `x`, `pi`, `e`, `+ - * / ^`, parentheses and the
   * functions sin, cos, tan, atan, exp, log, ln, sqrt, abs, sign, step, floor, tanh, sigmoid, relu, softplus, min and max; `2x` is
   * `2 * x`. At most 200 characters; empty: the one that the data set has.
   */
  readonly formula?: string;
}

/** Labelled points, column by column: `inputs[column * targets.length + sample]`. */
export interface Points {
  readonly columns: number;
  readonly inputs: Float32Array | readonly number[];
  /** The class (0, 1, 2 ...) or the value to be learned. */
  readonly targets: Float32Array | readonly number[];
}

/** The user's own points. */
export interface OwnData {
  readonly train: Points;
  readonly test?: Points;
}

export type DataSpec = GeneratedData | OwnData;

export interface TrainerSpec extends HyperParameters {
  readonly task?: Task;
  /** Of `multi_class`: 2 to 10; the last layer is as wide. */
  readonly classes?: number;
  readonly targetCoding?: TargetCoding;
  /** What the first layer sees; empty: the columns of the data. */
  readonly features?: readonly Feature[];
  /** The last one is the output layer. */
  readonly layers: readonly LayerSpec[];
  readonly loss?: string;
  readonly lossParameters?: NamedParameters;
  readonly optimizer?: string;
  /** 0: all training data at once. */
  readonly batchSize?: number;
  /** What becomes of the samples at the end of an epoch that do not fill a batch. */
  readonly leftover?: 'keep' | 'drop';
  /** A new order of the samples each epoch. */
  readonly shuffle?: boolean;
  /** Of the initial weights, and of the order of the samples. */
  readonly seed?: number;
  readonly shuffleSeed?: number;
  readonly data: DataSpec;
}
