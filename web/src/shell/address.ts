import type { Theme } from '../elements/lab-element';
import { LOCALES, type Locale } from '../i18n/locale';
import { choice, createCodec, type StateProblem } from '../state/codec';
import { fromScope, intoScope, type Pairs, readQuery, writeQuery } from '../state/query';

export const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];
export const SCOPES = ['explorer', 'pipeline', 'network'] as const;
export type Scope = (typeof SCOPES)[number];

/** What the address of every page can say. Absent: the reader's own choice. */
export interface PageChoices {
  readonly lang: Locale | undefined;
  readonly theme: Theme | undefined;
}

/** What the address of the start page says. */
export interface Address extends PageChoices {
  /** The `state` of each element. */
  readonly states: Readonly<Record<Scope, string>>;
}

const UNSAID = '';

interface WrittenChoices {
  readonly lang: Locale | typeof UNSAID;
  readonly theme: Theme | typeof UNSAID;
}

const choicesCodec = createCodec<WrittenChoices>({
  lang: choice([UNSAID, ...LOCALES], UNSAID),
  theme: choice([UNSAID, ...THEMES], UNSAID),
});

/** A bad language or theme is named and replaced by the `current` one. */
export function readChoices(
  text: string,
  current: Partial<PageChoices>,
): { readonly choices: PageChoices; readonly problems: readonly StateProblem[] } {
  const { state, problems } = choicesCodec.decode(text, {
    lang: current.lang ?? UNSAID,
    theme: current.theme ?? UNSAID,
  });
  return { choices: { lang: state.lang || undefined, theme: state.theme || undefined }, problems };
}

export function writeChoices({ lang, theme }: PageChoices): Pairs {
  return readQuery(choicesCodec.encode({ lang: lang ?? UNSAID, theme: theme ?? UNSAID }));
}

/** Reads a fragment, with or without its `#`. */
export function readAddress(
  fragment: string,
  current: Partial<PageChoices> = {},
): { readonly address: Address; readonly problems: readonly StateProblem[] } {
  const text = fragment.replace(/^#/, '');
  const { choices, problems } = readChoices(text, current);
  const pairs = readQuery(text);
  const states = Object.fromEntries(SCOPES.map((scope) => [scope, fromScope(scope, pairs)]));
  return { address: { ...choices, states: states as Record<Scope, string> }, problems };
}

/** The fragment, with its `#`. */
export function writeAddress({ states, ...choices }: Address): string {
  const elements = SCOPES.flatMap((scope) => intoScope(scope, states[scope]));
  return `#${writeQuery([...writeChoices(choices), ...elements])}`;
}
