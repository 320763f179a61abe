import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import createTrainingCore, { type TrainingCore } from '#training-core';
import { EngineError, type Lab, loadLab, loadTrainingLab } from '../../../web/src/engine/activation-lab';
import { instantiate } from '../../../web/src/engine/instantiate';
import { guarded } from '../../../web/src/engine/training/guard';
import { TrainingLab } from '../../../web/src/engine/training/training-lab';

const built = (name: string) => fileURLToPath(new URL(`../../../build/wasm/${name}`, import.meta.url));

export const readWasm = (): Promise<Uint8Array<ArrayBuffer>> => readFile(built('core.wasm'));
export const readTrainingWasm = (): Promise<Uint8Array<ArrayBuffer>> => readFile(built('training.wasm'));

export const loadBuiltLab = async (): Promise<Lab> => loadLab({ wasm: await readWasm() });
export const loadBuiltTrainingLab = async (): Promise<TrainingLab> =>
  loadTrainingLab({ wasm: await readTrainingWasm() });

/** A lab beside its bare core, whose memory can be seen. */
export async function loadTrainingLabWithMemory(): Promise<{
  readonly lab: TrainingLab;
  readonly core: TrainingCore;
  readonly memorySize: () => number;
}> {
  const core = guarded(await instantiate(createTrainingCore, await readTrainingWasm()));
  const memorySize = () => core.numbersToGive(0).buffer.byteLength;
  return { lab: new TrainingLab(core), core, memorySize };
}

/** Comparing bytes is a thousand times faster than comparing elements. */
export const bytes = (numbers: Float32Array = new Float32Array()) => Buffer.from(numbers.slice().buffer);

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
