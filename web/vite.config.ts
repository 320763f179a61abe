import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import packageJson from '../package.json' with { type: 'json' };
import { coreAliases } from './tooling/vite-plugins/aliases.ts';
import { brotliTwins } from './tooling/vite-plugins/compression.ts';
import { coreWasm, emscriptenGlue, givenCore } from './tooling/vite-plugins/core-wasm.ts';
import { declarations } from './tooling/vite-plugins/declarations.ts';
import { formulas } from './tooling/vite-plugins/formulas.ts';
import { licences } from './tooling/vite-plugins/licences.ts';
import { naiveJavascript } from './tooling/vite-plugins/naive-javascript.ts';
import { DIST, WEB } from './tooling/vite-plugins/places.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Scripts of pages, which nobody else imports. */
const PAGES = new Set(['index', 'lab']);

export default defineConfig({
  root: WEB,
  base: './',
  define: { __VERSION__: JSON.stringify(packageJson.version) },
  resolve: { alias: coreAliases },
  plugins: [
    coreWasm(),
    emscriptenGlue(),
    formulas(),
    naiveJavascript(),
    licences(),
    declarations(),
    brotliTwins(),
  ],
  worker: {
    // A sandboxed frame may not start a module from a blob.
    format: 'iife',
    plugins: () => [givenCore(), emscriptenGlue()],
    rolldownOptions: { output: { entryFileNames: 'assets/[name]-[hash].js' } },
  },
  build: {
    outDir: DIST,
    emptyOutDir: true,
    target: 'es2022',
    // Older targets replace light-dark() by variables that do not reach into shadow roots.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // The engine runs in Node and in workers too, where there is no document to preload by.
      resolveDependencies: (_file, dependencies, { hostId }) =>
        hostId.includes('activation-lab') ? [] : dependencies,
    },
    rolldownOptions: {
      input: {
        index: here('index.html'),
        lab: here('lab.html'),
        'activation-lab-element': here('src/elements/activation-lab/activation-lab.ts'),
        'activation-lab': here('src/engine/activation-lab.ts'),
        'training-session': here('src/training/training-session.ts'),
        'activation-explorer': here('src/elements/activation-explorer/activation-explorer.ts'),
        'mini-network': here('src/elements/mini-network/mini-network.ts'),
        'tensor-pipeline': here('src/elements/tensor-pipeline/tensor-pipeline.ts'),
      },
      // The modules that other pages import keep all their exports.
      preserveEntrySignatures: 'strict',
      output: {
        entryFileNames: ({ name }) => (PAGES.has(name) ? 'assets/[name]-page-[hash].js' : '[name].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
        // A few files of what several entries share: many small ones would weigh more. Earlier groups go first.
        codeSplitting: {
          groups: [
            {
              // Nothing here needs a document: the engine runs in workers and in Node too.
              name: 'engine',
              test: /\/src\/(?:engine\/(?:arguments|catalogue-index|element-wise|errors|instantiate|texts)|exchange\/decimal)\.ts$|vite\/preload-helper/,
            },
            {
              name: 'elements',
              test: /\/src\/(?:state|elements|elements\/shared|i18n)\/[\w-]+\.ts$/,
              minShareCount: 5,
            },
            { name: 'activation-lab', test: /\/src\/engine\/(?:activation-lab|lab)\.ts$/ },
            { name: 'plot', test: /\/src\/plot\//, minShareCount: 5 },
            { name: 'explorer', test: /\/src\/elements\/activation-explorer\//, minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: { fs: { allow: [here('..')] } },
});
