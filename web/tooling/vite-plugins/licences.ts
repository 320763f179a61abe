import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { LICENCE, MATH_FONT_LICENCE } from './places.ts';

const PACKAGE_FOLDER = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

async function packageLicence(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? '' : await readFile(join(folder, file), 'utf8');
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}

/** The licence of this project and those of everything that ended up in the bundle. */
export function licences(): Plugin {
  return {
    name: 'licences',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((output) =>
        output.type === 'chunk' ? output.moduleIds : [],
      );
      const folders = modules.flatMap((id) => PACKAGE_FOLDER.exec(id)?.[0] ?? []);
      const packages = [...new Set(folders)]
        .filter((folder) => existsSync(join(folder, 'package.json')))
        .sort();
      const texts = [
        ...(await Promise.all(packages.map(packageLicence))),
        await readFile(MATH_FONT_LICENCE, 'utf8'),
      ];
      const source = texts.join(`\n${'-'.repeat(72)}\n\n`);
      this.emitFile({ type: 'asset', fileName: 'LICENSE.txt', source: await readFile(LICENCE, 'utf8') });
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENSES.txt', source });
    },
  };
}
