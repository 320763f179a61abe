import { readFile } from 'node:fs/promises';
import * as ort from 'onnxruntime-web/wasm';
import type { TrainerSpec, TrainingLab } from '../../../web/src/engine/activation-lab';
import { type ExportLab, exportLabOf } from '../../../web/src/exchange/export-lab';
import { readTrainedNetwork, type TrainedNetwork } from '../../../web/src/exchange/trained-network';
import { loadBuiltLab } from '../engine/support';

/** What the exporters ask, with the catalogue of the core that has all of it. */
export const loadExportLab = async ({ choices }: TrainingLab): Promise<ExportLab> =>
  exportLabOf(await loadBuiltLab(), choices);

const RUNTIME = 'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm';

/** Runs an ONNX model on samples given column by column; gives outputs sample by sample. */
export async function runOnnx(
  model: Uint8Array,
  inputs: Float32Array,
  columns: number,
): Promise<Float32Array> {
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmBinary ??= await readFile(new URL(`../../../${RUNTIME}`, import.meta.url));
  const session = await ort.InferenceSession.create(model);
  try {
    const samples = inputs.length / columns;
    const rows = inputs.map((_, i) => inputs[(i % columns) * samples + Math.floor(i / columns)] as number);
    const results = await session.run({ inputs: new ort.Tensor('float32', rows, [samples, columns]) });
    return (results.outputs as ort.Tensor).data as Float32Array;
  } finally {
    await session.release();
  }
}

/** The network of a trainer that has taken some steps, and what the core makes of the samples, sample by sample. */
export function trained(
  lab: TrainingLab,
  spec: TrainerSpec,
  steps: number,
  inputs: Float32Array,
): { readonly network: TrainedNetwork; readonly outputs: Float32Array } {
  const trainer = lab.trainer(spec);
  try {
    trainer.step(steps);
    const planes = trainer.predict(inputs);
    const units = trainer.shape.outputs;
    const samples = planes.length / units;
    const outputs = planes.map((_, i) => planes[(i % units) * samples + Math.floor(i / units)] as number);
    return { network: readTrainedNetwork(trainer.save(), trainer.shape), outputs };
  } finally {
    trainer.dispose();
  }
}

/** The largest difference, relative to numbers above 1 in magnitude. */
export function largestDifference(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return a.reduce((largest, value, index) => {
    const other = b[index] as number;
    const difference = Object.is(value, other) ? 0 : Math.abs(value - other) / Math.max(1, Math.abs(other));
    return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : Math.max(largest, difference);
  }, 0);
}
