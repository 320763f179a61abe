import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { emscriptenEnvironment, emscriptenIdentity, requireEmscriptenVersion } from './emscripten.mjs';
import { fingerprint, Stamp } from './fingerprint.mjs';
import { inspectMachine } from './machine.mjs';
import { inRoot, ROOT } from './paths.mjs';

/**
 * @typedef {import('./run.mjs').CommandLog} CommandLog
 * @typedef {(text: string) => void} Status
 *
 * @typedef {object} CMakeBuild
 * @property {string} folder under build/
 * @property {readonly string[]} configure the configure command
 * @property {string} [identity] whatever else, beside the command and the presets, asks for a new configuration
 * @property {NodeJS.ProcessEnv} [env]
 */

/** @param {'native' | 'sanitize'} preset @returns {CMakeBuild} a native build in which warnings are errors */
export const nativeBuild = (preset) => ({
  folder: preset,
  configure: ['cmake', '--preset', preset, '-G', 'Ninja', '-DACTIVATION_LAB_WERROR=ON'],
});

/** @returns {CMakeBuild} */
export function wasmBuild() {
  // doctest is needed by `npm test` only: a machine without it builds the core alone.
  const tests = inspectMachine(['doctest']).missing.length === 0 ? 'ON' : 'OFF';
  // Elsewhere a newer compiler with new warnings shall not keep anyone from the page.
  const warningsAreErrors = process.env.CI ? 'ON' : 'OFF';
  return {
    folder: 'wasm',
    configure: [
      ...['emcmake', 'cmake', '--preset', 'wasm', '-G', 'Ninja'],
      `-DCMAKE_CROSSCOMPILING_EMULATOR=${process.execPath}`,
      `-DACTIVATION_LAB_TESTS=${tests}`,
      `-DACTIVATION_LAB_WERROR=${warningsAreErrors}`,
    ],
    identity: emscriptenIdentity(),
    env: emscriptenEnvironment(),
  };
}

/**
 * @param {readonly string[]} configure a configure command
 * @param {string} cache content of a CMakeCache.txt
 * @returns {boolean} the cache holds every option of the command, which nobody changed by hand meanwhile
 */
export function holdsOptions(configure, cache) {
  const entries = new Map([...cache.matchAll(/^(\w+):\w+=(.*)$/gm)].map(([, name, value]) => [name, value]));
  return configure
    .map((argument) => /^-D(\w+)=(.*)$/.exec(argument))
    .every((option) => option === null || entries.get(option[1]) === option[2]);
}

/**
 * Configures if the presets, the command or the compiler changed; CMake sees its other inputs itself.
 *
 * @param {CMakeBuild} build
 * @param {CommandLog} log
 * @param {Status} [status]
 */
export async function configureCpp(
  { folder, configure, identity = '', env = process.env },
  log,
  status = () => {},
) {
  const stamp = new Stamp(`configure-${folder.replaceAll('/', '-')}`);
  const key = fingerprint(['CMakePresets.json'], [ROOT, ...configure, identity]);
  const cache = inRoot('build', folder, 'CMakeCache.txt');
  const isConfigured = existsSync(inRoot('build', folder, 'build.ninja')) && existsSync(cache);
  if (isConfigured && stamp.matches(key) && holdsOptions(configure, readFileSync(cache, 'utf8'))) return;
  stamp.clear();
  rmSync(cache, { force: true });
  rmSync(inRoot('build', folder, 'CMakeFiles'), { recursive: true, force: true });
  status('configuring with CMake');
  await log.mustRun(configure, { env, onLine: status });
  stamp.write(key);
}

/**
 * Builds what changed.
 *
 * @param {CMakeBuild} build
 * @param {readonly string[]} targets empty: all
 * @param {CommandLog} log
 * @param {Status} [status]
 * @returns {Promise<boolean>} something was built
 */
export async function buildCpp(build, targets, log, status = () => {}) {
  await configureCpp(build, log, status);
  const jobs = String(availableParallelism());
  const command = ['cmake', '--build', inRoot('build', build.folder), '--parallel', jobs];
  const target = targets.length > 0 ? ['--target', ...targets] : [];
  const output = await log.mustRun([...command, ...target], {
    env: build.env ?? process.env,
    onLine: status,
  });
  return !output.includes('ninja: no work to do');
}

/**
 * Builds the WebAssembly core without and with the network engine: core and training, .mjs and .wasm, in build/wasm.
 *
 * @param {CommandLog} log
 * @param {Status} [status]
 * @returns {Promise<boolean>} something was built
 */
export async function buildCore(log, status) {
  const build = wasmBuild();
  const stamp = new Stamp('emscripten-version');
  const identity = build.identity ?? '';
  if (!stamp.matches(identity)) {
    const { stdout } = spawnSync('emcc', ['--version'], { encoding: 'utf8', env: build.env });
    requireEmscriptenVersion(stdout);
    stamp.write(identity);
  }
  return buildCpp(build, ['core', 'training'], log, status);
}
