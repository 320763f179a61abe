import type { NamedParameters } from '../engine/training/spec';
import { base64, littleEndian, shortestDecimal } from './float32-text';

/** As Python writes exponents: `1e-07`. */
const pythonExponent = (decimal: string): string => decimal.replace(/e([+-])(\d)$/, 'e$10$2');

/** As Python writes a float, to the bits of a float32: `1.0`. */
function pythonFloat(value: number): string {
  return pythonExponent(shortestDecimal(value)).replace(/^-?\d+$/, '$&.0');
}

/** A number in a formula: negative ones in brackets, so that it can stand anywhere. */
function pythonOperand(value: number): string {
  const text = pythonExponent(String(value));
  return value < 0 ? `(${text})` : text;
}

/** A number for a function that refuses whole numbers without a point. */
export const pythonArgument = (value: number): string =>
  pythonExponent(String(value)).replace(/^-?\d+$/, '$&.0');

/** Puts numbers into a code template of a catalogue. */
export function fillTemplate(
  template: string,
  parameters: NamedParameters,
  write: (value: number) => string = pythonOperand,
): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, key: string) => {
    const value = parameters[key];
    return value === undefined ? placeholder : write(value);
  });
}

export function indented(lines: readonly string[], depth = 1): string[] {
  return lines.map((line) => (line === '' ? '' : '    '.repeat(depth) + line));
}

/** Each line of a text as a comment. */
function comment(text: string): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => `# ${line}`.trimEnd());
}

/** Longer arrays are written as the bytes of their numbers. */
const MOST_DECIMALS = 256;
const LINE = 100;

/** The lines of an entry of a list; those of a text to be decoded stay where they are. */
export function entryLines(entry: string): string[] {
  return entry.includes('"""') ? `    ${entry},`.split('\n') : indented(`${entry},`.split('\n'));
}

export interface ArrayRules {
  /** What is put around an array written in decimals. */
  readonly literal: (list: string) => string;
  /** Of the function that turns `"""base64"""` into a flat array. */
  readonly decoder: string;
}

/** An array in Python, exact to the bit: as a list, or for many numbers as text to be decoded. Row by row. */
export function arrayExpression(values: Float32Array, shape: readonly number[], rules: ArrayRules): string {
  if (values.length > MOST_DECIMALS) {
    const lines = base64(littleEndian(values)).match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
    return `${rules.decoder}("""\n${lines.join('\n')}\n""").reshape(${shape.join(', ')})`;
  }
  const list = (row: Float32Array) => `[${Array.from(row, pythonFloat).join(', ')}]`;
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

export interface ProgramOptions {
  /** Put on top as a comment; may have several lines. */
  readonly header?: string;
}

export interface ProgramRules {
  /** Lines to begin with where the pattern occurs in the program. */
  readonly imports: readonly (readonly [used: RegExp, line: string])[];
  /** Definition of `ArrayRules.decoder`. */
  readonly decoder: readonly string[];
}

/** A program of blocks of lines, with two empty lines between them. */
export function program(
  blocks: readonly (readonly string[])[],
  { imports, decoder }: ProgramRules,
  header: string | undefined,
): string {
  const filled = blocks.filter((lines) => lines.length > 0);
  const decodes = filled.some((lines) => lines.some((line) => line.includes('"""')));
  const body = (decodes ? [decoder, ...filled] : filled).map((lines) => lines.join('\n')).join('\n\n\n');
  const first = imports.filter(([used]) => used.test(body)).map(([, line]) => line);
  const top = [...(header === undefined ? [] : comment(header)), ...first].join('\n');
  return `${top}\n\n\n${body}\n`;
}
