import type * as engine from '../../../engine/activation-lab';

export type { ChoiceInfo, DatasetInfo, LossInfo } from '../../../engine/activation-lab';

/** What a set-up is chosen from: the catalogues, and formulas. */
export interface Choices extends Omit<engine.Choices, 'limits'> {
  /** Why a formula cannot be used; nothing where it can. */
  readonly faultOf: (formula: string) => engine.Problem | undefined;
}

/** The entry that is known to be there. */
export function entryOf<Info extends { readonly key: string }>(entries: readonly Info[], key: string): Info {
  const entry = entries.find((known) => known.key === key);
  if (entry === undefined) throw new RangeError(`no entry ${key}`);
  return entry;
}
