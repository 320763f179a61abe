import { filesIn } from './fingerprint.mjs';
import { whyNotUsed } from './llvm-tools.mjs';
import { inRoot } from './paths.mjs';

/** @typedef {import('./run.mjs').CommandLog} CommandLog */

const BIOME = inRoot('node_modules', '.bin', 'biome');

const cppSources = () =>
  ['cpp', 'tests/cpp'].flatMap((folder) => filesIn(inRoot(folder))).filter((path) => /\.(h|cpp)$/.test(path));

/** @param {CommandLog} log @returns {Promise<import('./tally.mjs').Tally>} */
export async function checkFormat(log) {
  const codes = [(await log.run([BIOME, 'ci', '--max-diagnostics=200'])).code];
  const note = whyNotUsed('clang-format');
  if (!note) codes.push((await log.run(['clang-format', '--dry-run', '-Werror', ...cppSources()])).code);
  const passed = codes.filter((code) => code === 0).length;
  return { passed, failed: codes.length - passed, note };
}

/** @param {CommandLog} log @returns {Promise<string>} what was left out, or an empty string */
export async function fixFormat(log) {
  await log.mustRun([BIOME, 'check', '--write']);
  const note = whyNotUsed('clang-format');
  if (!note) await log.mustRun(['clang-format', '-i', ...cppSources()]);
  return note;
}
