import { Model } from './schema.mjs';

const FLOAT = 1;
const ATTRIBUTE_FLOAT = 1;
const ATTRIBUTE_STRING = 3;
const IR_VERSION = 10;
const OPERATOR_SET = 22;

/** @typedef {string} Value a named value of the graph */

/** @param {string} name @param {number | string} value */
function attribute(name, value) {
  return typeof value === 'number'
    ? { name, type: ATTRIBUTE_FLOAT, f: value }
    : { name, type: ATTRIBUTE_STRING, s: new TextEncoder().encode(value) };
}

/** @param {Value} name @param {object[]} dim */
const floats = (name, dim) => ({ name, type: { tensor_type: { elem_type: FLOAT, shape: { dim } } } });

/** An ONNX model with one input `x`, a vector of any length, made operator by operator. */
export class Graph {
  /** @type {Value} */
  x = 'x';
  /** @type {object[]} */
  #nodes = [];
  /** @type {object[]} */
  #constants = [];

  /** @param {number} number @returns {Value} */
  #constant(number) {
    const name = `constant${this.#constants.length}`;
    this.#constants.push({ name, data_type: FLOAT, float_data: [number] });
    return name;
  }

  /**
   * @param {string} type of the operator
   * @param {readonly (Value | number)[]} inputs a number stands for a constant
   * @param {Readonly<Record<string, number | string>>} [attributes]
   * @returns {Value}
   */
  add(type, inputs, attributes = {}) {
    const output = `value${this.#nodes.length}`;
    this.#nodes.push({
      op_type: type,
      name: output,
      input: inputs.map((input) => (typeof input === 'number' ? this.#constant(input) : input)),
      output: [output],
      attribute: Object.entries(attributes).map(([name, value]) => attribute(name, value)),
    });
    return output;
  }

  /** @param {readonly Value[]} outputs @returns {Uint8Array} the model as a file holds it */
  encode(outputs) {
    const vector = [{ dim_param: 'n' }];
    return Model.encode(
      Model.create({
        ir_version: IR_VERSION,
        opset_import: [{ domain: '', version: OPERATOR_SET }],
        graph: {
          name: 'activation',
          node: this.#nodes,
          initializer: this.#constants,
          input: [floats(this.x, vector)],
          output: outputs.map((output) => floats(output, vector)),
        },
      }),
    ).finish();
  }
}
