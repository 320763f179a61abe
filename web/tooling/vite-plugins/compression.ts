import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Plugin } from 'vite';
import { DIST } from './places.ts';

const COMPRESSIBLE = /\.(?:html|js|css|wasm|svg|json|webmanifest)$/;
const compress = promisify(brotliCompress);

/** Puts a `.br` twin beside every file that gains from it, for servers that send those. */
export function brotliTwins(): Plugin {
  return {
    name: 'brotli-twins',
    apply: 'build',
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const files = await readdir(DIST, { recursive: true });
        for (const file of files.filter((name) => COMPRESSIBLE.test(name))) {
          const content = await readFile(join(DIST, file));
          const compressed = await compress(content, {
            params: {
              [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
              [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
            },
          });
          if (compressed.length < content.length) await writeFile(join(DIST, `${file}.br`), compressed);
        }
      },
    },
  };
}
