export type Refusal =
  /** Nothing but space. */
  | 'empty'
  /** No address, and not the part behind the `#` either. */
  | 'no_link'
  /** The address of another site. */
  | 'other_site';

const PLAYGROUND = /\bplayground\.tensorflow\.org(?::\d+)?(?![\w.-])/i;
const SOME_ADDRESS = /\bhttps?:\/\//i;
/** Ends an address in prose, in Markdown, and in an attribute of HTML. */
const BEYOND_ADDRESS = /[\s"'<>()[\]{}|\\^`]/;
const PUNCTUATION_AFTER = /[.,;:!?]+$/;
/** Keys that links of other programs hardly have. */
const STATE = /(?:^#?|&)(?:networkShape|percTrainData|regDataset|regularizationRate|showTestData|xTimesY)=/;

function addressIn(text: string): string {
  const end = text.search(BEYOND_ADDRESS);
  return (end < 0 ? text : text.slice(0, end)).replace(PUNCTUATION_AFTER, '');
}

/** The part behind the `#` of the first TensorFlow Playground address in a pasted text, or of a text that is one. */
export function findState(text: string): { readonly hash: string } | { readonly refusal: Refusal } {
  const plain = text.replaceAll('&amp;', '&').trim();
  if (plain === '') return { refusal: 'empty' };
  const found = PLAYGROUND.exec(plain);
  if (found) {
    const rest = addressIn(plain.slice(found.index + found[0].length));
    const begin = rest.indexOf('#');
    return { hash: begin < 0 ? '' : rest.slice(begin + 1) };
  }
  if (SOME_ADDRESS.test(plain)) return { refusal: 'other_site' };
  if (STATE.test(plain)) return { hash: addressIn(plain).replace(/^#/, '') };
  return { refusal: 'no_link' };
}
