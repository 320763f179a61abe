import { compile } from '../instantiate';

let compiled: Promise<WebAssembly.Module> | undefined;

/**
 * The core with the network engine, compiled once for the page and all its workers. After a failure the next call tries
 * again.
 *
 * @throws EngineError `load-failed`
 */
export function compiledTrainingCore(): Promise<WebAssembly.Module> {
  compiled ??= compile(new URL('activation-lab-training.wasm', import.meta.url)).catch((error: unknown) => {
    compiled = undefined;
    throw error;
  });
  return compiled;
}
