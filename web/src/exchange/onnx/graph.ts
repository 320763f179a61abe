import type { AttributeProto, ModelProto, NodeProto, TensorProto } from './messages';

/** A value of the graph by its name, or a number, which becomes a constant that broadcasts. */
export type Operand = string | number;

export type Attributes = Readonly<Record<string, number | string>>;

/** The oldest one with Gelu. IR version 9 came with it. */
const OPERATOR_SET = 20;
const IR_VERSION = 9;
const PRODUCER = 'Activation Lab';

const FLOAT = 1;
const INT64 = 7;

function attribute(name: string, value: number | string): AttributeProto {
  return typeof value === 'string' ? { name, s: value } : { name, f: value };
}

/** A model that is made operator by operator, from one input of rows to one output of rows. */
export class Graph {
  readonly #nodes: NodeProto[] = [];
  readonly #tensors: TensorProto[] = [];
  readonly #constants = new Map<number, string>();

  /** @param shape empty for a single number */
  tensor(name: string, values: Float32Array, shape: readonly number[]): string {
    this.#tensors.push({ name, dims: shape, dataType: FLOAT, values });
    return name;
  }

  /** Whole numbers that say where something is. */
  indices(name: string, values: readonly number[]): string {
    this.#tensors.push({ name, dims: [values.length], dataType: INT64, values });
    return name;
  }

  /**
   * @param inputs an empty text stands for an optional one that is left out
   * @param whole attributes that are whole numbers
   * @returns the name of what it makes
   */
  add(
    operator: string,
    inputs: readonly Operand[],
    attributes: Attributes = {},
    whole: Readonly<Record<string, number>> = {},
  ): string {
    const output = `${operator.toLowerCase()}_${this.#nodes.length}`;
    this.#nodes.push({
      opType: operator,
      name: output,
      input: inputs.map((input) => (typeof input === 'number' ? this.#constant(input) : input)),
      output: [output],
      attribute: [
        ...Object.entries(attributes).map(([name, value]) => attribute(name, value)),
        ...Object.entries(whole).map(([name, i]) => ({ name, i })),
      ],
    });
    return output;
  }

  /** The whole model; `result` becomes its output under the name `outputs`. */
  model(
    input: { readonly name: string; readonly width: number },
    result: Operand,
    width: number,
  ): ModelProto {
    this.#nodes.push({
      opType: 'Identity',
      name: 'outputs',
      input: [typeof result === 'number' ? this.#constant(result) : result],
      output: ['outputs'],
      attribute: [],
    });
    const rows = (name: string, columns: number) => ({ name, elemType: FLOAT, dims: ['samples', columns] });
    return {
      irVersion: IR_VERSION,
      producerName: PRODUCER,
      opsetImport: [{ domain: '', version: OPERATOR_SET }],
      graph: {
        name: 'network',
        node: this.#nodes,
        initializer: this.#tensors,
        input: [rows(input.name, input.width)],
        output: [rows('outputs', width)],
      },
    };
  }

  #constant(value: number): string {
    const known = this.#constants.get(value);
    if (known !== undefined) return known;
    const name = this.tensor(`constant_${this.#constants.size}`, Float32Array.of(value), []);
    this.#constants.set(value, name);
    return name;
  }
}
