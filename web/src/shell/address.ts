import type { Theme } from '../elements/lab-element';
import { LOCALES, type Locale } from '../i18n/locale';
import { choice, createCodec, type StateProblem } from '../state/codec';
import { fromScope, intoScope, readQuery, writeQuery } from '../state/query';

export const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];
export const SCOPES = ['explorer', 'pipeline', 'network'] as const;
export type Scope = (typeof SCOPES)[number];

/** What the address of the page says. */
export interface Address {
  /** Absent: the reader's own choice. */
  readonly lang: Locale | undefined;
  readonly theme: Theme | undefined;
  /** The `state` of each element. */
  readonly states: Readonly<Record<Scope, string>>;
}

const UNSAID = '';

interface PageState {
  readonly lang: Locale | typeof UNSAID;
  readonly theme: Theme | typeof UNSAID;
}

const pageCodec = createCodec<PageState>({
  lang: choice([UNSAID, ...LOCALES], UNSAID),
  theme: choice([UNSAID, ...THEMES], UNSAID),
});

/** Reads a fragment, with or without its `#`. A bad language or theme is named and replaced by the `current` one. */
export function readAddress(
  fragment: string,
  current: Partial<Pick<Address, 'lang' | 'theme'>> = {},
): { readonly address: Address; readonly problems: readonly StateProblem[] } {
  const text = fragment.replace(/^#/, '');
  const { state, problems } = pageCodec.decode(text, {
    lang: current.lang ?? UNSAID,
    theme: current.theme ?? UNSAID,
  });
  const pairs = readQuery(text);
  return {
    address: {
      lang: state.lang || undefined,
      theme: state.theme || undefined,
      states: Object.fromEntries(SCOPES.map((scope) => [scope, fromScope(scope, pairs)])) as Record<
        Scope,
        string
      >,
    },
    problems,
  };
}

/** The fragment, with its `#`. */
export function writeAddress({ lang, theme, states }: Address): string {
  const page = readQuery(pageCodec.encode({ lang: lang ?? UNSAID, theme: theme ?? UNSAID }));
  const elements = SCOPES.flatMap((scope) => intoScope(scope, states[scope]));
  return `#${writeQuery([...page, ...elements])}`;
}
