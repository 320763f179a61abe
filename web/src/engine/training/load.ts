import createCore from '#training-core';
import { instantiate, type WasmSource } from '../instantiate';
import { compiledTrainingCore } from './compiled-core';
import { guarded } from './guard';
import { TrainingLab } from './training-lab';

/** @throws EngineError `load-failed` */
export async function instantiateTrainingLab(source?: WasmSource): Promise<TrainingLab> {
  const wasm = source ?? (await compiledTrainingCore());
  return new TrainingLab(guarded(await instantiate(createCore, wasm)));
}
