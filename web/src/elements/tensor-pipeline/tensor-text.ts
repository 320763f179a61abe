import { shortestDecimal } from '../../exchange/decimal';
import { LARGEST_SIDE, type Tensor } from './tensor';

/** Why a text is no tensor. */
export type Refusal =
  | { readonly code: 'empty' }
  | { readonly code: 'not-a-number'; readonly found: string }
  | { readonly code: 'number-expected'; readonly found: string }
  | { readonly code: 'row-expected'; readonly found: string }
  | { readonly code: 'unclosed' }
  | { readonly code: 'text-after-end'; readonly found: string }
  | { readonly code: 'too-deep' }
  | { readonly code: 'shortened' }
  | { readonly code: 'ragged'; readonly row: number; readonly expected: number; readonly found: number }
  | { readonly code: 'too-many-rows' }
  | { readonly code: 'too-many-columns' };

export type TensorTextError = Refusal & {
  /** Counted from 1. */
  readonly line: number;
  /** In characters, counted from 1. */
  readonly column: number;
};

export type ParsedTensor = { readonly tensor: Tensor } | { readonly error: TensorTextError };

type TokenKind = '[' | ']' | '(' | ')' | ',' | ';' | 'newline' | 'number' | 'word' | 'end';

interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly offset: number;
}

/** Numbers that belong together and where they stand. */
interface Row {
  readonly values: readonly number[];
  readonly offset: number;
}

class Refused extends Error {
  readonly refusal: Refusal;
  readonly offset: number;

  constructor(refusal: Refusal, offset: number) {
    super(refusal.code);
    this.refusal = refusal;
    this.offset = offset;
  }
}

const FULL_WIDTH_OFFSET = 0xfee0;
const OTHER_FORMS: Readonly<Record<string, string>> = {
  '\u2212': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\ufe63': '-',
  '【': '[',
  '】': ']',
  '、': ',',
};

/** Full-width forms and real minus signs as ASCII, one character for one, so that positions stay. */
function toAscii(text: string): string {
  return text.replace(/[\uff01-\uff5e\u2212\u2012\u2013\ufe63【】、]/g, (form) => {
    return OTHER_FORMS[form] ?? String.fromCharCode(form.charCodeAt(0) - FULL_WIDTH_OFFSET);
  });
}

const SPACE = /[^\S\n]+/y;
const NUMBER = /[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf(?:inity)?|∞|nan)(?=$|[\s,;[\]()])/iy;
const WORD = /[^\s,;[\]()]+/y;
const PUNCTUATION = '[](),;';

function matchAt(pattern: RegExp, text: string, offset: number): string {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0] ?? '';
}

function tokenize(source: string): Token[] {
  const text = toAscii(source);
  const tokens: Token[] = [];
  let offset = matchAt(SPACE, text, 0).length;
  while (offset < text.length) {
    const character = text.charAt(offset);
    const number = matchAt(NUMBER, text, offset);
    const kind: TokenKind = PUNCTUATION.includes(character)
      ? (character as TokenKind)
      : character === '\n'
        ? 'newline'
        : number !== ''
          ? 'number'
          : 'word';
    const token = {
      kind,
      text: number || (kind === 'word' ? matchAt(WORD, text, offset) : character),
      offset,
    };
    tokens.push(token);
    offset += token.text.length;
    offset += matchAt(SPACE, text, offset).length;
  }
  tokens.push({ kind: 'end', text: '', offset: text.length });
  return tokens;
}

function numberOf(text: string): number {
  const magnitude = text.toLowerCase().replace(/^[+-]/, '');
  if (magnitude === 'nan') return Number.NaN;
  const value =
    magnitude.startsWith('inf') || magnitude === '∞' ? Number.POSITIVE_INFINITY : Number(magnitude);
  return Math.fround(text.startsWith('-') ? -value : value);
}

