import { readFile } from 'node:fs/promises';
import { runnerImport } from 'vite';
import type { Catalogue } from '../../src/engine/catalogue.ts';
import { coreAliases } from './aliases.ts';
import { CORE_WASM, WEB } from './places.ts';

type Engine = typeof import('../../src/engine/activation-lab.ts');

/** What the built core says of itself, asked in Node. */
export async function coreCatalogue(): Promise<Catalogue> {
  const { module } = await runnerImport<Engine>(`${WEB}/src/engine/activation-lab.ts`, {
    configFile: false,
    resolve: { alias: coreAliases },
  });
  const lab = await module.loadLab({ wasm: await readFile(CORE_WASM) });
  return lab.catalogue;
}
