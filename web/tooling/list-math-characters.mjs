import { writeFile } from 'node:fs/promises';
import { runnerImport } from 'vite';

/** @type {{ module: typeof import('./vite-plugins/typeset-catalogue.ts') }} */
const { module } = await runnerImport('./web/tooling/vite-plugins/typeset-catalogue.ts', {
  configFile: false,
});
await writeFile(
  module.MATH_CHARACTERS,
  `${module.charactersOf(await module.typesetCatalogue()).join('\n')}\n`,
);
