import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';
import { DIST, WEB } from './places.ts';

const run = promisify(execFile);
const TYPES = join(DIST, 'types');
const RELATIVE_IMPORT = /(from\s+|import\()(['"])(\.{1,2}\/[^'"]+?)(?:\.ts)?\2/g;
const TSC = join(WEB, '../node_modules/typescript/bin/tsc');

const OPTIONS = [
  ['--ignoreConfig'],
  ['--declaration', '--emitDeclarationOnly', '--skipLibCheck', '--strict'],
  ['--allowImportingTsExtensions', '--exactOptionalPropertyTypes'],
  [
    '--target',
    'ES2022',
    '--module',
    'ESNext',
    '--moduleResolution',
    'bundler',
    '--lib',
    'ES2024,DOM',
    '--types',
    'node',
  ],
  ['--outDir', TYPES],
].flat();

/** The ambient declaration of `#core` as a module, so that it takes no name from the programs that use the types. */
function asModule(ambient: string): string {
  return ambient.replace(/declare module '#core' \{\n([\s\S]*)\}\s*$/, '$1');
}

/** `activation-lab.d.ts` beside `activation-lab.js`. File names in imports are complete, so every module resolution finds them. */
export function declarations(): Plugin {
  return {
    name: 'declarations',
    apply: 'build',
    closeBundle: {
      sequential: true,
      async handler() {
        await rm(TYPES, { recursive: true, force: true });
        await mkdir(TYPES, { recursive: true });
        const engine = join(WEB, 'src/engine');
        await run(process.execPath, [
          TSC,
          ...OPTIONS,
          join(engine, 'activation-lab.ts'),
          join(engine, 'core.d.ts'),
        ]);
        for (const name of await readdir(TYPES)) {
          const file = join(TYPES, name);
          const text = (await readFile(file, 'utf8')).replaceAll("'#core'", "'./core'");
          await writeFile(file, text.replace(RELATIVE_IMPORT, '$1$2$3.js$2'));
        }
        await writeFile(
          join(TYPES, 'core.d.ts'),
          asModule(await readFile(join(engine, 'core.d.ts'), 'utf8')),
        );
        await writeFile(join(DIST, 'activation-lab.d.ts'), "export * from './types/activation-lab.js';\n");
      },
    },
  };
}
