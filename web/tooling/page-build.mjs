import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fingerprint, Stamp } from './fingerprint.mjs';
import { DIST, inRoot } from './paths.mjs';

const INPUTS = [
  'web',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'build/wasm/core.mjs',
  'build/wasm/core.wasm',
  'build/wasm/training.mjs',
  'build/wasm/training.wasm',
];

/** The Vite command line, without a detour through npx. */
export const VITE = [process.execPath, inRoot('node_modules', 'vite', 'bin', 'vite.js')];

/**
 * Builds the page into dist/, unless nothing it is made from has changed.
 *
 * @param {import('./run.mjs').CommandLog} log
 * @param {(text: string) => void} [status]
 * @returns {Promise<boolean>} something was built
 */
export async function buildPage(log, status = () => {}) {
  const stamp = new Stamp('page');
  const key = fingerprint(INPUTS);
  if (stamp.matches(key) && existsSync(join(DIST, 'index.html'))) return false;
  stamp.clear();
  await log.mustRun([...VITE, 'build', '--config', inRoot('web', 'vite.config.ts')], { onLine: status });
  stamp.write(key);
  return true;
}
