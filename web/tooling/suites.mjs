import process from 'node:process';
import { analyse } from './clang-tidy.mjs';
import { checkFormat } from './code-format.mjs';
import { buildCore, buildCpp, nativeBuild, wasmBuild } from './core-build.mjs';
import { checkHashes } from './golden-hashes.mjs';
import { BUILD_PACKAGES } from './packages.mjs';
import { buildPage } from './page-build.mjs';
import { inRoot } from './paths.mjs';
import { tally } from './tally.mjs';

/**
 * @typedef {import('./packages.mjs').PackageKey} PackageKey
 * @typedef {import('./run.mjs').CommandLog} CommandLog
 * @typedef {import('./tally.mjs').Tally} Tally
 *
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} title
 * @property {readonly PackageKey[]} packages what it needs of the system
 * @property {readonly string[]} after suites whose result it needs
 * @property {(log: CommandLog, status: (text: string) => void) => Promise<Tally>} run may also throw, which is one
 *   failure
 */

/** @param {string} program @param {...string} args a program of node_modules */
const node = (program, ...args) => [process.execPath, inRoot(program), ...args];

/** @param {CommandLog} log @param {readonly string[]} command @param {(text: string) => void} status */
async function count(log, command, status) {
  const { output, code } = await log.run(command, { onLine: status });
  return tally(output, code);
}

const ONE = { passed: 1, failed: 0 };

/** @param {() => import('./core-build.mjs').CMakeBuild} build @returns {Suite['run']} */
const doctest = (build) => async (log, status) => {
  const cmakeBuild = build();
  await buildCpp(cmakeBuild, [], log, status);
  return count(
    log,
    ['ctest', '--test-dir', inRoot('build', cmakeBuild.folder), '--verbose', '--no-tests=error'],
    status,
  );
};

/** @type {readonly Suite[]} in the order in which they run */
export const SUITES = [
  {
    name: 'format',
    title: 'layout and lint (clang-format, Biome)',
    packages: ['clangFormat'],
    after: [],
    run: checkFormat,
  },
  {
    name: 'types',
    title: 'types (TypeScript)',
    packages: [],
    after: [],
    run: (log, status) => count(log, node('node_modules/typescript/bin/tsc', '--noEmit'), status),
  },
  {
    name: 'native',
    title: 'C++ tests, optimised by GCC',
    packages: ['cmake', 'ninja', 'gcc', 'doctest'],
    after: [],
    run: doctest(() => nativeBuild('native')),
  },
  {
    name: 'sanitize',
    title: 'C++ tests under the address and undefined-behaviour sanitizers of Clang',
    packages: ['cmake', 'ninja', 'clang', 'sanitizers', 'doctest'],
    after: [],
    run: doctest(() => nativeBuild('sanitize')),
  },
  {
    name: 'tidy',
    title: 'static analysis of the C++ sources (clang-tidy)',
    packages: ['cmake', 'ninja', 'gcc', 'doctest', 'clangTidy'],
    after: [],
    run: analyse,
  },
  {
    name: 'core',
    title: 'core compiled to WebAssembly',
    packages: BUILD_PACKAGES,
    after: [],
    async run(log, status) {
      await buildCore(log, status);
      return ONE;
    },
  },
  {
    name: 'wasm',
    title: 'C++ tests as WebAssembly, in Node.js',
    packages: [...BUILD_PACKAGES, 'doctest'],
    after: ['core'],
    run: doctest(wasmBuild),
  },
  {
    name: 'determinism',
    title: 'same bits from every compiler',
    packages: [...BUILD_PACKAGES, 'gcc', 'clang'],
    after: ['core'],
    run: checkHashes,
  },
  {
    name: 'web',
    title: 'unit tests of the page and of these tools (Vitest)',
    packages: [],
    after: ['core'],
    run: (log, status) =>
      count(log, node('node_modules/vitest/vitest.mjs', 'run', '--config', 'web/vitest.config.ts'), status),
  },
  {
    name: 'page',
    title: 'production build of the page',
    packages: [],
    after: ['core'],
    async run(log, status) {
      await buildPage(log, status);
      return ONE;
    },
  },
  {
    name: 'browser',
    title: 'the page in Chromium',
    packages: ['chromium', 'chineseFont'],
    after: ['page'],
    run: (log, status) => count(log, node('tests/browser/run.mjs'), status),
  },
];

/**
 * @param {readonly string[] | null} names null: all
 * @returns {readonly Suite[]} these suites and those they need, in the order in which they run
 * @throws {Error} naming a suite that does not exist
 */
export function selectSuites(names) {
  if (names === null) return SUITES;
  const selected = new Set();
  /** @param {string} name */
  const select = (name) => {
    const suite = SUITES.find((candidate) => candidate.name === name);
    if (!suite) {
      throw new Error(
        `There is no suite "${name}". There are: ${SUITES.map((known) => known.name).join(', ')}.`,
      );
    }
    selected.add(suite);
    suite.after.forEach(select);
  };
  names.forEach(select);
  return SUITES.filter((suite) => selected.has(suite));
}
