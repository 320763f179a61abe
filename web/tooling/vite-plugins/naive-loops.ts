import type { ActivationInfo } from '../../src/engine/catalogue.ts';

/** `{alpha}` in a formula of the catalogue stands for a parameter; the loop holds it in a constant of this name. */
const constantOf = (parameter: string): string => `p_${parameter}`;

function expression({ key, parameters }: ActivationInfo, formula: string): string {
  return formula.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (!parameters.some((parameter) => parameter.key === name)) {
      throw new Error(`The JavaScript formula of ${key} uses {${name}}, which is none of its parameters`);
    }
    return constantOf(name);
  });
}

function loopsOf(info: ActivationInfo): string {
  const { key, parameters, code } = info;
  const names = parameters.map((parameter) => `${parameter.key}: ${constantOf(parameter.key)}`).join(', ');
  const value = expression(info, code.javascript);
  const derivative = expression(info, code.javascriptDerivative);
  return `${JSON.stringify(key)}: {
  value(input, { ${names} }) {
    const y = new Float32Array(input.length);
    for (let i = 0; i < input.length; i++) { const x = input[i]; y[i] = (${value}); }
    return y;
  },
  both(input, { ${names} }) {
    const y = new Float32Array(input.length);
    const dy = new Float32Array(input.length);
    for (let i = 0; i < input.length; i++) { const x = input[i]; y[i] = (${value}); dy[i] = (${derivative}); }
    return [y, dy];
  },
}`;
}

/** Source of a module whose `loops` hold, by key, the plain JavaScript loops over the formulas of the catalogue. */
export function naiveLoops(activations: readonly ActivationInfo[]): string {
  return `export const loops = {\n${activations.map(loopsOf).join(',\n')}\n};\n`;
}
