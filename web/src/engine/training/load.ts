import createCore from '#training-core';
import { guarded } from '../guard';
import { instantiate, type WasmSource } from '../instantiate';
import { TrainingLab } from './training-lab';

/** @throws EngineError `load-failed` */
export async function instantiateTrainingLab(
  source: WasmSource = new URL('activation-lab-training.wasm', import.meta.url),
): Promise<TrainingLab> {
  return new TrainingLab(guarded(await instantiate(createCore, source)));
}
