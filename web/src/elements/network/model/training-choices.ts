import type * as engine from '../../../engine/activation-lab';

export type { ChoiceInfo, DatasetInfo, LossInfo } from '../../../engine/activation-lab';

/** The catalogues that a set-up is chosen from. */
export type Choices = Omit<engine.Choices, 'limits'>;

/** The entry that is known to be there. */
export function entryOf<Info extends { readonly key: string }>(entries: readonly Info[], key: string): Info {
  const entry = entries.find((known) => known.key === key);
  if (entry === undefined) throw new RangeError(`no entry ${key}`);
  return entry;
}
