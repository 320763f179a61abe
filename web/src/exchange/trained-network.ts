import { EngineError } from '../engine/errors';
import type { Shape } from '../engine/training/shape';
import type { LayerSpec, Schedule, TrainerSpec } from '../engine/training/spec';

type LayerOptions = 'activationParameters' | 'initializerParameters';
type TrainingOptions = 'lossParameters' | 'optimizerParameters';

/** A layer with everything said; parameters are left out where there are none. */
export type LayerSetup = Required<Omit<LayerSpec, LayerOptions>> & Pick<LayerSpec, LayerOptions>;

/** A set-up with everything said, as the engine writes it. */
export type Setup = Required<Omit<TrainerSpec, 'data' | 'layers' | 'schedule' | TrainingOptions>> &
  Pick<TrainerSpec, TrainingOptions> & {
    readonly layers: readonly LayerSetup[];
    readonly schedule: Required<Schedule>;
    /** Numbers per sample. */
    readonly columns: number;
  };

/** Numbers for each unit. */
export type LayerNormalization =
  | { readonly kind: 'layer'; readonly scale: Float32Array; readonly shift: Float32Array }
  | {
      readonly kind: 'batch';
      readonly scale: Float32Array;
      readonly shift: Float32Array;
      readonly runningMean: Float32Array;
      readonly runningVariance: Float32Array;
    };

export interface TrainedLayer {
  readonly setup: LayerSetup;
  readonly inputs: number;
  readonly units: number;
  /** Row by row, one row of `inputs` numbers for each unit. */
  readonly weights: Float32Array;
  readonly bias: Float32Array | null;
  readonly normalization: LayerNormalization | null;
  /** That PReLU has learned. */
  readonly slope: number | null;
}

/** A network with all its numbers, and what it is trained on: what other programs need to know of it. */
export interface TrainedNetwork {
  readonly setup: Setup;
  readonly layers: readonly TrainedLayer[];
  /** The training data: `inputs[column * targets.length + sample]`; classes as 0, 1, 2 ... */
  readonly inputs: Float32Array;
  readonly targets: Float32Array;
  /** Taken so far. */
  readonly steps: number;
}

/** The members of the engine's document that are read here. */
interface NetworkDocument {
  readonly setup: Setup;
  readonly train: { readonly inputs: string; readonly targets: string };
  /** What is learned, then mean and variance of each batch normalisation. */
  readonly parameters: string;
  readonly steps: number;
}

const DIGITS_PER_FLOAT = 8;

/** The engine writes the bits of a number as eight hexadecimal digits. */
function floatsFromHex(text: string): Float32Array {
  const bits = Uint32Array.from({ length: text.length / DIGITS_PER_FLOAT }, (_, index) =>
    Number.parseInt(text.slice(index * DIGITS_PER_FLOAT, (index + 1) * DIGITS_PER_FLOAT), 16),
  );
  return new Float32Array(bits.buffer);
}

/**
 * @param document of `Trainer.save`
 * @param shape of the same trainer
 * @throws EngineError `invalid-document` where the two do not belong together
 */
export function readTrainedNetwork(document: string, shape: Shape): TrainedNetwork {
  const { setup, train, parameters, steps } = JSON.parse(document) as NetworkDocument;
  const numbers = floatsFromHex(parameters);
  const part = (first: number, count: number) => numbers.slice(first, first + count);

  let running = shape.parameterCount;
  const nextRunning = (units: number) => {
    running += units;
    return part(running - units, units);
  };

  const layers = shape.layers.map((layer, index): TrainedLayer => {
    const { inputs, units, bias, scale, shift, slope } = layer;
    const own = setup.layers[index] as LayerSetup;
    const affine =
      scale === null || shift === null ? null : { scale: part(scale, units), shift: part(shift, units) };
    const normalization: LayerNormalization | null =
      affine === null
        ? null
        : own.normalization === 'batch'
          ? { kind: 'batch', ...affine, runningMean: nextRunning(units), runningVariance: nextRunning(units) }
          : { kind: 'layer', ...affine };
    return {
      setup: own,
      inputs,
      units,
      weights: part(layer.weights, inputs * units),
      bias: bias === null ? null : part(bias, units),
      normalization,
      slope: slope === null ? null : (numbers[slope] as number),
    };
  });
  if (running !== numbers.length || layers.length !== setup.layers.length) {
    throw new EngineError('invalid-document', 'document', 'its numbers do not have this shape');
  }
  return {
    setup,
    layers,
    inputs: floatsFromHex(train.inputs),
    targets: floatsFromHex(train.targets),
    steps,
  };
}
