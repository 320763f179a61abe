/** How the quantities of one stage are written. */
export interface QuantitySymbols {
  /** `h₁ = ReLU(x)` */
  readonly value: string;
  /** `ReLU′(x)`; empty for the input. */
  readonly derivative: string;
  /** `∂S/∂h₁`, where S is the sum of all outputs. */
  readonly gradient: string;
}

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

function subscript(index: number): string {
  return String(index).replace(/\d/g, (digit) => SUBSCRIPTS.charAt(Number(digit)));
}

/** Symbols for a pipeline of activations with these names: x, h₁, h₂ ... y. */
export function quantitySymbols(names: readonly string[]): {
  readonly input: QuantitySymbols;
  readonly stages: readonly QuantitySymbols[];
} {
  const variable = (index: number): string => {
    if (index === 0) return 'x';
    return index === names.length ? 'y' : `h${subscript(index)}`;
  };
  return {
    input: { value: 'x', derivative: '', gradient: '∂S/∂x' },
    stages: names.map((name, index) => {
      const [before, after] = [variable(index), variable(index + 1)];
      return {
        value: `${after} = ${name}(${before})`,
        derivative: `${name}′(${before})`,
        gradient: `∂S/∂${after}`,
      };
    }),
  };
}
