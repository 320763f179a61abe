import { build } from 'vite';
import { inRoot } from '../../web/tooling/paths.mjs';

const OUTPUTS = /** @type {const} */ ({
  // What Emscripten made for TensorFlow.js asks for __dirname in Node.js.
  node: { format: 'cjs', extension: 'cjs' },
  chromium: { format: 'es', extension: 'mjs' },
});

/**
 * Both engines get a bundle: the gradients of TensorFlow.js come as modules that Node.js cannot import as they are.
 *
 * @param {keyof typeof OUTPUTS} engine
 * @returns {Promise<string>} the entry, relative to the root of the repository
 */
export async function bundleWorkload(engine) {
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
        input: inRoot('tests/bench/workload.mjs'),
        preserveEntrySignatures: 'strict',
        output: {
          format,
          entryFileNames: `workload.${extension}`,
          chunkFileNames: `[name]-[hash].${extension}`,
        },
      },
    },
  });
  return `${folder}/workload.${extension}`;
}
