import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { SHELF_COUNT, shelfOf } from '../../src/elements/shared/formula-key.ts';
import { CORE_GLUE, CORE_WASM } from './places.ts';
import { charactersOf, MATH_CHARACTERS, typesetCatalogue } from './typeset-catalogue.ts';

const MODULE = 'virtual:formulas';

/** The module of all shelves: each is a module of its own. */
const SHELVES = Array.from({ length: SHELF_COUNT }, (_, shelf) => `() => import('${MODULE}/${shelf}')`);

/**
 * `virtual:formulas`: every formula of the catalogue, typeset by Temml while building, so that the page needs no
 * typesetting code. A formula that Temml refuses, or that needs a character the math font lacks, fails the build.
 */
export function formulas(): Plugin {
  let serving = false;
  let typesetting: Promise<Record<string, string>> | undefined;

  async function checkedFormulas(): Promise<Record<string, string>> {
    const formulas = await typesetCatalogue();
    const known = new Set(await readFile(MATH_CHARACTERS, 'utf8'));
    const missing = charactersOf(formulas).filter((character) => !known.has(character));
    if (missing.length > 0) {
      throw new Error(`The math font lacks ${missing.join(' ')}: run web/tooling/subset-math-font.sh`);
    }
    return formulas;
  }

  return {
    name: 'formulas',
    configResolved(config) {
      serving = config.command === 'serve';
    },
    watchChange() {
      typesetting = undefined;
    },
    resolveId: { filter: { id: /^virtual:formulas/ }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: /^\0virtual:formulas/ },
      async handler(id) {
        const shelf = id.split('/')[1];
        if (shelf === undefined) return `export const shelves = [${SHELVES}];`;
        if (serving && !existsSync(CORE_GLUE)) {
          this.warn('build/wasm is missing: formulas are shown as LaTeX');
          return 'export const formulas = {};';
        }
        this.addWatchFile(CORE_WASM);
        typesetting ??= checkedFormulas();
        const entries = Object.entries(await typesetting).filter(([key]) => shelfOf(key) === Number(shelf));
        return `export const formulas = JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(entries)))});`;
      },
    },
  };
}
