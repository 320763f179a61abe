import { describe, expect, it } from 'vitest';
import { packageNames, planPackages } from '../../web/tooling/package-plan.mjs';
import { BUILD_PACKAGES, SYSTEM_PACKAGES } from '../../web/tooling/packages.mjs';

/**
 * @param {Partial<import('../../web/tooling/machine.mjs').MachineFacts>} facts
 * @returns {import('../../web/tooling/machine.mjs').MachineFacts} a bare Debian with these facts
 */
const machine = (facts) => ({
  platform: 'linux',
  distribution: 'debian',
  packageManager: 'apt',
  privilege: 'root',
  missing: BUILD_PACKAGES,
  ...facts,
});

describe('planPackages', () => {
  it('does nothing when nothing is missing', () => {
    expect(planPackages(machine({ missing: [] }))).toEqual({ action: 'none' });
  });

  it('installs all that is missing in one go as root', () => {
    const plan = planPackages(machine({}));
    expect(plan).toMatchObject({ action: 'install', askPassword: false });
    const commands = plan.action === 'install' ? plan.commands.map((command) => command.join(' ')) : [];
    expect(commands).toEqual([
      'env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 update',
      'env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install --yes --no-install-recommends emscripten cmake ninja-build',
    ]);
  });

  it.each([
    { privilege: /** @type {const} */ ('sudo'), askPassword: false },
    { privilege: /** @type {const} */ ('sudo-with-password'), askPassword: true },
  ])('uses sudo: $privilege', ({ privilege, askPassword }) => {
    const plan = planPackages(machine({ privilege, missing: ['cmake'] }));
    expect(plan).toMatchObject({ action: 'install', packages: ['cmake'], askPassword });
    if (plan.action === 'install') for (const command of plan.commands) expect(command[0]).toBe('sudo');
  });

  it('names what to install, and why, without root and sudo', () => {
    const plan = planPackages(machine({ privilege: 'none', missing: ['emscripten', 'ninja'] }));
    expect(plan.action).toBe('refuse');
    const message = plan.action === 'refuse' ? plan.message : '';
    expect(message).toContain('emscripten: needed to compile the C++ core to WebAssembly');
    expect(message).toContain('as root: apt-get install --no-install-recommends emscripten ninja-build');
    expect(message).not.toContain('dnf');
  });

  it.each([
    {
      packageManager: /** @type {const} */ ('dnf'),
      command: 'as root: dnf install cmake gcc-c++ doctest-devel',
    },
    {
      packageManager: /** @type {const} */ ('pacman'),
      command: 'as root: pacman -S --needed cmake gcc doctest',
    },
    { packageManager: /** @type {const} */ ('brew'), command: 'brew install cmake gcc doctest' },
  ])('names the command of $packageManager', ({ packageManager, command }) => {
    const plan = planPackages(machine({ packageManager, missing: ['cmake', 'gcc', 'doctest'] }));
    expect(plan.action === 'refuse' && plan.message).toContain(command);
  });

  it('names every command where no package manager is known', () => {
    const plan = planPackages(machine({ packageManager: null }));
    const message = plan.action === 'refuse' ? plan.message : '';
    for (const command of ['apt-get install', 'dnf install', 'pacman -S', 'brew install']) {
      expect(message).toContain(command);
    }
  });

  it('sends Windows to WSL', () => {
    const plan = planPackages(machine({ platform: 'win32', packageManager: null }));
    expect(plan.action === 'refuse' && plan.message).toContain('WSL');
  });
});

describe('packageNames', () => {
  it('names a package once that holds several tools', () => {
    expect(packageNames(['clangFormat', 'clangTidy'], 'dnf')).toEqual(['clang-tools-extra']);
  });

  it('leaves out what a system brings along', () => {
    expect(packageNames(['chineseFont'], 'brew')).toEqual([]);
  });

  it('knows where Ubuntu differs from Debian', () => {
    expect(packageNames(['chromium'], 'apt', 'debian')).toEqual(['chromium']);
    expect(packageNames(['chromium'], 'apt', 'ubuntu')).toEqual(['chromium-browser']);
  });

  it('has a Debian name for every package', () => {
    for (const { names } of Object.values(SYSTEM_PACKAGES)) expect(names.apt).toMatch(/^[a-z0-9+.-]+$/);
  });
});
