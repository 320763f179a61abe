import { FLAG_NAMES, flagsCodec, type LabFlags } from '../elements/activation-lab/lab-flags';
import type { StateProblem } from '../state/codec';
import { readQuery, writeQuery } from '../state/query';
import { type PageChoices, readChoices } from './address';

/** What the address of the lab's page says. */
export interface LabAddress extends PageChoices {
  readonly flags: LabFlags;
  /** The `state` of the lab. */
  readonly state: string;
}

const OF_THE_PAGE: ReadonlySet<string> = new Set(['lang', 'theme', ...FLAG_NAMES]);

/** Reads a fragment, with or without its `#`. Bad values are named and replaced by the `current` ones. */
export function readLabAddress(
  fragment: string,
  current: Partial<PageChoices & { readonly flags: LabFlags }> = {},
): { readonly address: LabAddress; readonly problems: readonly StateProblem[] } {
  const text = fragment.replace(/^#/, '');
  const page = readChoices(text, current);
  const flags = flagsCodec.decode(text, current.flags);
  const rest = readQuery(text).filter(([key]) => !OF_THE_PAGE.has(key));
  return {
    address: { ...page.choices, flags: flags.state, state: writeQuery(rest) },
    // The version of the link is the lab's to judge.
    problems: [...page.problems, ...flags.problems].filter(({ kind }) => kind === 'bad-value'),
  };
}
