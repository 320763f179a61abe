import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { SYSTEM_PACKAGES } from './packages.mjs';

/**
 * The part of the operating system that the set-up looks at; tests hand in an imaginary one.
 *
 * @typedef {object} Host
 * @property {NodeJS.ProcessEnv} env
 * @property {string} platform as `process.platform`
 * @property {boolean} isRoot
 * @property {boolean} isInteractive somebody can type a password
 * @property {(path: string) => boolean} exists
 * @property {(path: string) => boolean} isExecutable
 * @property {(path: string) => string | null} readText
 * @property {(command: string, args: readonly string[], input?: string) => string | null} run
 *   standard output, or null when the command is missing or fails
 *
 * @typedef {import('./packages.mjs').PackageKey} PackageKey
 * @typedef {import('./packages.mjs').PackageManager} PackageManager
 *
 * @typedef {object} MachineFacts
 * @property {string} platform
 * @property {string} distribution `ID` of /etc/os-release, or an empty string
 * @property {PackageManager | null} packageManager
 * @property {'root' | 'sudo' | 'sudo-with-password' | 'none'} privilege
 * @property {readonly PackageKey[]} missing
 */

/** @type {Readonly<Record<PackageManager, string>>} */
const PACKAGE_MANAGER_COMMANDS = { apt: 'apt-get', dnf: 'dnf', pacman: 'pacman', brew: 'brew' };

/** @returns {Host} */
export function thisHost() {
  return {
    env: process.env,
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    isInteractive: Boolean(process.stdin.isTTY && process.stdout.isTTY),
    exists: existsSync,
    isExecutable(path) {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    },
    readText: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : null),
    run(command, args, input) {
      const result = spawnSync(command, args, {
        encoding: 'utf8',
        ...(input === undefined ? {} : { input }),
      });
      return result.status === 0 ? result.stdout : null;
    },
  };
}

/** @param {string} command @param {Host} host @returns {string | null} its path */
export function findOnPath(command, host) {
  for (const folder of (host.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, command);
    if (folder && host.isExecutable(path)) return path;
  }
  return null;
}

/** @param {PackageKey} key @param {Host} host */
function isPresent(key, host) {
  /** @type {import('./packages.mjs').SystemPackage} */
  const { commands = [], files = [], probe } = SYSTEM_PACKAGES[key];
  if (commands.some((command) => findOnPath(command, host)) || files.some((file) => host.exists(file)))
    return true;
  if (!probe || !findOnPath(probe.command, host)) return false;
  const output = host.run(probe.command, probe.args, probe.input);
  return output !== null && (probe.output?.test(output) ?? true);
}

/** @param {Host} host @returns {MachineFacts['privilege']} */
function privilege(host) {
  if (host.isRoot) return 'root';
  if (!findOnPath('sudo', host)) return 'none';
  if (host.run('sudo', ['-n', 'true']) !== null) return 'sudo';
  return host.isInteractive ? 'sudo-with-password' : 'none';
}

/**
 * @param {readonly PackageKey[]} required
 * @param {Host} [host]
 * @returns {MachineFacts}
 */
export function inspectMachine(required, host = thisHost()) {
  const managers = /** @type {PackageManager[]} */ (Object.keys(PACKAGE_MANAGER_COMMANDS));
  const missing = required.filter((key) => !isPresent(key, host));
  return {
    platform: host.platform,
    distribution: /^ID="?([^"\n]+)/m.exec(host.readText('/etc/os-release') ?? '')?.[1] ?? '',
    packageManager: managers.find((name) => findOnPath(PACKAGE_MANAGER_COMMANDS[name], host)) ?? null,
    // Asking sudo leaves a trace in the system's log, so it is asked only when something is to be installed.
    privilege: missing.length > 0 ? privilege(host) : 'none',
    missing,
  };
}
