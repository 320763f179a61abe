/** The part of Python's expressions that the catalogue's code uses. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'negative'; readonly operand: Expression }
  | {
      readonly kind: 'operation';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | Call;

export interface Call {
  readonly kind: 'call';
  /** With its module: `torch.where`. */
  readonly callee: string;
  readonly positional: readonly Expression[];
  readonly named: ReadonlyMap<string, Expression>;
}

export type Operator = '+' | '-' | '*' | '/' | '**' | '<' | '<=' | '>' | '>=' | '==';

const TOKEN =
  /\s*(?:(\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+)|([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)|'([^']*)'|(\*\*|[<>=]=|[-+*/<>()=,]))/y;

type Token =
  | { readonly kind: 'number' | 'name' | 'text' | 'sign'; readonly text: string }
  | { readonly kind: 'end'; readonly text: '' };

const END: Token = { kind: 'end', text: '' };

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  const end = source.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (!match) throw new SyntaxError(`${source}: nothing is understood from character ${at} on`);
    const [, number, name, text, sign] = match;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (text !== undefined) tokens.push({ kind: 'text', text });
    else tokens.push({ kind: 'sign', text: sign as string });
  }
  return tokens;
}

/** From the loosest binding to the tightest; all from the left. */
const LEVELS: readonly (readonly Operator[])[] = [
  ['<', '<=', '>', '>=', '=='],
  ['+', '-'],
  ['*', '/'],
];

class Parser {
  readonly #source: string;
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(source: string) {
    this.#source = source;
    this.#tokens = tokensOf(source);
  }

  whole(): Expression {
    const expression = this.#level(0);
    if (this.#token().kind !== 'end') throw this.#error();
    return expression;
  }

  #token(ahead = 0): Token {
    return this.#tokens[this.#next + ahead] ?? END;
  }

  #error(): SyntaxError {
    return new SyntaxError(`${this.#source}: unexpected ${this.#token().text || 'end'}`);
  }

  /** Goes past a sign, if it is the next token. */
  #accept(sign: string): boolean {
    const { kind, text } = this.#token();
    if (kind !== 'sign' || text !== sign) return false;
    this.#next += 1;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#accept(sign)) throw this.#error();
  }

  #level(depth: number): Expression {
    const operators = LEVELS[depth];
    if (!operators) return this.#signed();
    let left = this.#level(depth + 1);
    for (;;) {
      const operator = operators.find((candidate) => this.#accept(candidate));
      if (!operator) return left;
      left = { kind: 'operation', operator, left, right: this.#level(depth + 1) };
    }
  }

  /** A minus binds less than a power: -x ** 2 is -(x ** 2). */
  #signed(): Expression {
    if (this.#accept('-')) return { kind: 'negative', operand: this.#signed() };
    const left = this.#primary();
    return this.#accept('**') ? { kind: 'operation', operator: '**', left, right: this.#signed() } : left;
  }

  #primary(): Expression {
    const { kind, text } = this.#token();
    if (this.#accept('(')) {
      const inside = this.#level(0);
      this.#expect(')');
      return inside;
    }
    if (kind === 'end' || kind === 'sign') throw this.#error();
    this.#next += 1;
    if (kind === 'number') return { kind, value: Number(text) };
    if (kind === 'text') return { kind, value: text };
    return this.#accept('(') ? this.#call(text) : { kind: 'name', name: text };
  }

  #call(callee: string): Call {
    const positional: Expression[] = [];
    const named = new Map<string, Expression>();
    while (!this.#accept(')')) {
      if (positional.length + named.size > 0) this.#expect(',');
      const { kind, text } = this.#token();
      const assigned = this.#token(1);
      if (kind === 'name' && assigned.kind === 'sign' && assigned.text === '=') {
        this.#next += 2;
        named.set(text, this.#level(0));
      } else {
        positional.push(this.#level(0));
      }
    }
    return { kind: 'call', callee, positional, named };
  }
}

/** @throws SyntaxError */
export function parseExpression(source: string): Expression {
  return new Parser(source).whole();
}
