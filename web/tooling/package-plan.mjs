import { SYSTEM_PACKAGES } from './packages.mjs';

/**
 * @typedef {import('./packages.mjs').PackageKey} PackageKey
 * @typedef {import('./packages.mjs').PackageManager} PackageManager
 * @typedef {import('./packages.mjs').SystemPackage} SystemPackage
 * @typedef {import('./machine.mjs').MachineFacts} MachineFacts
 *
 * @typedef {{ action: 'none' }
 *   | { action: 'install', packages: readonly string[], askPassword: boolean, commands: readonly (readonly string[])[] }
 *   | { action: 'refuse', message: string }} PackagePlan
 */

/** @type {Readonly<Record<PackageManager, string>>} */
const INSTALL_COMMANDS = {
  apt: 'as root: apt-get install --no-install-recommends',
  dnf: 'as root: dnf install',
  pacman: 'as root: pacman -S --needed',
  brew: 'brew install',
};

/** @type {Readonly<Record<PackageManager, string>>} */
const SYSTEM_NAMES = { apt: 'Debian, Ubuntu', dnf: 'Fedora', pacman: 'Arch Linux', brew: 'macOS' };

/** @param {readonly PackageKey[]} keys @param {PackageManager} manager @param {string} [distribution] */
export function packageNames(keys, manager, distribution = '') {
  const names = keys.map((key) => {
    /** @type {SystemPackage} */
    const { names, ubuntuName } = SYSTEM_PACKAGES[key];
    return manager === 'apt' && distribution === 'ubuntu' && ubuntuName ? ubuntuName : names[manager];
  });
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** @param {MachineFacts} facts */
function whatToInstall({ missing, packageManager, distribution }) {
  const managers = packageManager
    ? [packageManager]
    : /** @type {PackageManager[]} */ (Object.keys(INSTALL_COMMANDS));
  return [
    ...missing.map((key) => `  ${SYSTEM_PACKAGES[key].names.apt}: needed to ${SYSTEM_PACKAGES[key].purpose}`),
    '',
    ...managers.map((manager) => {
      const system = packageManager ? '' : `  (${SYSTEM_NAMES[manager]})`;
      return `  ${INSTALL_COMMANDS[manager]} ${packageNames(missing, manager, distribution).join(' ')}${system}`;
    }),
  ].join('\n');
}

/**
 * @param {MachineFacts} facts
 * @returns {PackagePlan}
 */
export function planPackages(facts) {
  if (facts.missing.length === 0) return { action: 'none' };
  if (facts.platform === 'win32') {
    return {
      action: 'refuse',
      message:
        'Windows itself is not supported: run the same command inside WSL (https://learn.microsoft.com/windows/wsl).',
    };
  }
  const list = whatToInstall(facts);
  if (facts.packageManager !== 'apt') {
    return {
      action: 'refuse',
      message: `Please install these packages, then run the command again:\n\n${list}`,
    };
  }
  if (facts.privilege === 'none') {
    return {
      action: 'refuse',
      message: `Packages are missing, and installing them needs root or sudo. Please have them installed, then run the command again:\n\n${list}`,
    };
  }
  const packages = packageNames(facts.missing, 'apt', facts.distribution);
  const asRoot = facts.privilege === 'root' ? [] : ['sudo', '-n'];
  // A machine that has just started often holds the lock for its own updates.
  const aptGet = [
    ...asRoot,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-o',
    'DPkg::Lock::Timeout=300',
  ];
  return {
    action: 'install',
    packages,
    askPassword: facts.privilege === 'sudo-with-password',
    commands: [
      [...aptGet, 'update'],
      [...aptGet, 'install', '--yes', '--no-install-recommends', ...packages],
    ],
  };
}
