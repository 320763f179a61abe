import type { ActivationInfo, ParameterInfo } from '../../engine/catalogue';
import { formatNumber } from '../../i18n/number-format';
import type { Chosen } from '../../state/chosen-field';

const GREEK: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  theta: 'θ',
  lambda: 'λ',
  mu: 'μ',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  omega: 'ω',
};

/** The symbol of a parameter as plain text: α for `\alpha`, the letter itself for `a`, else the parameter's name. */
export function plainSymbol({ key, symbol }: ParameterInfo): string {
  const letter = /^\\(\w+)$/.exec(symbol)?.[1];
  if (letter !== undefined) return GREEK[letter] ?? key;
  return /^\w$/.test(symbol) ? symbol : key;
}

/** `ELU` at its defaults, `ELU α=1.5` otherwise. */
export function curveName(info: ActivationInfo, { parameters }: Chosen): string {
  const changed = info.parameters.filter(({ key, initial }) => (parameters[key] ?? initial) !== initial);
  const settings = changed.map(
    (parameter) =>
      `${plainSymbol(parameter)}=${formatNumber(parameters[parameter.key] ?? parameter.initial)}`,
  );
  return [info.name, ...settings].join(' ');
}

/** `ReLU`, `ReLU′`, `ReLU″`. */
export const withPrimes = (name: string, order: number): string => `${name}${['', '′', '″'][order] ?? ''}`;
