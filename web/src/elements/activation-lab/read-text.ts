import type { TrainerSpec } from '../../engine/training/spec';
import type { Difference } from '../../exchange/playground/difference';
import { readPlaygroundLink } from '../../exchange/playground/read-link';
import { stateInFragment } from './lab-link';

/** What a pasted text or an opened file turned out to be. */
export type ReadText =
  | { readonly kind: 'session'; readonly document: string }
  | { readonly kind: 'lab'; readonly state: string }
  | {
      readonly kind: 'playground';
      readonly spec: TrainerSpec;
      readonly test: boolean;
      readonly discretise: boolean;
      readonly differences: readonly Difference[];
    }
  /** Rows of numbers, for all we know. */
  | { readonly kind: 'csv'; readonly text: string }
  | { readonly kind: 'unknown' };

const LAB_LINK = /\blab(?:\.html)?#(\S*)/;
/** A fragment of a link of ours begins with one of these. */
const FRAGMENT = /^#?(?:data|layers|features|seed|optimizer|rate|lang|theme)=/;
const ROWS = /^[^\n]*[,;\t][^\n]*\n/;

/** Never throws. */
export function readText(text: string): ReadText {
  const plain = text.trim();
  if (plain.startsWith('{')) return { kind: 'session', document: plain };
  const link = LAB_LINK.exec(plain);
  if (link !== null) return { kind: 'lab', state: stateInFragment(link[1] ?? '') };
  const reading = readPlaygroundLink(plain);
  if (!('refusal' in reading)) {
    const { spec, view, differences } = reading;
    return { kind: 'playground', spec, test: view.showTestData, discretise: view.discretize, differences };
  }
  if (FRAGMENT.test(plain)) return { kind: 'lab', state: stateInFragment(plain.replace(/^#/, '')) };
  return ROWS.test(`${plain}\n`) ? { kind: 'csv', text } : { kind: 'unknown' };
}
