import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import viteConfig from './vite.config.ts';

const ELEMENT_TESTS = ['tests/web/{elements,shell}/**/*.test.ts'];

export default mergeConfig(
  viteConfig,
  defineConfig({
    root: fileURLToPath(new URL('..', import.meta.url)),
    test: {
      projects: [
        {
          extends: true,
          test: {
            name: 'node',
            include: ['tests/web/**/*.test.ts', 'tests/tooling/**/*.test.mjs'],
            exclude: ELEMENT_TESTS,
          },
        },
        { extends: true, test: { name: 'elements', environment: 'happy-dom', include: ELEMENT_TESTS } },
      ],
    },
  }),
);
