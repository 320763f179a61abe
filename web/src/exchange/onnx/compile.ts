import type { Call, Expression, Operator } from './expression';
import { Arguments, TORCH_FUNCTIONS } from './functions';
import type { Graph, Operand } from './graph';

const OPERATORS: Readonly<Record<Operator, string>> = {
  '+': 'Add',
  '-': 'Sub',
  '*': 'Mul',
  '/': 'Div',
  '**': 'Pow',
  '<': 'Less',
  '<=': 'LessOrEqual',
  '>': 'Greater',
  '>=': 'GreaterOrEqual',
  '==': 'Equal',
};

const ARITHMETIC: Readonly<Partial<Record<Operator, (a: number, b: number) => number>>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '**': (a, b) => a ** b,
};

const CONSTANTS: ReadonlyMap<string, number> = new Map([['torch.pi', Math.PI]]);

/** Adds what an expression of PyTorch says to a graph. */
export class Compiler {
  readonly #graph: Graph;
  readonly #names: ReadonlyMap<string, Operand>;

  /** @param names what the variables of the expression stand for */
  constructor(graph: Graph, names: Readonly<Record<string, string>>) {
    this.#graph = graph;
    this.#names = new Map<string, Operand>([...CONSTANTS, ...Object.entries(names)]);
  }

  /** @throws SyntaxError where it has a name or a function that is not known here */
  compile(expression: Expression): Operand {
    switch (expression.kind) {
      case 'number':
        return expression.value;
      case 'name': {
        const value = this.#names.get(expression.name);
        if (value === undefined) throw new SyntaxError(`no value is called ${expression.name}`);
        return value;
      }
      case 'negative': {
        const operand = this.compile(expression.operand);
        return typeof operand === 'number' ? -operand : this.#graph.add('Neg', [operand]);
      }
      case 'operation':
        return this.#operation(
          expression.operator,
          this.compile(expression.left),
          this.compile(expression.right),
        );
      case 'call':
        return this.#call(expression);
      case 'text':
        throw new SyntaxError(`'${expression.value}' is no number`);
    }
  }

  /** What has only numbers is computed at once. */
  #operation(operator: Operator, left: Operand, right: Operand): Operand {
    const compute = ARITHMETIC[operator];
    if (compute && typeof left === 'number' && typeof right === 'number') return compute(left, right);
    if (operator === '**' && right === 2) return this.#graph.add('Mul', [left, left]);
    return this.#graph.add(OPERATORS[operator], [left, right]);
  }

  #call({ callee, positional, named }: Call): Operand {
    const torchFunction = TORCH_FUNCTIONS[callee];
    if (!torchFunction) throw new SyntaxError(`no ONNX operators are known for ${callee}`);
    const values = positional.map((argument) => this.compile(argument));
    const namedValues = new Map([...named].map(([name, argument]) => [name, this.compile(argument)]));
    return torchFunction(this.#graph, new Arguments(values, namedValues));
  }
}
