import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { buildCpp, wasmBuild } from './core-build.mjs';
import { inRoot } from './paths.mjs';

/**
 * @typedef {import('./run.mjs').CommandLog} CommandLog
 * @typedef {(text: string) => void} Status
 * @typedef {Map<string, string>} Hashes name to hash
 */

const GOLDEN = inRoot('tests', 'golden', 'hashes.txt');

/** The scenes that the hashes of networks belong to, for programs outside of the core. */
const SCENES = inRoot('tests', 'golden', 'scenes.json');

const HOW_TO_UPDATE = 'If other bits are meant, `npm run determinism -- --update` writes it anew.';

/** @param {string} folder under build/ @param {string} program @returns {string} its path */
const tool = (folder, program) => inRoot('build', folder, 'cpp', 'tools', program);

/** Compilers and optimisation levels that fuse, reorder and vectorise in different ways. */
const NATIVE_BUILDS = [
  { name: 'g++ -O0', folder: 'determinism/gcc-O0', compiler: 'g++', flags: '-O0' },
  {
    name: 'g++ -O3 -march=native',
    folder: 'determinism/gcc-O3',
    compiler: 'g++',
    flags: '-O3 -march=native',
  },
  { name: 'clang++ -O0', folder: 'determinism/clang-O0', compiler: 'clang++', flags: '-O0' },
  { name: 'clang++ -O3', folder: 'determinism/clang-O3', compiler: 'clang++', flags: '-O3' },
];

/** @param {string} text lines `name hash` @returns {Hashes} */
export function parseHashes(text) {
  return new Map(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const split = line.lastIndexOf(' ');
        return [line.slice(0, split).trim(), line.slice(split + 1)];
      }),
  );
}

/** @param {Hashes} expected @param {Hashes} found @returns {string[]} a sentence for each name that differs */
export function differences(expected, found) {
  const names = [...new Set([...expected.keys(), ...found.keys()])].sort();
  return names
    .filter((name) => expected.get(name) !== found.get(name))
    .map((name) => {
      if (!expected.has(name)) return `${name} is not in the golden file; found ${found.get(name)}`;
      if (!found.has(name)) return `${name} is missing; expected ${expected.get(name)}`;
      return `${name} differs: expected ${expected.get(name)}, found ${found.get(name)}`;
    });
}

/**
 * Builds `print_hashes` with every compiler, and as WebAssembly, and runs it.
 *
 * @param {CommandLog} log
 * @param {Status} status
 * @returns {Promise<{ name: string, hashes: Hashes }[]>}
 */
async function hashesOfAllBuilds(log, status) {
  const results = [];
  for (const { name, folder, compiler, flags } of NATIVE_BUILDS) {
    const binaryFolder = inRoot('build', folder);
    const configure = [
      ...['cmake', '-S', inRoot(), '-B', binaryFolder, '-G', 'Ninja', '-DCMAKE_BUILD_TYPE=Release'],
      `-DCMAKE_CXX_COMPILER=${compiler}`,
      `-DCMAKE_CXX_FLAGS_RELEASE=${flags}`,
      '-DACTIVATION_LAB_TESTS=OFF',
    ];
    await buildCpp({ folder, configure }, ['print_hashes'], log, status);
    results.push({ name, hashes: parseHashes(await log.mustRun([tool(folder, 'print_hashes')])) });
  }
  await buildCpp(wasmBuild(), ['print_hashes', 'print_scenes'], log, status);
  const output = await log.mustRun([process.execPath, tool('wasm', 'print_hashes.js')]);
  results.push({ name: 'WebAssembly', hashes: parseHashes(output) });
  return results;
}

/**
 * Compares the hashes of every build with the golden file.
 *
 * @param {CommandLog} log
 * @param {Status} status
 * @returns {Promise<import('./tally.mjs').Tally>} one test for each name in each build
 */
export async function checkHashes(log, status) {
  const golden = parseHashes(existsSync(GOLDEN) ? readFileSync(GOLDEN, 'utf8') : '');
  if (golden.size === 0) throw new Error(`tests/golden/hashes.txt holds no hash. ${HOW_TO_UPDATE}`);
  const total = { passed: 0, failed: 0 };
  for (const { name, hashes } of await hashesOfAllBuilds(log, status)) {
    const differing = differences(golden, hashes);
    for (const difference of differing) log.write(`${name}: ${difference}\n`);
    total.failed += differing.length;
    total.passed += [...golden].filter(([key, hash]) => hashes.get(key) === hash).length;
  }
  if (total.failed > 0) log.write(`${HOW_TO_UPDATE}\n`);
  return total;
}

/**
 * Writes the golden files anew, after a change of a formula or of a scene that is meant.
 *
 * @param {CommandLog} log
 * @param {Status} status
 * @returns {Promise<number>} how many hashes there are
 * @throws {Error} when the builds do not agree with each other
 */
export async function updateHashes(log, status) {
  const [reference, ...others] = await hashesOfAllBuilds(log, status);
  if (!reference) throw new Error('There is no build to take hashes from.');
  for (const { name, hashes } of others) {
    const differing = differences(reference.hashes, hashes);
    if (differing.length > 0)
      throw new Error(`${name} and ${reference.name} differ:\n${differing.join('\n')}`);
  }
  const lines = [...reference.hashes].map(([name, hash]) => `${name} ${hash}\n`);
  writeFileSync(GOLDEN, lines.join(''));
  writeFileSync(SCENES, await log.mustRun([process.execPath, tool('wasm', 'print_scenes.js')]));
  return reference.hashes.size;
}
