import type { ActivationInfo, FrameworkCode } from '../../engine/catalogue';
import { withPoint } from '../../exchange/decimal';
import { fillTemplate } from '../../exchange/template';
import type { Chosen } from '../../state/chosen-field';

export const FRAMEWORKS = [
  'pytorchModule',
  'pytorch',
  'keras',
  'jax',
  'onnx',
] as const satisfies readonly (keyof FrameworkCode)[];
export type Framework = (typeof FRAMEWORKS)[number];

export interface FrameworkSnippet {
  readonly framework: Framework;
  readonly code: string;
}

/** `{alpha}` in a template of the catalogue replaced by the chosen value, as a literal that stays a float in Python. */
export const filledIn = (template: string, parameters: Readonly<Record<string, number>>): string =>
  fillTemplate(template, parameters, floatLiteral);

function floatLiteral(value: number): string {
  return withPoint(String(value));
}

/** What to write in each framework that has the activation. */
export function snippetsOf({ code }: ActivationInfo, { parameters }: Chosen): FrameworkSnippet[] {
  return FRAMEWORKS.filter((framework) => code[framework] !== '').map((framework) => ({
    framework,
    code: filledIn(code[framework], parameters),
  }));
}
