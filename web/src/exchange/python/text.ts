import type { NamedParameters } from '../../engine/training/spec';
import { shortestDecimal, withPoint, withPythonExponent } from '../decimal';
import { base64, littleEndian } from '../float32';
import { fillTemplate } from '../template';

/** A number that can stand anywhere in a formula: in brackets where it is negative. */
function pythonOperand(value: number): string {
  const text = withPythonExponent(String(value));
  return value < 0 ? `(${text})` : text;
}

/** For functions that refuse whole numbers. */
export const pythonFloat = (value: number): string => withPoint(withPythonExponent(String(value)));

/** A code template of a catalogue with its numbers. */
export const fillCode = (
  template: string,
  parameters: NamedParameters,
  write: (value: number) => string = pythonOperand,
): string => fillTemplate(template, parameters, write);

export function indented(lines: readonly string[], depth = 1): string[] {
  return lines.map((line) => (line === '' ? '' : '    '.repeat(depth) + line));
}

/** Begins and ends a text of several lines, which must stay where they are. */
const QUOTES = '"""';

/** The lines of an entry of a list. */
export function entryLines(entry: string): string[] {
  return entry.includes(QUOTES) ? `    ${entry},`.split('\n') : indented(`${entry},`.split('\n'));
}

/** Longer arrays are written as the bytes of their numbers. */
const MOST_DECIMALS = 256;
const LINE = /.{1,100}/g;

export interface ArrayRules {
  /** What is put around an array written in decimals. */
  readonly literal: (list: string) => string;
  /** Of the function that makes a flat array of the bytes in base64. */
  readonly decoder: string;
  readonly definition: readonly string[];
}

/** An array in Python, exact to the bit: as a list, or for many numbers as text to be decoded. Row by row. */
export function arrayExpression(values: Float32Array, shape: readonly number[], rules: ArrayRules): string {
  if (values.length > MOST_DECIMALS) {
    const lines = base64(littleEndian(values)).match(LINE) ?? [];
    return `${rules.decoder}(${QUOTES}\n${lines.join('\n')}\n${QUOTES}).reshape(${shape.join(', ')})`;
  }
  const number = (value: number) => withPoint(withPythonExponent(shortestDecimal(value)));
  const list = (row: Float32Array) => `[${Array.from(row, number).join(', ')}]`;
  if (shape.length === 1) return rules.literal(list(values));
  const [rows = 0, columns = 0] = shape;
  const lines = Array.from({ length: rows }, (_, row) =>
    list(values.subarray(row * columns, (row + 1) * columns)),
  );
  return rules.literal(rows === 1 ? `[${lines}]` : `[\n${indented(lines).join(',\n')},\n]`);
}

/** Rows become columns. */
export function transposed(values: Float32Array, rows: number, columns: number): Float32Array {
  return values.map((_, index) => values[(index % rows) * columns + Math.floor(index / rows)] as number);
}

/** Lines to begin with where the pattern occurs in the program. */
export type Imports = readonly (readonly [used: RegExp, line: string])[];

export interface ProgramOptions {
  /** Put on top as a comment; may have several lines. */
  readonly header?: string;
}

function comment(text: string): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => `# ${line}`.trimEnd());
}

/** A program of blocks of lines, with two empty lines between them. */
export function program(
  blocks: readonly (readonly string[])[],
  imports: Imports,
  { definition }: ArrayRules,
  header: string | undefined,
): string {
  const filled = blocks.filter((lines) => lines.length > 0);
  const decodes = filled.some((lines) => lines.some((line) => line.includes(QUOTES)));
  const body = (decodes ? [definition, ...filled] : filled).map((lines) => lines.join('\n')).join('\n\n\n');
  const first = imports.filter(([used]) => used.test(body)).map(([, line]) => line);
  const top = [...(header === undefined ? [] : comment(header)), ...first].join('\n');
  return `${top}\n\n\n${body}\n`;
}
