/** A layer, and where its numbers begin among those of `Trainer.weights`; `null` where it has none of them. */
export interface LayerShape {
  readonly inputs: number;
  readonly units: number;
  /** Units of all layers before it: which plane of a grid is that of its first unit. */
  readonly firstUnit: number;
  /** Row by row, one row of `inputs` numbers for each unit. */
  readonly weights: number;
  /** One number for each unit. */
  readonly bias: number | null;
  /** Gain and shift of the normalisation, one of each for each unit. */
  readonly scale: number | null;
  readonly shift: number | null;
  /** One number: the slope that PReLU learns. */
  readonly slope: number | null;
}

export interface Shape {
  /** Numbers per sample in the data. */
  readonly columns: number;
  /** Units of the last layer. */
  readonly outputs: number;
  /** Units of all layers. */
  readonly unitCount: number;
  /** How many numbers are learned. */
  readonly parameterCount: number;
  readonly stepsPerEpoch: number;
  readonly layers: readonly LayerShape[];
}
