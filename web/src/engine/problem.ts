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
  | FormulaProblemCode
  /** `minimum` bytes would be needed, more than `maximum`. */
  | 'too_large'
  | CsvProblemCode;

/** Of a formula; `minimum` characters stand before the fault. */
export type FormulaProblemCode =
  /** Something does not belong there, or the formula ends where something should follow. */
  | 'formula_unexpected'
  /** A name that is not known. */
  | 'formula_unknown_name'
  /** A parenthesis that is never closed. */
  | 'formula_unclosed'
  /** More than `maximum` characters. */
  | 'formula_too_long'
  /** More than `maximum` parentheses, functions and exponents in each other. */
  | 'formula_too_deep';

/** Of comma-separated values; `line` and `column` say where, and `maximum` is the limit, if there is one. */
export type CsvProblemCode =
  /** Nothing but a header, or not even that. */
  | 'no_rows'
  | 'too_many_rows'
  /** There must be `minimum`: an input and a target. */
  | 'too_few_columns'
  | 'too_many_columns'
  /** The row has not `maximum` fields, as the first one; `column` is the first one that is missing or too many. */
  | 'uneven_row'
  /** A quoted field begins here and never ends. */
  | 'unclosed_quote'
  /** Something follows the closing quote of this field. */
  | 'text_after_quote'
  /** An empty field. */
  | 'missing_value'
  | 'not_a_number'
  /** A number that no float can hold. */
  | 'number_too_large'
  | 'too_many_classes'
  /** The target column of the options does not exist; there are `maximum`. */
  | 'no_such_column';

/** One thing that is wrong, for a message in the user's language. */
export interface Problem {
  readonly code: ProblemCode;
  /** Where, as the caller wrote it: `layers[1].width`. Empty: the whole. */
  readonly path: string;
  readonly minimum: number;
  readonly maximum: number;
  /** Of comma-separated values; both count from 1, lines as a text editor does. Left out: it is about the whole text. */
  readonly line?: number;
  readonly column?: number;
}
