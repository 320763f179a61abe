import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
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

/** The ambient declarations of what Emscripten made, and where they are modules instead. */
const AMBIENT = new Map([
  ['#core', 'core.d.ts'],
  ['#training-core', 'training/core.d.ts'],
]);

/** An ambient declaration as a module, so that it takes no name from the programs that use the types. */
function asModule(ambient: string): string {
  return ambient.replace(/declare module '#[\w-]+' \{\n([\s\S]*)\}\s*$/, '$1');
}

/** @param folder of the file, relative to the types */
function withFileNames(text: string, folder: string): string {
  const named = text.replace(/'(#[\w-]+)'/g, (all, name: string) => {
    const file = AMBIENT.get(name);
    if (file === undefined) return all;
    const path = relative(folder, file.replace(/\.d\.ts$/, '')).replaceAll(sep, '/');
    return `'${path.startsWith('.') ? path : `./${path}`}'`;
  });
  return named.replace(RELATIVE_IMPORT, '$1$2$3.js$2');
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
        const ambient = [...AMBIENT.values()];
        await run(process.execPath, [
          TSC,
          ...OPTIONS,
          ...['activation-lab.ts', ...ambient].map((file) => join(engine, file)),
        ]);
        for (const file of ambient) {
          await writeFile(join(TYPES, file), asModule(await readFile(join(engine, file), 'utf8')));
        }
        for (const name of await readdir(TYPES, { recursive: true })) {
          if (!name.endsWith('.d.ts')) continue;
          const file = join(TYPES, name);
          await writeFile(file, withFileNames(await readFile(file, 'utf8'), dirname(name)));
        }
        await writeFile(join(DIST, 'activation-lab.d.ts'), "export * from './types/activation-lab.js';\n");
      },
    },
  };
}
