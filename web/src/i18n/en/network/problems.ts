import { countOf } from '../../plural';

/** Why the engine refuses something. */
export const problems = {
  problems: {
    at: (place: string, problem: string) => `${place}: ${problem}`,
    and: ', ',
    atLine: (line: number) => `line ${line}`,
    atColumn: (column: number) => `column ${column}`,
    more: (count: number) => `And ${countOf(count, 'more problem')}.`,
    unexpected: (reason: string) => `Something unexpected happened (${reason}).`,
    codes: {
      'load-failed': 'The numerical core could not be loaded.',
      crashed: 'The computation has run out of memory.',
      'too-large': 'It would need more memory than there is.',
      disposed: 'The computation has been ended.',
    },
    syntax: 'This is not a file of the lab.',
    version: (newest: string) => `It was made by a newer version; this one reads up to version ${newest}.`,
    missing: 'Something is missing here.',
    wrong_type: 'This is not of the kind it should be.',
    unknown: 'There is no such thing.',
    out_of_range: (minimum: string, maximum: string) => `It must be between ${minimum} and ${maximum}.`,
    incompatible: 'This does not go together with the rest.',
    too_large: (needed: string, most: string) =>
      `It would need ${needed} of memory; at most ${most} are possible.`,
    formula_unexpected: (position: number) =>
      `Something does not belong at character ${position}, or is missing there.`,
    formula_unknown_name: (position: number) =>
      `There is a name at character ${position} that is neither x, nor a constant, nor a function.`,
    formula_unclosed: (position: number) => `The parenthesis at character ${position} is never closed.`,
    formula_too_long: (most: string) => `There are more than ${most} characters.`,
    formula_too_deep: (most: string) => `More than ${most} parentheses or functions are in each other.`,
    no_rows: 'There are no rows of numbers.',
    too_many_rows: (most: string) => `There are more than ${most} rows.`,
    too_few_columns: (least: string) => `There must be at least ${least} columns: an input and a target.`,
    too_many_columns: (most: string) => `There are more than ${most} columns.`,
    uneven_row: (fields: string) => `This row has not ${fields} fields, as the first one has.`,
    unclosed_quote: 'A quoted field begins here and never ends.',
    text_after_quote: 'There is something behind a closing quote.',
    missing_value: 'This field is empty.',
    not_a_number: 'This is not a number.',
    number_too_large: 'This number is too large.',
    too_many_classes: (most: string) => `There are more than ${most} classes.`,
    no_such_column: (columns: string) => `There are only ${columns} columns.`,
  },
} as const;