/** The wrapper that Python prints or that code is written with: `inputs = torch.tensor(`, `array(`, `Outputs: tensor(`. */
const CALL = /^\s*(?:[\w.][\w .]*[=:]\s*)?(?:\w+\.)*\w+\s*\(/;

const KEYWORD_ARGUMENT = /\w+=(?:<[^>]*>|'[^']*'|"[^"]*"|\([^()]*\)|[\w.]+)/.source;
/** What may follow the brackets inside a call, without its spaces: `,dtype=torch.float32)`. */
const CALL_END = new RegExp(`^,?(?:${KEYWORD_ARGUMENT}(?:,${KEYWORD_ARGUMENT})*,?)?\\)?;?$`);

class TensorReader {
  readonly #source: string;
  readonly #tokens: readonly Token[];
  #index = 0;

  constructor(source: string) {
    this.#source = source;
    this.#tokens = tokenize(source);
  }

  read(): Tensor {
    const call = CALL.exec(toAscii(this.#source))?.[0] ?? '';
    while (this.#peek().offset < call.length && this.#peek().kind !== 'end') this.#index += 1;
    this.#skipNewlines();
    const first = this.#peek();
    if (first.kind === 'end') throw new Refused({ code: 'empty' }, 0);
    if (first.kind !== '[') return this.#bareRows();
    const tensor = this.#bracketed();
    this.#expectEnd(call !== '');
    return tensor;
  }

  #peek(): Token {
    return this.#tokens[Math.min(this.#index, this.#tokens.length - 1)] as Token;
  }

  #take(kind: TokenKind): boolean {
    const taken = this.#peek().kind === kind;
    if (taken) this.#index += 1;
    return taken;
  }

  #skipNewlines(): void {
    while (this.#take('newline'));
  }

  #refuse(refusal: Refusal, offset = this.#peek().offset): never {
    throw new Refused(refusal, offset);
  }

  /** Refuses the current token where a number has to stand. */
  #refuseInsteadOfNumber(): never {
    const { kind, text } = this.#peek();
    if (kind === 'end') this.#refuse({ code: 'unclosed' });
    if (text === '...' || text === '…') this.#refuse({ code: 'shortened' });
    if (kind === 'word') this.#refuse({ code: 'not-a-number', found: text });
    this.#refuse({ code: 'number-expected', found: text });
  }

  #expectEnd(called: boolean): void {
    const { offset } = this.#peek();
    if (called && CALL_END.test(toAscii(this.#source.slice(offset)).replace(/\s+/g, ''))) return;
    this.#skipNewlines();
    const { kind, text } = this.#peek();
    if (kind !== 'end') this.#refuse({ code: 'text-after-end', found: text });
  }

  /** `[1, 2]`, `[1 2; 3 4]` or `[[1, 2], [3, 4]]`; the commas may be missing, as NumPy prints. */
  #bracketed(): Tensor {
    const { offset } = this.#peek();
    this.#take('[');
    this.#skipNewlines();
    if (this.#peek().kind !== '[') {
      const rows = this.#rowsUntilBracket();
      return rows.length === 1 ? vector(rows) : matrix(rows);
    }
    const rows: Row[] = [];
    while (!this.#take(']')) {
      const start = this.#peek().offset;
      if (this.#peek().kind === 'end') this.#refuse({ code: 'unclosed' }, offset);
      if (this.#peek().text === '...') this.#refuse({ code: 'shortened' });
      if (!this.#take('[')) this.#refuse({ code: 'row-expected', found: this.#peek().text });
      this.#skipNewlines();
      if (this.#peek().kind === '[') this.#refuse({ code: 'too-deep' });
      const values = this.#numbersUntil([']']);
      this.#take(']');
      rows.push({ values, offset: start });
      this.#skipNewlines();
      if (this.#take(',')) this.#skipNewlines();
    }
    return matrix(rows);
  }

  /** What follows a single opening bracket: rows divided by semicolons. */
  #rowsUntilBracket(): Row[] {
    const rows: Row[] = [];
    do {
      const { offset } = this.#peek();
      rows.push({ values: this.#numbersUntil([']', ';']), offset });
    } while (this.#take(';'));
    this.#take(']');
    return rows;
  }

  /** Numbers with commas or spaces between them, across lines, up to one of these tokens. */
  #numbersUntil(ends: readonly TokenKind[]): number[] {
    const values: number[] = [];
    for (;;) {
      this.#skipNewlines();
      if (ends.includes(this.#peek().kind)) return values;
      values.push(this.#number());
      this.#skipNewlines();
      this.#take(',');
    }
  }

  #number(): number {
    const { kind, text } = this.#peek();
    if (kind !== 'number') this.#refuseInsteadOfNumber();
    this.#index += 1;
    return numberOf(text);
  }

  /** Rows without brackets: a new line or a semicolon ends one. A single row is a vector unless a semicolon follows. */
  #bareRows(): Tensor {
    const rows: Row[] = [];
    let hasSemicolon = false;
    while (this.#peek().kind !== 'end') {
      const { offset } = this.#peek();
      const values: number[] = [];
      while (!['newline', ';', 'end'].includes(this.#peek().kind)) {
        values.push(this.#number());
        this.#take(',');
      }
      rows.push({ values, offset });
      hasSemicolon = this.#take(';') || hasSemicolon;
      this.#skipNewlines();
    }
    return rows.length === 1 && !hasSemicolon ? vector(rows) : matrix(rows);
  }
}

function checkSize(rows: readonly Row[]): void {
  const tooMany = rows[LARGEST_SIDE];
  if (tooMany !== undefined) throw new Refused({ code: 'too-many-rows' }, tooMany.offset);
  const expected = rows[0]?.values.length ?? 0;
  if (expected === 0) throw new Refused({ code: 'empty' }, rows[0]?.offset ?? 0);
  if (expected > LARGEST_SIDE) throw new Refused({ code: 'too-many-columns' }, rows[0]?.offset ?? 0);
  for (const [index, { values, offset }] of rows.entries()) {
    if (values.length !== expected) {
      throw new Refused({ code: 'ragged', row: index + 1, expected, found: values.length }, offset);
    }
  }
}

function matrix(rows: readonly Row[]): Tensor {
  checkSize(rows);
  return {
    rank: 2,
    rows: rows.length,
    columns: rows[0]?.values.length ?? 0,
    values: Float32Array.from(rows.flatMap(({ values }) => values)),
  };
}

function vector(rows: readonly Row[]): Tensor {
  return { ...matrix(rows), rank: 1 };
}

function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
}

/**
 * Reads a tensor of at most 64 x 64 values: nested brackets as Python, NumPy and PyTorch write and print them, also inside
 * `torch.tensor(..., dtype=...)`, or rows of numbers divided by spaces or commas, one a line or divided by semicolons.
 * Numbers are rounded to float32; `inf`, `nan`, full-width forms and the real minus sign are understood. Never throws.
 */
export function parseTensor(text: string): ParsedTensor {
  try {
    return { tensor: new TensorReader(text).read() };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { error: { ...error.refusal, ...positionOf(text, error.offset) } };
  }
}

function compactNumber(value: number): string {
  return shortestDecimal(value).replace('Infinity', 'inf').replace('NaN', 'nan').replace('e+', 'e');
}

function rowTexts({ rows, columns, values }: Tensor, separator: string): string[] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from(values.subarray(row * columns, (row + 1) * columns), compactNumber).join(separator),
  );
}

/** The shortest text that `parseTensor` reads back bit for bit, for addresses: `0.5,-0.6;-1,3`. */
export function compactTensor(tensor: Tensor): string {
  const rows = rowTexts(tensor, ',');
  return tensor.rank === 2 && rows.length === 1 ? `${rows[0]};` : rows.join(';');
}

/** For reading and editing, a line a row: `[[0.5, -0.6],\n [-1, 3]]`. */
export function bracketedTensor(tensor: Tensor): string {
  const rows = rowTexts(tensor, ', ').map((row) => `[${row}]`);
  return tensor.rank === 1 ? (rows[0] ?? '') : `[${rows.join(',\n ')}]`;
}
