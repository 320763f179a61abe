/** What can be seen of a network while it trains. Looking never changes the training. */

/** Where NaN or infinity appeared first. The weights are the last finite ones. */
export interface Divergence {
  /** The step that could not be taken; 0 is the first one. */
  readonly step: number;
  readonly layer: number;
  readonly quantity: 'pre_activation' | 'activation' | 'delta' | 'gradient' | 'parameters';
}

/** Of a whole split. `null` where there are no samples or the number is not finite. */
export interface Evaluation {
  readonly loss: number | null;
  /** Accuracy, or R^2 for regression and curves. */
  readonly score: number | null;
}

export interface Progress {
  readonly steps: number;
  /** Complete ones. */
  readonly epochs: number;
  /**
   * 1 to `shape.stepsPerEpoch`. New data begin the epoch that was under way again, so that it does not follow from the
   * number of steps.
   */
  readonly stepsToEpochEnd: number;
  readonly samplesSeen: number;
  /** Index, in the training data, of the sample that is presented next. */
  readonly nextSample: number;
  /** That the next step will use. */
  readonly learningRate: number;
  readonly divergence: Divergence | null;
}

/** A square of `size` x `size` points over the first two inputs; row 0 is at the top, x2 = `x2Maximum`. */
export interface GridSpec {
  /** 2 to 1024. */
  readonly size: number;
  readonly x1Minimum?: number;
  readonly x1Maximum?: number;
  readonly x2Minimum?: number;
  readonly x2Maximum?: number;
}

/** The outputs of a network over a square, or the numbers of all its units. */
export interface GridOptions extends GridSpec {
  /** Also the planes of every hidden unit, before those of the outputs. */
  readonly units?: boolean;
  /** Array to write to, of planes * size * size numbers. */
  readonly into?: Float32Array;
}

export interface GradientGridOptions extends GridSpec {
  readonly into?: Float32Array;
}

/** Which parts a snapshot has; each costs only when asked for. */
export interface SnapshotRequest {
  readonly grid?: GridOptions;
  /** d output / d x1 and d output / d x2 over a grid. */
  readonly gradientGrid?: GradientGridOptions;
  readonly evaluation?: boolean;
  readonly weights?: boolean;
  /** A pass over the whole training data, forward and backward. */
  readonly layers?: boolean | ObservationOptions;
  readonly confusion?: boolean;
}

/** Row by row; plane `firstUnit + unit` is that of a unit when all were asked for, else plane `unit` of the outputs. */
export interface Planes {
  readonly size: number;
  readonly count: number;
  /** `values[plane * size * size + row * size + column]`. */
  readonly values: Float32Array;
}

export interface Snapshot extends Progress {
  readonly train?: Evaluation;
  readonly test?: Evaluation;
  readonly grid?: Planes;
  /** Two planes an output: by x1, by x2. */
  readonly gradientGrid?: Planes;
  /** As `Trainer.weights`. */
  readonly weights?: Float32Array;
  readonly layers?: readonly LayerObservation[];
  /**
   * Row: true class, column: predicted class, row-major; of the test data where there are some, else of the training data.
   * Empty for regression and curves.
   */
  readonly confusion?: readonly number[];
}

export interface HistogramLimits {
  readonly lower: number;
  readonly upper: number;
}

export interface ObservationOptions {
  /** Of each histogram: 1 to 512, by default 32. */
  readonly bins?: number;
  /** By default from each layer's smallest to its largest number. */
  readonly preActivationLimits?: HistogramLimits;
  readonly activationLimits?: HistogramLimits;
  /** A unit is saturated for a sample where |f'| is below it; by default 0.01. */
  readonly saturationThreshold?: number;
  /** A unit is inactive for a sample where |f'| is not above it; by default 0. */
  readonly inactiveSlope?: number;
}

/** Equal bins from `lower` to `upper`. What lies outside is in the outermost bins, what is not finite in none. */
export interface Histogram extends HistogramLimits {
  readonly counts: Float64Array;
}

/** `null` where one of the numbers is not finite. */
export interface NumberDistribution {
  readonly mean: number | null;
  /** Root of the mean squared distance from the mean. */
  readonly deviation: number | null;
  readonly histogram: Histogram;
}

/**
 * Of one layer over the whole training data. Gradients are those of the mean loss of all samples, without penalties. A
 * number that is not finite is `null`.
 */
export interface LayerObservation {
  /** What the activation is applied to. */
  readonly preActivation: NumberDistribution;
  /** What the next layer sees. */
  readonly activation: NumberDistribution;
  /** Share of all unit-sample pairs with |f'| below the threshold. */
  readonly saturated: number;
  /** Euclidean norm of the gradient by the weights, biases left out. */
  readonly weightGradientNorm: number | null;
  /** By W x + b: over all units and samples. */
  readonly preActivationGradientNorm: number | null;
  /**
   * Norm of the last change of the weights divided by the norm of the weights before it; `null` before the first step, or
   * if the weights were set since.
   */
  readonly updateRatio: number | null;
  /**
   * exp of the entropy of the normalised singular values of the centred activations (Roy, Vetterli 2007): from 1 to the
   * number of units; 0 if no activation varies.
   */
  readonly effectiveRank: number | null;
  readonly units: readonly UnitObservation[];
}

/** Of one unit over the whole training data. */
export interface UnitObservation {
  /** Binned as those of the layer. */
  readonly preActivation: NumberDistribution;
  readonly activation: NumberDistribution;
  /** Share of the samples with |f'| below the threshold. */
  readonly saturated: number;
  /** Share of the samples for which the unit is active: its slope lets a gradient through. */
  readonly active: number;
  /** Active for no sample. */
  readonly dead: boolean;
  /** Steps at which it was first seen dead, and last seen alive again; `null`: never. */
  readonly diedAt: number | null;
  readonly revivedAt: number | null;
  /**
   * |sum of signs| / count over a sample's gradients by the incoming weights that are not 0, mean over the samples that
   * have any: 1 where all agree.
   */
  readonly signAgreement: number;
}

/** How far the gradients by a unit's incoming weights agree in sign, over batches. */
export interface SignAgreement {
  /** |sum of signs| / count over the gradients that are not 0, mean over the batches that have any. */
  readonly agreement: number;
  /** Share of those batches in which all signs are the same. */
  readonly unanimous: number;
}

/** Layers from `first` to `last`, both included. */
export interface LayerRun {
  readonly first: number;
  readonly last: number;
}

/** What a run of layers would be if each were affine. */
export interface CollapsedLayers {
  readonly inputs: number;
  readonly units: number;
  /** Row by row, one row of `inputs` numbers for each unit. */
  readonly weights: Float64Array;
  readonly bias: Float64Array;
  /**
   * Between this map of what enters the run and what the network makes of it, over all training samples and units:
   * rounding if the layers are affine. `null` where it is not finite.
   */
  readonly largestDifference: number | null;
}
