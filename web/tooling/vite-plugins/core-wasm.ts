import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { CORE_WASM } from './places.ts';

const OUTPUT_NAME = 'activation-lab.wasm';
const ADDRESS_IN_ENGINE = /new URL\((['"])activation-lab\.wasm\1,\s*import\.meta\.url\)/g;
const ADDRESS_IN_GLUE = /new URL\((['"])[\w.-]+\.wasm\1,\s*import\.meta\.url\)(?:\.toString\(\)|\.href)?/g;

/**
 * Puts the core into the output under a fixed name, beside activation-lab.js, and makes every chunk of the engine find it there.
 * While serving, the address is that of the built core itself.
 */
export function coreWasm(): Plugin {
  let address = '';
  let serving = false;
  return {
    name: 'core-wasm',
    enforce: 'pre',
    configResolved(config) {
      serving = config.command === 'serve';
    },
    async buildStart() {
      if (serving) {
        const inNode = process.env.VITEST !== undefined;
        address = JSON.stringify(inNode ? pathToFileURL(CORE_WASM).href : `/@fs${CORE_WASM}`);
        return;
      }
      const reference = this.emitFile({
        type: 'asset',
        fileName: OUTPUT_NAME,
        source: await readFile(CORE_WASM),
      });
      address = `import.meta.ROLLUP_FILE_URL_${reference}`;
    },
    transform: {
      filter: { code: ADDRESS_IN_ENGINE },
      handler: (code) => ({
        code: code.replace(ADDRESS_IN_ENGINE, () => `new URL(${address}, import.meta.url)`),
        map: null,
      }),
    },
  };
}

/** The engine hands the glue a compiled module, so the glue's own address of the .wasm must not make Vite emit it again. */
export function emscriptenGlue(): Plugin {
  return {
    name: 'emscripten-glue',
    enforce: 'pre',
    transform: {
      filter: { id: /\/core\.mjs$/ },
      handler: (code) => ({
        code: code.replace(ADDRESS_IN_GLUE, '"core.wasm"').replaceAll('import.meta.url', 'undefined'),
        map: null,
      }),
    },
  };
}
