import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { EngineError, type Lab, loadLab } from '../../../web/src/engine/activation-lab';

const WASM = fileURLToPath(new URL('../../../build/wasm/core.wasm', import.meta.url));

export const readWasm = (): Promise<Uint8Array<ArrayBuffer>> => readFile(WASM);

export const loadBuiltLab = async (): Promise<Lab> => loadLab({ wasm: await readWasm() });

/** The error a call ends with. @throws where it does not end with an EngineError */
export function engineErrorOf(call: () => unknown): EngineError {
  try {
    call();
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
  throw new Error('the call was not refused');
}
