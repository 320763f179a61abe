import createCore from '#core';
import { EngineError } from './errors';
import { instantiate, type WasmSource } from './instantiate';
import { Lab } from './lab';
import type { TrainingLab } from './training/training-lab';

export type * from './catalogue';
export type { EvaluateOptions, Evaluation, Parameters } from './element-wise';
export { EngineError, type EngineErrorCode } from './errors';
export type { WasmSource } from './instantiate';
export {
  type Distribution,
  type GradientCheck,
  type Lab,
  MAXIMUM_VECTOR_LENGTH,
  type VectorEvaluation,
} from './lab';
export type { Problem, ProblemCode } from './problem';
export type * from './training/choices';
export type { CsvNames, CsvOptions, CsvPoints } from './training/csv';
export type * from './training/observation';
/** Its name above is taken. */
export type { Evaluation as SplitEvaluation } from './training/observation';
export type * from './training/shape';
export type * from './training/spec';
export type { RunOptions, RunState, StopReason, StopRule } from './training/stop-rule';
export type { LayerTrace, Trace, TracedNumber, UnitTrace } from './training/trace';
export type { Trainer } from './training/trainer';
export type { TrainingLab } from './training/training-lab';

export interface LoadOptions {
  /** Default: `activation-lab.wasm` beside this module. A relative address is relative to the page. */
  readonly wasm?: WasmSource;
}

/**
 * Loads the core: in a page, a worker or Node 20 and later.
 *
 * @throws EngineError `load-failed` where the file cannot be had, or WebAssembly with SIMD is missing
 */
export async function loadLab(options: LoadOptions = {}): Promise<Lab> {
  return new Lab(
    await instantiate(createCore, options.wasm ?? new URL('activation-lab.wasm', import.meta.url)),
  );
}

/**
 * Loads the network engine: a file of its own, `activation-lab-training.wasm`, and the code that goes with it.
 *
 * @throws EngineError as `loadLab`
 */
export async function loadTrainingLab(options: LoadOptions = {}): Promise<TrainingLab> {
  const { instantiateTrainingLab } = await import('./training/load').catch((cause: unknown) => {
    throw new EngineError('load-failed', 'module', `the network engine could not be loaded (${cause})`, {
      cause,
    });
  });
  return instantiateTrainingLab(options.wasm);
}
