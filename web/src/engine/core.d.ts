/** The module Emscripten makes of `cpp/bindings/explorer.cpp`; a test compares this declaration with the real one. */
declare module '#core' {
  /** Of `blocks.cpp`: activations element by element. */
  export interface BlockCore {
    /** Views on the fixed buffers of the core. Never grow; stale only if the memory grew, and then of length 0. */
    inputView(): Float32Array;
    valueView(): Float32Array;
    derivativeView(): Float32Array;
    parameterView(): Float32Array;
    /** @returns a `Status`, 0 where all is well */
    evaluate(activation: number, order: number, count: number): number;
  }

  export interface Core extends BlockCore {
    /** JSON of `Catalogue`. Texts are UTF-8, and valid until the next call. */
    describeCatalogue(): Uint8Array;
    /** As those of `BlockCore`, for order 2. */
    secondDerivativeView(): Float32Array;
    /** Fills `sampleView` in double precision. @returns a `Status` */
    sample(activation: number, x: number): number;
    /** f, f', f'' and f' by automatic differentiation. */
    sampleView(): Float64Array;
    /** JSON of `Properties` for the parameters in `parameterView`. */
    describeProperties(activation: number): Uint8Array;
    /** Fills the input buffer; the generator goes on where the last call stopped. */
    seedRandom(seed: number): void;
    fillNormal(mean: number, deviation: number, count: number): void;
    fillUniform(lower: number, upper: number, count: number): void;
    /** Length of the output, or 0 where the input length does not fit. */
    vectorOutputLength(vector: number, inputLength: number): number;
    /** @returns a `Status` */
    evaluateVector(vector: number, inputLength: number): number;
    /** Row-major outputs x inputs of the last `evaluateVector`. */
    jacobianView(): Float32Array;
  }

  export interface CoreOptions {
    instantiateWasm(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): Record<string, never>;
    onAbort(reason: unknown): void;
  }

  export default function createCore(options: CoreOptions): Promise<Core>;
}
