import type { Locale } from '../../i18n/locale';
import { type Pairs, readQuery, writeQuery } from '../../state/query';
import type { Theme } from '../lab-element';
import { FLAG_NAMES, flagsCodec, type LabFlags } from './lab-flags';

/** Everything that the address of a lab says. */
export interface LabSetup {
  /** Absent: the reader's own choice. */
  readonly lang?: Locale | undefined;
  readonly theme?: Theme | undefined;
  readonly flags: LabFlags;
  /** Of the lab. */
  readonly state: string;
}

/** The part of an address behind the `#`. */
export function labFragment({ lang, theme, flags, state }: LabSetup): string {
  const page: Pairs = [
    ...(lang === undefined ? [] : [['lang', lang] as const]),
    ...(theme === undefined || theme === 'auto' ? [] : [['theme', theme] as const]),
  ];
  return writeQuery([...page, ...readQuery(flagsCodec.encode(flags)), ...readQuery(state)]);
}

const OF_THE_PAGE: ReadonlySet<string> = new Set(['lang', 'theme', ...FLAG_NAMES]);

/** What of a fragment, without its `#`, is the state of the lab. */
export const stateInFragment = (fragment: string): string =>
  writeQuery(readQuery(fragment).filter(([key]) => !OF_THE_PAGE.has(key)));

/** The page of the lab, which lies beside the scripts of the elements, or one folder above their shared parts. */
const PAGE = 'lab.html';
const SHARED_PARTS = /\/assets\/[^/]*$/;

export function labPage(script: string = import.meta.url): string {
  return new URL(SHARED_PARTS.test(new URL(script).pathname) ? `../${PAGE}` : PAGE, script).href;
}

export const labAddress = (setup: LabSetup, page: string = labPage()): string =>
  `${page}#${labFragment(setup)}`;
