import type { Problem } from '../problem';

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
    case 'formula_unexpected':
      return `has something unexpected, or ends, after ${minimum} characters`;
    case 'formula_unknown_name':
      return `has an unknown name after ${minimum} characters`;
    case 'formula_unclosed':
      return `has a parenthesis that is never closed after ${minimum} characters`;
    case 'formula_too_long':
      return `has more than ${maximum} characters`;
    case 'formula_too_deep':
      return `has more than ${maximum} things in each other`;
    case 'too_large':
      return `would need ${minimum} bytes; at most ${maximum} are possible`;
    case 'no_rows':
      return 'has no rows';
    case 'too_many_rows':
      return `has more than ${maximum} rows`;
    case 'too_few_columns':
      return `has fewer than ${minimum} columns`;
    case 'too_many_columns':
      return `has more than ${maximum} columns`;
    case 'uneven_row':
      return `has not ${maximum} fields, as the first row`;
    case 'unclosed_quote':
      return 'has a quote that never ends';
    case 'text_after_quote':
      return 'has something behind the closing quote';
    case 'missing_value':
      return 'is empty';
    case 'not_a_number':
      return 'is not a number';
    case 'number_too_large':
      return 'is too large a number';
    case 'too_many_classes':
      return `has more than ${maximum} classes`;
    case 'no_such_column':
      return `has only ${maximum} columns`;
  }
}
