import { allParameters, type ExportLab, entryOf } from '../export-lab';
import type { Setup } from '../trained-network';
import { fillCode } from './text';

/** What must stand before `use`, the expression that makes the optimiser of the set-up for `model`. */
export function pytorchOptimizer(
  setup: Setup,
  lab: ExportLab,
): { readonly definition: readonly string[]; readonly use: string } {
  const { pytorch, pytorchDefinition, parameters } = entryOf(lab.choices.optimizers, setup.optimizer);
  const numbers = { ...allParameters(parameters, setup.optimizerParameters), lr: setup.learningRate };
  return {
    definition: pytorchDefinition === '' ? [] : pytorchDefinition.split('\n'),
    use: fillCode(pytorch, numbers).replace(/\bparams\b/, 'model.parameters()'),
  };
}
