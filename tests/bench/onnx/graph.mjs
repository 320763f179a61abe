import { Model } from './schema.mjs';

const FLOAT = 1;
const ATTRIBUTE_FLOAT = 1;
const ATTRIBUTE_STRING = 3;
const IR_VERSION = 10;
const OPERATOR_SET = 22;

/**
 * @typedef {string} Value a named value of the graph
 *
 * @typedef {object} Constant
 * @property {readonly number[]} dims
 * @property {ArrayLike<number>} values row by row
 */

/** @param {string} name @param {number | string} value */
function attribute(name, value) {
  return typeof value === 'number'
    ? { name, type: ATTRIBUTE_FLOAT, f: value }
    : { name, type: ATTRIBUTE_STRING, s: new TextEncoder().encode(value) };
}

/** @param {Value} name @param {object} [shape] of results it is inferred */
const floats = (name, shape) => ({ name, type: { tensor_type: { elem_type: FLOAT, shape } } });

/** An ONNX model with one input `x`, made operator by operator. */
export class Graph {
  /** @type {Value} */
  x = 'x';
  #shape;
  /** @type {object[]} */
  #nodes = [];
  /** @type {object[]} */
  #constants = [];

  /** @param {number} [columns] of `x`, which has any number of rows; left out: `x` is a vector of any length */
  constructor(columns) {
    const columnDimension = columns === undefined ? [] : [{ dim_value: columns }];
    this.#shape = { dim: [{ dim_param: 'n' }, ...columnDimension] };
  }

  /** @param {Constant} constant @returns {Value} */
  #constant({ dims, values }) {
    const name = `constant${this.#constants.length}`;
    this.#constants.push({ name, dims, data_type: FLOAT, float_data: Array.from(values) });
    return name;
  }

  /** @param {Value | number | Constant} input @returns {Value} */
  #valueOf(input) {
    if (typeof input === 'string') return input;
    return this.#constant(typeof input === 'number' ? { dims: [], values: [input] } : input);
  }

  /**
   * @param {string} type of the operator
   * @param {readonly (Value | number | Constant)[]} inputs a number stands for a constant
   * @param {Readonly<Record<string, number | string>>} [attributes]
   * @returns {Value}
   */
  add(type, inputs, attributes = {}) {
    const output = `value${this.#nodes.length}`;
    this.#nodes.push({
      op_type: type,
      name: output,
      input: inputs.map((input) => this.#valueOf(input)),
      output: [output],
      attribute: Object.entries(attributes).map(([name, value]) => attribute(name, value)),
    });
    return output;
  }

  /** @param {readonly Value[]} outputs @returns {Uint8Array} the model as a file holds it */
  encode(outputs) {
    return Model.encode(
      Model.create({
        ir_version: IR_VERSION,
        opset_import: [{ domain: '', version: OPERATOR_SET }],
        graph: {
          name: 'graph',
          node: this.#nodes,
          initializer: this.#constants,
          input: [floats(this.x, this.#shape)],
          output: outputs.map((output) => floats(output)),
        },
      }),
    ).finish();
  }
}
