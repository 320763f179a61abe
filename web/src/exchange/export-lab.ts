import type { ActivationInfo, Range } from '../engine/catalogue';
import type { NamedParameters } from '../engine/training/spec';

/** A loss or an optimiser of the engine's choices, as far as code is made of it. */
export interface ChoiceCode {
  readonly key: string;
  readonly parameters: readonly { readonly key: string; readonly initial: number }[];
  /** `{name}` stands for a parameter. Empty where PyTorch has none. */
  readonly pytorch: string;
}

export interface LossCode extends ChoiceCode {
  readonly outputs: 'any' | 'logits' | 'probabilities';
  readonly signedTargets: boolean;
}

/** What the exporters ask of the engine; `TrainingLab` has all of it. */
export interface ExportLab {
  readonly catalogue: { readonly activations: readonly ActivationInfo[] };
  readonly choices: { readonly losses: readonly LossCode[]; readonly optimizers: readonly ChoiceCode[] };
  properties(key: string, parameters?: NamedParameters): { readonly range: Range };
}

/** @throws RangeError where the engine has no such entry */
export function entryOf<Entry extends { readonly key: string }>(
  entries: readonly Entry[],
  key: string,
): Entry {
  const entry = entries.find((candidate) => candidate.key === key);
  if (!entry) throw new RangeError(`nothing is called ${key}`);
  return entry;
}

/** All parameters of an entry: the given ones, and the others at their initial value. */
export function allParameters(
  infos: readonly { readonly key: string; readonly initial: number }[],
  given: NamedParameters = {},
): NamedParameters {
  return Object.fromEntries(infos.map(({ key, initial }) => [key, given[key] ?? initial]));
}
