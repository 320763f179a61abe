import { existsSync } from 'node:fs';
import type { Plugin } from 'vite';
import { coreCatalogue } from './core-catalogue.ts';
import { naiveLoops } from './naive-loops.ts';
import { CORE_GLUE, CORE_WASM } from './places.ts';

const RESOLVED = '\0virtual:naive-javascript';

/**
 * `virtual:naive-javascript`: the formulas of the catalogue as plain JavaScript loops, for "What does it cost?" to compare with.
 * Made while building because a strict content security policy forbids making functions in the page.
 */
export function naiveJavascript(): Plugin {
  let serving = false;
  return {
    name: 'naive-javascript',
    configResolved(config) {
      serving = config.command === 'serve';
    },
    resolveId: { filter: { id: /^virtual:naive-javascript$/ }, handler: () => RESOLVED },
    load: {
      filter: { id: /^\0virtual:naive-javascript$/ },
      async handler() {
        if (serving && !existsSync(CORE_GLUE)) {
          this.warn('build/wasm is missing: there is nothing to compare costs with');
          return 'export const loops = {};';
        }
        this.addWatchFile(CORE_WASM);
        return naiveLoops((await coreCatalogue()).activations);
      },
    },
  };
}
