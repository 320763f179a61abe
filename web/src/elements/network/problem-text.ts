import { EngineError } from '../../engine/errors';
import type { Problem } from '../../engine/problem';
import { formatNumber } from '../../i18n/number-format';
import type { NetworkTexts } from './texts';

/** More would be a wall of text. */
const MOST_PROBLEMS = 4;

const bytes = (count: number): string => `${formatNumber(Math.ceil(count / 2 ** 20), { decimals: 0 })} MiB`;

/** One thing that is wrong, without its place. */
export function sentence({ problems }: NetworkTexts, { code, minimum, maximum }: Problem): string {
  const limits = [formatNumber(minimum), formatNumber(maximum)] as const;
  switch (code) {
    case 'out_of_range':
      return problems.out_of_range(...limits);
    case 'too_large':
      return problems.too_large(bytes(minimum), bytes(maximum));
    case 'formula_unexpected':
    case 'formula_unknown_name':
    case 'formula_unclosed':
      return problems[code](minimum + 1);
    case 'formula_too_long':
    case 'formula_too_deep':
    case 'version':
    case 'too_many_rows':
    case 'too_many_columns':
    case 'uneven_row':
    case 'too_many_classes':
    case 'no_such_column':
      return problems[code](limits[1]);
    case 'too_few_columns':
      return problems.too_few_columns(limits[0]);
    default:
      return problems[code];
  }
}

/** One thing that is wrong, and where: `layers[1].width: must be between 1 and 256.` */
export function problemText(texts: NetworkTexts, problem: Problem): string {
  const { path, line, column } = problem;
  const places = [
    ...(path === '' ? [] : [path]),
    ...(line === undefined ? [] : [texts.problems.atLine(line)]),
    ...(column === undefined ? [] : [texts.problems.atColumn(column)]),
  ];
  return places.length === 0
    ? sentence(texts, problem)
    : texts.problems.at(places.join(texts.problems.and), sentence(texts, problem));
}

/** Why the engine refused, in the reader's language. */
export function refusalText(texts: NetworkTexts, failure: unknown): string {
  if (!(failure instanceof EngineError)) return texts.problems.unexpected(String(failure));
  const { problems, code, message } = failure;
  if (problems.length > 0) {
    const lines = problems.slice(0, MOST_PROBLEMS).map((problem) => problemText(texts, problem));
    const hidden = problems.length - lines.length;
    return lines.reduceRight(
      (text, line) => texts.together(line, text),
      hidden > 0 ? texts.problems.more(hidden) : '',
    );
  }
  const { codes } = texts.problems;
  return code in codes ? codes[code as keyof typeof codes] : texts.problems.unexpected(message);
}
