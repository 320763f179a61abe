/** The module Emscripten makes of `cpp/bindings`; a test compares this declaration with the real one. */
declare module '#training-core' {
  import type { BlockCore, CoreOptions } from '#core';

  /**
   * A trainer is known by a handle, which is never 0. Numbers and texts, which are UTF-8, cross as views on buffers of the
   * core that are valid until the next call. What can be refused says so by its result; `problems` has the reasons.
   */
  export interface TrainingCore extends BlockCore {
    /** JSON of `Choices`. */
    describeChoices(): Uint8Array;
    /** JSON of the `Problem`s of the last call that could be refused. */
    problems(): Uint8Array;
    /** To be filled before a call that takes numbers, or a text. */
    numbersToGive(count: number): Float32Array;
    textToGive(bytes: number): Uint8Array;
    /** What some calls give besides. */
    numbers(): Float64Array;
    text(): Uint8Array;
    /**
     * Takes a data set-up as JSON, gives training samples, then test samples, as `createTrainer` takes them; columns and
     * sizes are in `numbers`. Empty where it is refused.
     */
    generate(): Float32Array;
    /**
     * Takes comma-separated values, gives samples; columns are in `numbers`, names as JSON in `text`. Empty where there
     * are problems, which are in `text` then. `header`: 0 to be detected, 1 there, 2 not there.
     */
    readCsv(classes: boolean, targetColumn: number, classLimit: number, header: number): Float32Array;
    /** Takes samples, and names as JSON. Empty where it is refused. */
    writeCsv(columns: number, samples: number): Uint8Array;
    /**
     * Takes a set-up as JSON, and the training samples, then the test samples: of each the inputs column by column, then
     * the targets.
     *
     * @returns a handle, or 0
     */
    createTrainer(columns: number, trainSamples: number, testSamples: number): number;
    /** Takes a set-up with `data`, what the samples are generated from, as JSON. @returns a handle, or 0 */
    createTrainerOfDataSet(): number;
    /** Takes a document. @returns a handle, or 0 */
    loadTrainer(): number;
    deleteTrainer(trainer: number): void;
    /** JSON of `TrainerDescription`. */
    describeTrainer(trainer: number): Uint8Array;
    /** The inputs column by column, then the targets. */
    samples(trainer: number, test: boolean): Float32Array;
    /** Takes samples as `createTrainer`. @returns false where they are refused */
    setSamples(trainer: number, columns: number, trainSamples: number, testSamples: number): boolean;
    /** Takes a data set-up as JSON. @returns false where it is refused */
    setDataSet(trainer: number): boolean;
    /** Without Embind, for what is called step by step. @returns steps taken */
    _take_steps(trainer: number, count: number): number;
    /** @returns steps taken */
    stepSamples(trainer: number, count: number): number;
    runEpochs(trainer: number, count: number): number;
    /**
     * Takes a stop rule as JSON. Reason or -1, lowest loss and its epoch, from which the next call goes on; empty where it
     * is refused.
     */
    runUntil(trainer: number, lowestLoss: number, lowestEpoch: number, maximumSteps: number): Float64Array;
    /** Steps, epochs, samples seen, next sample, learning rate; step, layer and quantity of the divergence, or -1. */
    progress(trainer: number): Float64Array;
    /** Loss and score of the training data, then of the test data. */
    evaluateSplits(trainer: number): Float64Array;
    /**
     * The planes of the output units, or of all, each followed by so much padding that they are equally far apart; empty
     * where it is refused.
     */
    grid(
      trainer: number,
      size: number,
      x1Minimum: number,
      x1Maximum: number,
      x2Minimum: number,
      x2Maximum: number,
      allUnits: boolean,
    ): Float32Array;
    /** Likewise: two planes an output. */
    gradientGrid(
      trainer: number,
      size: number,
      x1Minimum: number,
      x1Maximum: number,
      x2Minimum: number,
      x2Maximum: number,
    ): Float32Array;
    /** As `flatten.h` has it; empty where it is refused. Limits that are NaN are found from the numbers. */
    observe(
      trainer: number,
      bins: number,
      preActivationLower: number,
      preActivationUpper: number,
      activationLower: number,
      activationUpper: number,
      saturationThreshold: number,
      inactiveSlope: number,
    ): Float64Array;
    confusion(trainer: number, test: boolean): Float64Array;
    /** As `flatten.h` has it; the loss is in `numbers`. */
    trace(trainer: number, test: boolean, sample: number): Float32Array;
    /** First and last layer of each run. */
    affineRuns(trainer: number): Float64Array;
    /** As `flatten.h` has it. */
    collapse(trainer: number, first: number, last: number): Float64Array;
    signAgreement(trainer: number, batchSize: number): Float64Array;
    /** Takes numbers column by column, gives them unit by unit. */
    predict(trainer: number, count: number): Float32Array;
    parameters(trainer: number): Float32Array;
    gradient(trainer: number): Float32Array;
    /** @returns false where the given numbers are refused */
    setParameters(trainer: number, count: number): boolean;
    setInitialParameters(trainer: number, count: number): boolean;
    /** Takes JSON. */
    setHyperParameters(trainer: number): boolean;
    reset(trainer: number): void;
    reseed(trainer: number, seed: number): void;
    save(trainer: number): Uint8Array;
    /** The upper and the lower 32 bits. */
    hash(trainer: number): Float64Array;
  }

  export default function createCore(options: CoreOptions): Promise<TrainingCore>;
}
