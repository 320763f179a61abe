import { instantiate, type WasmSource } from './instantiate';
import { Lab } from './lab';

export type * from './catalogue';
export { EngineError, type EngineErrorCode } from './errors';
export type { WasmSource } from './instantiate';
export {
  type Distribution,
  type EvaluateOptions,
  type Evaluation,
  type GradientCheck,
  type Lab,
  MAXIMUM_VECTOR_LENGTH,
  type Parameters,
  type VectorEvaluation,
} from './lab';

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
  return new Lab(await instantiate(options.wasm));
}
