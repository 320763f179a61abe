import type { ExportLab } from './export-lab';
import type { TrainedNetwork } from './trained-network';

/**
 * The network as the bytes of an ONNX file, operator set 20: `inputs` is a row of columns for each sample, `outputs` what
 * the last layer makes of it. Needs a library that is loaded with the first call.
 */
export async function toOnnx(network: TrainedNetwork, lab: ExportLab): Promise<Uint8Array<ArrayBuffer>> {
  const { networkModel } = await import('./onnx/network-model');
  return networkModel(network, lab);
}
