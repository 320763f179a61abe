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

/** Which parts a snapshot has; each costs only when asked for. */
export interface SnapshotRequest {
  /** The outputs of the network over a grid; with `units` of every hidden unit too. */
  readonly grid?: GridSpec & { readonly units?: boolean };
  /** d output / d x1 and d output / d x2 over a grid. */
  readonly gradientGrid?: GridSpec;
  readonly evaluation?: boolean;
  readonly weights?: boolean;
  readonly layers?: boolean;
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
  /** Row: true class, column: predicted class, row-major; of the test data where there are some, else of the training data. */
  readonly confusion?: readonly number[];
}

/** Equal bins from `lower` to `upper`; what lies outside is in the outermost bins. */
export interface Histogram {
  readonly lower: number;
  readonly upper: number;
  readonly counts: readonly number[];
}

export interface Distribution {
  readonly mean: number;
  readonly deviation: number;
  readonly histogram: Histogram;
}

/** Of one layer over the whole training data. */
export interface LayerObservation {
  readonly preActivation: Distribution;
  readonly activation: Distribution;
  /** Share of all unit-sample pairs with |f'| below the threshold. */
  readonly saturated: number;
  /** By unit. */
  readonly units: readonly UnitObservation[];
  /** Euclidean norm of the gradient of the loss by the weights, and by the pre-activations. */
  readonly weightGradientNorm: number;
  readonly preActivationGradientNorm: number;
  /** Norm of the last update of the weights divided by the norm of the weights; `null` before the first step. */
  readonly updateRatio: number | null;
  /** exp of the entropy of the normalised singular values of the centred activations. */
  readonly effectiveRank: number;
}

export interface UnitObservation {
  readonly preActivationMean: number;
  readonly preActivationDeviation: number;
  readonly activationMean: number;
  readonly activationDeviation: number;
  readonly saturated: number;
  /** Share of the training points for which the unit is active (f' is not 0). */
  readonly active: number;
  /** Inactive for every training point. */
  readonly dead: boolean;
  /** Steps at which it was first seen dead, and last seen alive again; `null`: never. */
  readonly diedAt: number | null;
  readonly revivedAt: number | null;
  /** |sum of signs| / count over the gradients of its incoming weights, averaged over samples: 1 where all agree. */
  readonly signAgreement: number;
}
