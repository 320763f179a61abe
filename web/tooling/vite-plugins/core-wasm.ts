import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { CORE_WASM, TRAINING_WASM } from './places.ts';

/** What the engine asks for, and the built file. */
const FILES = new Map([
  ['activation-lab.wasm', CORE_WASM],
  ['activation-lab-training.wasm', TRAINING_WASM],
]);
const ADDRESS_IN_ENGINE = /new URL\((['"])(activation-lab[\w-]*\.wasm)\1,\s*import\.meta\.url\)/g;
const ADDRESS_IN_GLUE = /new URL\((['"])[\w.-]+\.wasm\1,\s*import\.meta\.url\)(?:\.toString\(\)|\.href)?/g;

/**
 * Puts both builds of the core into the output under fixed names, beside activation-lab.js, and makes every chunk of the
 * engine find them there. While serving, the addresses are those of the built files themselves.
 */
export function coreWasm(): Plugin {
  const addresses = new Map<string, string>();
  let serving = false;
  return {
    name: 'core-wasm',
    enforce: 'pre',
    configResolved(config) {
      serving = config.command === 'serve';
    },
    async buildStart() {
      for (const [fileName, path] of FILES) {
        if (serving) {
          const inNode = process.env.VITEST !== undefined;
          addresses.set(fileName, JSON.stringify(inNode ? pathToFileURL(path).href : `/@fs${path}`));
          continue;
        }
        const reference = this.emitFile({ type: 'asset', fileName, source: await readFile(path) });
        addresses.set(fileName, `import.meta.ROLLUP_FILE_URL_${reference}`);
      }
    },
    transform: {
      filter: { code: ADDRESS_IN_ENGINE },
      handler: (code) => ({
        code: code.replace(
          ADDRESS_IN_ENGINE,
          (_all, _quote, fileName: string) => `new URL(${addresses.get(fileName)}, import.meta.url)`,
        ),
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
      filter: { id: /\/build\/wasm\/(?:core|training)\.mjs$/ },
      handler: (code) => ({
        code: code.replace(ADDRESS_IN_GLUE, '"core.wasm"').replaceAll('import.meta.url', 'undefined'),
        map: null,
      }),
    },
  };
}
