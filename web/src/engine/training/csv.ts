import type { TrainingCore } from '#training-core';
import { checkOptions, describe } from '../arguments';
import { EngineError } from '../errors';
import type { CsvProblemCode, Problem } from '../problem';
import { jsonOf, textOf } from '../texts';
import { checkWhole } from './arguments';
import { giveJson, giveText } from './exchange';
import { givePoints, pointsOf } from './own-points';
import { sentenceOf } from './problem-sentence';
import { problemsOf, refusal } from './refusal';
import type { Points } from './spec';

export interface CsvOptions {
  /** Whether the targets are classes, by label or number, or values to be learned; by default classes. */
  readonly target?: 'classes' | 'values';
  /** Counted from 1; by default the last one. */
  readonly targetColumn?: number;
  /** 2 to 10, which is the default: more are refused. */
  readonly classLimit?: number;
  /** By default the first row is taken for a header if a field that must be a number is none. */
  readonly header?: 'detect' | 'present' | 'absent';
}

export interface CsvNames {
  /** One for each input; empty: there are none. */
  readonly inputs: readonly string[];
  readonly target: string;
  /** What class 0, 1, 2 ... is called; empty if the targets are values. */
  readonly classes: readonly string[];
}

export interface CsvPoints {
  readonly points: Points;
  readonly names: CsvNames;
}

interface CsvProblem {
  readonly code: CsvProblemCode | 'too_large';
  /** 0: it is about the whole text. */
  readonly line: number;
  readonly column: number;
  readonly limit: number;
}

const HEADERS = ['detect', 'present', 'absent'];

function checkWord(value: unknown, words: readonly string[], argument: string): number {
  const index = words.indexOf(value as string);
  if (index >= 0) return index;
  throw new EngineError(
    'invalid-option',
    argument,
    `must be ${words.map((word) => `"${word}"`).join(' or ')}, not ${describe(value)}`,
  );
}

function asProblem({ code, line, column, limit }: CsvProblem): Problem {
  const place = line === 0 ? {} : { line, column };
  return { code, path: '', minimum: code === 'too_few_columns' ? limit : 0, maximum: limit, ...place };
}

function csvError(problems: readonly Problem[]): EngineError {
  const [first] = problems as readonly [Problem];
  const place = first.line === undefined ? 'text' : `text, line ${first.line}, column ${first.column}`;
  return new EngineError('invalid-csv', place, sentenceOf(first), { problems });
}

/**
 * Points from comma-separated values (RFC 4180), one in each row.
 *
 * @throws EngineError `invalid-csv`, with what is wrong and where in `problems`; `invalid-option` or `invalid-input`
 */
export function readCsv(
  core: TrainingCore,
  text: unknown,
  options: unknown,
  largestBytes: number,
): CsvPoints {
  if (typeof text !== 'string') {
    throw new EngineError('invalid-input', 'text', `must be a text, not ${describe(text)}`);
  }
  const {
    target = 'classes',
    targetColumn,
    classLimit = 10,
    header = 'detect',
  } = checkOptions(options, 'options');
  const column =
    targetColumn === undefined ? 0 : checkWhole(targetColumn, 'options.targetColumn', 1, 2 ** 31);
  const limit = checkWhole(classLimit, 'options.classLimit', 2, 10);
  const classes = checkWord(target, ['values', 'classes'], 'options.target') === 1;
  const headerIndex = checkWord(header, HEADERS, 'options.header');
  if (text.length > largestBytes) {
    throw csvError([{ code: 'too_large', path: '', minimum: text.length, maximum: largestBytes }]);
  }
  giveText(core, text);
  const samples = core.readCsv(classes, column, limit, headerIndex);
  if (samples.length === 0) throw csvError((jsonOf(core.text()) as CsvProblem[]).map(asProblem));
  const points = pointsOf(samples, core.numbers()[0] as number);
  return { points, names: jsonOf(core.text()) as CsvNames };
}

const isListOfTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((text) => typeof text === 'string');

function checkNames(names: unknown): Partial<CsvNames> {
  const { inputs = [], target = '', classes = [] } = checkOptions(names, 'names');
  if (!isListOfTexts(inputs))
    throw new EngineError('invalid-option', 'names.inputs', 'must be a list of texts');
  if (!isListOfTexts(classes)) {
    throw new EngineError('invalid-option', 'names.classes', 'must be a list of texts');
  }
  if (typeof target !== 'string') throw new EngineError('invalid-option', 'names.target', 'must be a text');
  return { inputs, target, classes } as CsvNames;
}

/**
 * Comma-separated values that `readCsv` reads as the same points, bit for bit.
 *
 * @throws EngineError `invalid-option` where the names do not fit the points; `invalid-input`, `shape-mismatch` or
 *   `detached-buffer` where those are not well formed
 */
export function writeCsv(core: TrainingCore, points: unknown, names: unknown, largestBytes: number): string {
  const checked = checkNames(names);
  const { columns, train } = givePoints(core, points, largestBytes);
  giveJson(core, checked);
  const text = core.writeCsv(columns, train);
  if (text.length === 0) throw refusal('invalid-option', 'names', problemsOf(core));
  return textOf(text);
}
