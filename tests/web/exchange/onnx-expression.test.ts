import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Compiler } from '../../../web/src/exchange/onnx/compile';
import { type Expression, parseExpression } from '../../../web/src/exchange/onnx/expression';
import { Graph } from '../../../web/src/exchange/onnx/graph';

/** With all brackets. */
function written(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'text':
      return `'${expression.value}'`;
    case 'name':
      return expression.name;
    case 'negative':
      return `(-${written(expression.operand)})`;
    case 'operation':
      return `(${written(expression.left)} ${expression.operator} ${written(expression.right)})`;
    case 'call': {
      const named = [...expression.named].map(([name, value]) => `${name}=${written(value)}`);
      return `${expression.callee}(${[...expression.positional.map(written), ...named].join(', ')})`;
    }
  }
}

describe('an expression', () => {
  it.each([
    ['x', 'x'],
    ['a - b - c', '((a - b) - c)'],
    ['a + b * c', '(a + (b * c))'],
    ['2 / 3 * x', '((2 / 3) * x)'],
    ['-x * x', '((-x) * x)'],
    ['-x ** 2', '(-(x ** 2))'],
    ['2 ** -1', '(2 ** (-1))'],
    ['a ** b ** c', '(a ** (b ** c))'],
    ['x <= -(0.5)', '(x <= (-0.5))'],
    ['(x + 1) ** 2 / 4', '(((x + 1) ** 2) / 4)'],
    ['1e-07 + .5 + 2.', '((1e-7 + 0.5) + 2)'],
    ['torch.clamp(x, max=0)', 'torch.clamp(x, max=0)'],
    ["F.gelu(x, approximate='tanh')", "F.gelu(x, approximate='tanh')"],
    ['torch.where(x == 0, f(), torch.exp(-x) * 2)', 'torch.where((x == 0), f(), (torch.exp((-x)) * 2))'],
  ])('%s is read as Python does: %s', (source, expected) => {
    expect(written(parseExpression(source))).toBe(expected);
  });

  it.each(['', 'x +', '(x', 'x)', 'f(x', 'f(x y)', '1 2', 'x ? 1 : 0', 'x @ y', "'open", '*x', 'f(,)'])(
    '%j is none',
    (source) => {
      expect(() => parseExpression(source)).toThrow(SyntaxError);
    },
  );

  it('is read or refused, whatever the text', () => {
    const soup = fc.string({ unit: fc.constantFrom(..."xf1.e+-*/()<>=, '"), maxLength: 30 });
    fc.assert(
      fc.property(fc.oneof(fc.string(), soup), (source) => {
        try {
          const once = written(parseExpression(source));
          expect(written(parseExpression(once))).toBe(once);
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('compiled to operators', () => {
  const operatorsOf = (source: string) => {
    const graph = new Graph();
    const result = new Compiler(graph, { x: 'inputs' }).compile(parseExpression(source));
    const { node, initializer } = graph.model({ name: 'inputs', width: 1 }, result, 1).graph;
    return {
      operators: node.slice(0, -1).map(({ opType }) => opType),
      constants: initializer.map(({ values }) => values[0]),
    };
  };

  it('computes numbers at once, and keeps each but once', () => {
    expect(operatorsOf('6 / 4 * x + -(3 - 4.5) ** 1')).toEqual({
      operators: ['Mul', 'Add'],
      constants: [1.5],
    });
  });

  it('leaves out what is not given', () => {
    expect(operatorsOf('torch.clamp(x, max=2)')).toEqual({ operators: ['Clip'], constants: [2] });
  });

  it.each(['y', 'torch.lgamma(x)', "x + 'text'"])('refuses what it does not know: %s', (source) => {
    expect(() => operatorsOf(source)).toThrow(SyntaxError);
  });
});
