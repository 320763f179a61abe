import { consistent, specOf } from './network-spec';
import type { NetworkState } from './network-state';
import type { TrainingAccess } from './training-access';

/**
 * The keys whose values are possible, but not with the others: `consistent` replaces them, and weights that are not as many as
 * the network has are left out.
 */
export function misfitsOf({ choices, lab }: TrainingAccess, state: NetworkState): (keyof NetworkState)[] {
  const fitting = consistent(choices, state);
  const keys: (keyof NetworkState)[] = [];
  if (fitting.data !== state.data) keys.push('data');
  if (!state.features.every((feature) => fitting.features.includes(feature))) keys.push('features');
  if (fitting.loss !== state.loss) keys.push('loss');
  if (state.weights.length > 0) {
    try {
      const trainer = lab.trainer(specOf(choices, fitting));
      if (trainer.shape.parameterCount !== state.weights.length) keys.push('weights');
      trainer.dispose();
    } catch {
      // A network that is refused as a whole is told of where it is trained.
    }
  }
  return keys;
}
