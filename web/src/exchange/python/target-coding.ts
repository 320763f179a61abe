import { allParameters, type ExportLab, entryOf } from '../export-lab';
import type { TrainedNetwork } from '../trained-network';

/** Whether the classes are -1 and 1 for the loss, not 0 and 1: the engine's rule for `automatic`. */
export function hasSignedTargets({ setup }: TrainedNetwork, lab: ExportLab): boolean {
  if (setup.targetCoding !== 'automatic') return setup.targetCoding === 'minus_one_one';
  const loss = entryOf(lab.choices.losses, setup.loss);
  if (loss.signedTargets) return true;
  const output = setup.layers.at(-1);
  if (setup.task !== 'binary' || loss.outputs !== 'any' || !output) return false;
  const { parameters } = entryOf(lab.catalogue.activations, output.activation);
  const { lower } = lab.properties(
    output.activation,
    allParameters(parameters, output.activationParameters),
  ).range;
  return output.residual || lower === null || lower < 0;
}
