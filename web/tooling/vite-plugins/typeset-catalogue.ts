import { coreCatalogue } from './core-catalogue.ts';
import { catalogueFormulas, typeset } from './typeset.ts';

export { MATH_CHARACTERS } from './places.ts';
export { charactersOf } from './typeset.ts';

/** MathML, by formulaKey, of every formula that the built core has. */
export async function typesetCatalogue(): Promise<Record<string, string>> {
  return typeset(catalogueFormulas(await coreCatalogue()));
}
