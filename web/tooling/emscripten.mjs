import { realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { findOnPath, thisHost } from './machine.mjs';
import { MINIMUM_EMSCRIPTEN } from './packages.mjs';

/**
 * The environment in which emcc works, whatever started this process.
 *
 * @param {import('./machine.mjs').Host} [host]
 * @returns {NodeJS.ProcessEnv}
 */
export function emscriptenEnvironment(host = thisHost()) {
  // npm exports NODE, which emcc would take for its own Node.js.
  const { NODE, ...env } = host.env;
  // Debian's emcc needs Debian's acorn, where only Debian's own Node.js would look for it.
  if (host.exists('/usr/share/emscripten') && host.exists('/usr/share/nodejs/acorn')) {
    env.NODE_PATH = [env.NODE_PATH, '/usr/share/nodejs'].filter(Boolean).join(delimiter);
  }
  return env;
}

/** @param {string} version @param {string} minimum both as `3.1.6` */
export function isAtLeast(version, minimum) {
  const wanted = minimum.split('.').map(Number);
  const found = version.split('.').map(Number);
  const index = wanted.findIndex((part, i) => part !== found[i]);
  return index === -1 || (found[index] ?? 0) > (wanted[index] ?? 0);
}

/**
 * @param {string | null} versionOutput what `emcc --version` says
 * @throws {Error} when it does not work or is too old
 */
export function requireEmscriptenVersion(versionOutput) {
  const version = /\b(\d+\.\d+\.\d+)/.exec(versionOutput ?? '')?.[1];
  if (!version)
    throw new Error('emcc is there but `emcc --version` fails; please repair or reinstall Emscripten.');
  if (!isAtLeast(version, MINIMUM_EMSCRIPTEN)) {
    throw new Error(
      `Emscripten ${version} is too old: ${MINIMUM_EMSCRIPTEN} or newer is needed. ` +
        'Install a current one from https://emscripten.org/docs/getting_started/downloads.html and put emcc on PATH.',
    );
  }
}

/** Changes when emcc is upgraded or replaced; much cheaper than asking emcc for its version. */
export function emscriptenIdentity(host = thisHost()) {
  const emcc = findOnPath('emcc', host);
  if (!emcc) return 'no emcc';
  const path = realpathSync(emcc);
  const version = host.readText(join(dirname(path), 'emscripten-version.txt'));
  return `${path} ${version ?? statSync(path).mtimeMs}`;
}
