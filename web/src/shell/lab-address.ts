import { flagsCodec, type LabFlags } from '../elements/activation-lab/lab-flags';
import { stateInFragment } from '../elements/activation-lab/lab-link';
import type { StateProblem } from '../state/codec';
import { type PageChoices, readChoices } from './address';

/** What the address of the lab's page says. */
export interface LabAddress extends PageChoices {
  readonly flags: LabFlags;
  /** The `state` of the lab. */
  readonly state: string;
}

/** Reads a fragment, with or without its `#`. Bad values are named and replaced by the `current` ones. */
export function readLabAddress(
  fragment: string,
  current: Partial<PageChoices & { readonly flags: LabFlags }> = {},
): { readonly address: LabAddress; readonly problems: readonly StateProblem[] } {
  const text = fragment.replace(/^#/, '');
  const page = readChoices(text, current);
  const flags = flagsCodec.decode(text, current.flags);
  return {
    address: { ...page.choices, flags: flags.state, state: stateInFragment(text) },
    // The version of the link is the lab's to judge.
    problems: [...page.problems, ...flags.problems].filter(({ kind }) => kind === 'bad-value'),
  };
}
