import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { CORE_GLUE, CORE_WASM } from './places.ts';
import { charactersOf, MATH_CHARACTERS, typesetCatalogue } from './typeset-catalogue.ts';

const RESOLVED = '\0virtual:formulas';

/**
 * `virtual:formulas`: every formula of the catalogue, typeset by Temml while building, so that the page needs no
 * typesetting code. A formula that Temml refuses, or that needs a character the math font lacks, fails the build.
 */
export function formulas(): Plugin {
  let serving = false;
  return {
    name: 'formulas',
    configResolved(config) {
      serving = config.command === 'serve';
    },
    resolveId: { filter: { id: /^virtual:formulas$/ }, handler: () => RESOLVED },
    load: {
      filter: { id: /^\0virtual:formulas$/ },
      async handler() {
        if (serving && !existsSync(CORE_GLUE)) {
          this.warn('build/wasm is missing: formulas are shown as LaTeX');
          return 'export const formulas = {};';
        }
        this.addWatchFile(CORE_WASM);
        const formulas = await typesetCatalogue();
        const known = new Set(await readFile(MATH_CHARACTERS, 'utf8'));
        const missing = charactersOf(formulas).filter((character) => !known.has(character));
        if (missing.length > 0) {
          this.error(`The math font lacks ${missing.join(' ')}: run web/tooling/subset-math-font.sh`);
        }
        return `export const formulas = JSON.parse(${JSON.stringify(JSON.stringify(formulas))});`;
      },
    },
  };
}
