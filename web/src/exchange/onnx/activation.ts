import type { ActivationInfo } from '../../engine/catalogue';
import type { NamedParameters } from '../../engine/training/spec';
import { fillCode } from '../python/text';
import { Compiler } from './compile';
import { type Expression, parseExpression } from './expression';
import type { Graph, Operand } from './graph';

type AttributeValues = ReadonlyMap<string, number | string>;

/** Operators whose numbers are inputs, or that are newer than the operator set. */
const SPECIAL: Readonly<Record<string, (graph: Graph, x: Operand, given: AttributeValues) => Operand>> = {
  Clip: (graph, x, given) => graph.add('Clip', [x, given.get('min') ?? '', given.get('max') ?? '']),
  PRelu: (graph, x, given) => graph.add('PRelu', [x, given.get('slope') ?? 0.25]),
  Swish: (graph, x, given) => {
    const alpha = given.get('alpha') ?? 1;
    const scaled = alpha === 1 ? x : graph.add('Mul', [x, alpha]);
    return graph.add('Mul', [x, graph.add('Sigmoid', [scaled])]);
  },
};

function attributeValue(graph: Graph, expression: Expression): number | string {
  return expression.kind === 'text' ? expression.value : new Compiler(graph, {}).compile(expression);
}

function nativeOperator(graph: Graph, x: Operand, code: string): Operand {
  const expression = parseExpression(code);
  if (expression.kind === 'name') return nativeOperator(graph, x, `${code}()`);
  if (expression.kind !== 'call') throw new SyntaxError(`${code} is no operator`);
  const given = new Map(
    [...expression.named].map(([name, value]) => [name, attributeValue(graph, value)] as const),
  );
  const special = SPECIAL[expression.callee];
  return special ? special(graph, x, given) : graph.add(expression.callee, [x], Object.fromEntries(given));
}

/** An activation of the catalogue: ONNX's own operator where it says everything, else what PyTorch's expression says. */
export function addActivation(
  graph: Graph,
  x: Operand,
  { code, parameters }: ActivationInfo,
  values: NamedParameters,
): Operand {
  const saysAll = parameters.every(({ key }) => code.onnx.includes(`{${key}}`));
  return code.onnx !== '' && saysAll
    ? nativeOperator(graph, x, fillCode(code.onnx, values))
    : new Compiler(graph, { x: x as string }).compile(parseExpression(fillCode(code.pytorch, values)));
}
