import type { Graph, Operand } from './graph';

/** Arguments of a call: by position, or by name. */
export class Arguments {
  readonly #positional: readonly Operand[];
  readonly #named: ReadonlyMap<string, Operand>;

  constructor(positional: readonly Operand[], named: ReadonlyMap<string, Operand>) {
    this.#positional = positional;
    this.#named = named;
  }

  /** The value of an argument, or the initial one where it is left out. */
  get(position: number, name: string, initial: Operand = ''): Operand {
    return this.#named.get(name) ?? this.#positional[position] ?? initial;
  }

  /** One that must be a number that is known beforehand, for an attribute. */
  number(position: number, name: string, initial: number): number {
    return Number(this.get(position, name, initial));
  }
}

export type TorchFunction = (graph: Graph, given: Arguments) => Operand;

/** An operator of one operand. */
const operator =
  (name: string): TorchFunction =>
  (graph, given) =>
    graph.add(name, [given.get(0, 'input')]);

function softplus(graph: Graph, x: Operand, beta: number, threshold: number): Operand {
  const scaled = beta === 1 ? x : graph.add('Mul', [x, beta]);
  const curve = graph.add('Softplus', [scaled]);
  const whole = beta === 1 ? curve : graph.add('Div', [curve, beta]);
  return graph.add('Where', [graph.add('Greater', [scaled, threshold]), x, whole]);
}

/** sin(pi x) / (pi x). */
function sinc(graph: Graph, x: Operand): Operand {
  const isZero = graph.add('Equal', [x, 0]);
  const angle = graph.add('Mul', [x, Math.PI]);
  const divisor = graph.add('Where', [isZero, 1, angle]);
  return graph.add('Where', [isZero, 1, graph.add('Div', [graph.add('Sin', [angle]), divisor])]);
}

/** PyTorch's functions, made of ONNX operators. */
export const TORCH_FUNCTIONS: Readonly<Record<string, TorchFunction>> = {
  'torch.abs': operator('Abs'),
  'torch.asinh': operator('Asinh'),
  'torch.atan': operator('Atan'),
  'torch.cos': operator('Cos'),
  'torch.erf': operator('Erf'),
  'torch.exp': operator('Exp'),
  'torch.sigmoid': operator('Sigmoid'),
  'torch.sign': operator('Sign'),
  'torch.sin': operator('Sin'),
  'torch.sqrt': operator('Sqrt'),
  'torch.tanh': operator('Tanh'),
  'torch.square': (graph, given) => graph.add('Mul', [given.get(0, 'input'), given.get(0, 'input')]),
  'torch.rsqrt': (graph, given) => graph.add('Reciprocal', [graph.add('Sqrt', [given.get(0, 'input')])]),
  'torch.expm1': (graph, given) => graph.add('Sub', [graph.add('Exp', [given.get(0, 'input')]), 1]),
  'torch.log1p': (graph, given) => graph.add('Log', [graph.add('Add', [given.get(0, 'input'), 1])]),
  'torch.sinc': (graph, given) => sinc(graph, given.get(0, 'input')),
  'torch.clamp': (graph, given) =>
    graph.add('Clip', [given.get(0, 'input'), given.get(1, 'min'), given.get(2, 'max')]),
  'torch.where': (graph, given) =>
    graph.add('Where', [given.get(0, 'condition'), given.get(1, 'input'), given.get(2, 'other')]),
  'F.relu': operator('Relu'),
  'F.gelu': operator('Gelu'),
  'F.hardtanh': (graph, given) =>
    graph.add('Clip', [given.get(0, 'input'), given.get(1, 'min_val', -1), given.get(2, 'max_val', 1)]),
  'F.leaky_relu': (graph, given) =>
    graph.add('LeakyRelu', [given.get(0, 'input')], { alpha: given.number(1, 'negative_slope', 0.01) }),
  'F.logsigmoid': (graph, given) =>
    graph.add('Neg', [graph.add('Softplus', [graph.add('Neg', [given.get(0, 'input')])])]),
  'F.softplus': (graph, given) =>
    softplus(graph, given.get(0, 'input'), given.number(1, 'beta', 1), given.number(2, 'threshold', 20)),
  'F.tanhshrink': (graph, given) => {
    const x = given.get(0, 'input');
    return graph.add('Sub', [x, graph.add('Tanh', [x])]);
  },
  'F.threshold': (graph, given) => {
    const [x, threshold, value] = [given.get(0, 'input'), given.get(1, 'threshold'), given.get(2, 'value')];
    return graph.add('Where', [graph.add('Greater', [x, threshold]), x, value]);
  },
};
