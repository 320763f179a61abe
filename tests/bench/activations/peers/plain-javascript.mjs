import { PLAIN } from '../../names.mjs';

/** @param {string} expression with `{alpha}` for a parameter @param {Readonly<Record<string, number>>} parameters */
function withNumbers(expression, parameters) {
  return expression.replace(/\{(\w+)\}/g, (_, key) => `(${parameters[key]})`);
}

/** @type {import('../peers.mjs').Peer} */
export const peer = {
  name: PLAIN,

  supports: () => true,

  async prepare({ order, parameters, javascript, javascriptDerivative }) {
    const assignments = [
      `value[i] = ${withNumbers(javascript, parameters)};`,
      order === 1 ? `derivative[i] = ${withNumbers(javascriptDerivative, parameters)};` : '',
    ];
    // Generated, so that the loop is written as by hand and has met no other function.
    const loop = new Function(
      ...['input', 'value', 'derivative'],
      `for (let i = 0; i < input.length; i++) {
         const x = input[i];
         ${assignments.join('\n')}
       }`,
    );
    /** @type {Float32Array[]} */
    let outputs = [];
    return {
      version: 'loops over typed arrays',
      run(x) {
        if (outputs[0]?.length !== x.length) {
          outputs = Array.from({ length: order + 1 }, () => new Float32Array(x.length));
        }
        loop(x, outputs[0], outputs[1]);
        return outputs;
      },
    };
  },
};
