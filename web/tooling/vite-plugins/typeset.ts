import temml from 'temml';
import { formulaKey } from '../../src/elements/shared/formula-key.ts';
import type { Catalogue, ParameterInfo } from '../../src/engine/catalogue.ts';

interface Formula {
  readonly latex: string;
  readonly display: boolean;
}

const parameterSymbols = (parameters: readonly ParameterInfo[]): Formula[] =>
  parameters.map(({ symbol }) => ({ latex: symbol, display: false }));

export function catalogueFormulas({ activations, vectors }: Catalogue): Formula[] {
  return [
    ...activations.flatMap((activation) => [
      ...[activation.latex, activation.latexDerivative, activation.latexSecondDerivative].map((latex) => ({
        latex,
        display: true,
      })),
      ...parameterSymbols(activation.parameters),
    ]),
    ...vectors.flatMap((vector) => [
      ...[vector.latex, vector.latexJacobian].map((latex) => ({ latex, display: true })),
      ...parameterSymbols(vector.parameters),
    ]),
  ].filter(({ latex }) => latex !== '');
}

/**
 * A strict content security policy refuses style attributes, and classes need the style sheet of Temml: what matters of
 * both is in the styles of `<al-formula>`.
 */
function withoutStyling(mathml: string): string {
  return mathml.replace(/ (?:style|class)="[^"]*"/g, '');
}

/** LaTeX to MathML, by formulaKey. @throws on LaTeX that Temml does not understand */
export function typeset(formulas: readonly Formula[]): Record<string, string> {
  const typesetFormulas: Record<string, string> = {};
  const sources = new Map<string, string>();
  for (const { latex, display } of formulas) {
    const mathml = temml.renderToString(latex, { displayMode: display, throwOnError: true, wrap: 'none' });
    if (mathml.includes('temml-error')) throw new Error(`Temml cannot typeset ${latex}`);
    const key = formulaKey(latex);
    if ((sources.get(key) ?? latex) !== latex)
      throw new Error(`${latex} and ${sources.get(key)} have the same key`);
    sources.set(key, latex);
    typesetFormulas[key] = withoutStyling(mathml);
  }
  return typesetFormulas;
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

const ITALIC_BLOCKS = [
  { first: 'a', last: 'z', italic: 0x1d44e },
  { first: 'A', last: 'Z', italic: 0x1d434 },
  { first: 'α', last: 'ω', italic: 0x1d6fc },
  { first: 'Α', last: 'Ω', italic: 0x1d6e2 },
];
const ITALIC_EXCEPTIONS: Readonly<Record<string, string>> = { h: 'ℎ', ϵ: '𝜖', ϑ: '𝜗', ϕ: '𝜙' };

/** Browsers draw a letter that is an identifier of its own from the block of mathematical italics. */
function italicForm(letter: string): string {
  const exception = ITALIC_EXCEPTIONS[letter];
  const block = ITALIC_BLOCKS.find(({ first, last }) => letter >= first && letter <= last);
  if (exception !== undefined || block === undefined) return exception ?? letter;
  return String.fromCodePoint(block.italic + letter.charCodeAt(0) - block.first.charCodeAt(0));
}

/** Every character that browsers draw for the formulas, sorted. Invisible operators are none. */
export function charactersOf(mathml: Readonly<Record<string, string>>): string[] {
  const text = Object.values(mathml)
    .join('')
    .replace(/<m(?:sqrt|root)>/g, '√$&')
    .replace(/<mi>(.)<\/mi>/gu, (_, letter: string) => italicForm(letter))
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? '');
  return [...new Set(text)].filter((character) => !/[\s\u2061-\u2064]/.test(character)).sort();
}
