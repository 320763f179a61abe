import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  EngineError,
  type Lab,
  loadLab,
  loadTrainingLab,
  type TrainingLab,
} from '../../../web/src/engine/activation-lab';

const built = (name: string) => fileURLToPath(new URL(`../../../build/wasm/${name}`, import.meta.url));

export const readWasm = (): Promise<Uint8Array<ArrayBuffer>> => readFile(built('core.wasm'));
export const readTrainingWasm = (): Promise<Uint8Array<ArrayBuffer>> => readFile(built('training.wasm'));

export const loadBuiltLab = async (): Promise<Lab> => loadLab({ wasm: await readWasm() });
export const loadBuiltTrainingLab = async (): Promise<TrainingLab> =>
  loadTrainingLab({ wasm: await readTrainingWasm() });

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
