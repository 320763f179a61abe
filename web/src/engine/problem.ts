export type ProblemCode =
  /** Not JSON; `minimum` is the offset of the first wrong byte. */
  | 'syntax'
  /** Of a newer version than this program reads; `maximum` is the newest one. */
  | 'version'
  /** Left out although it has no default. */
  | 'missing'
  /** Not of the type it should be. */
  | 'wrong_type'
  /** No such word, key or member. */
  | 'unknown'
  /** Not a finite number from `minimum` to `maximum`, not whole where it must be, or a list of such a length. */
  | 'out_of_range'
  /** Fine by itself but not together with the rest; `maximum` is the value that would fit, if there is one. */
  | 'incompatible'
  /** `minimum` bytes would be needed, more than `maximum`. */
  | 'too_large';

/** One thing that is wrong, for a message in the user's language. */
export interface Problem {
  readonly code: ProblemCode;
  /** Where, as the caller wrote it: `layers[1].width`. Empty: the whole. */
  readonly path: string;
  readonly minimum: number;
  readonly maximum: number;
}

/** A sentence without its subject, for programmers. */
export function sentenceOf({ code, minimum, maximum }: Problem): string {
  switch (code) {
    case 'syntax':
      return `is not JSON from byte ${minimum} on`;
    case 'version':
      return `is of a newer version than ${maximum}`;
    case 'missing':
      return 'is missing';
    case 'wrong_type':
      return 'is of the wrong type';
    case 'unknown':
      return 'is not known';
    case 'out_of_range':
      return `must be from ${minimum} to ${maximum}`;
    case 'incompatible':
      return maximum === 0 ? 'does not fit the rest' : `does not fit the rest; ${maximum} would`;
    case 'too_large':
      return `would need ${minimum} bytes; at most ${maximum} are possible`;
  }
}
