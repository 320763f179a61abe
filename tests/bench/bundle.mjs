import { build } from 'vite';
import { inRoot } from '../../web/tooling/paths.mjs';
import { SUITES } from './names.mjs';

const OUTPUTS = /** @type {const} */ ({
  // What Emscripten made for TensorFlow.js asks for __dirname in Node.js.
  node: { format: 'cjs', extension: 'cjs' },
  chromium: { format: 'es', extension: 'mjs' },
});

/** @typedef {Record<import('./names.mjs').SuiteName, string>} Entries by suite, relative to the root of the repository */

/**
 * Both engines get a bundle: the gradients of TensorFlow.js come as modules that Node.js cannot import as they are.
 *
 * @param {keyof typeof OUTPUTS} engine
 * @returns {Promise<Entries>}
 */
export async function bundleSuites(engine) {
  const folder = `build/bench/${engine}`;
  const { format, extension } = OUTPUTS[engine];
  await build({
    configFile: false,
    root: inRoot(),
    logLevel: 'error',
    publicDir: false,
    base: './',
    ssr: { noExternal: [/^@tensorflow\//] },
    build: {
      ssr: engine === 'node',
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      rolldownOptions: {
        input: Object.fromEntries(
          SUITES.map((suite) => [suite, inRoot('tests', 'bench', suite, 'workload.mjs')]),
        ),
        preserveEntrySignatures: 'strict',
        output: {
          format,
          entryFileNames: `[name].${extension}`,
          chunkFileNames: `[name]-[hash].${extension}`,
        },
      },
    },
  });
  const entries = SUITES.map((suite) => [suite, `${folder}/${suite}.${extension}`]);
  return /** @type {Entries} */ (Object.fromEntries(entries));
}
