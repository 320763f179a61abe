import { describe, expect, it } from 'vitest';
import { findOnPath, inspectMachine } from '../../web/tooling/machine.mjs';
import { imaginaryHost } from './support/imaginary-host.mjs';

const CLANG_SANITIZES = 'clang++ -fsanitize=address,undefined -x c++ - -o /dev/null';

describe('findOnPath', () => {
  it('gives the path of a command, or null', () => {
    const host = imaginaryHost({ commands: ['cmake'] });
    expect(findOnPath('cmake', host)).toBe('/usr/bin/cmake');
    expect(findOnPath('ninja', host)).toBeNull();
  });

  it('ignores empty entries of PATH and a PATH that is not set', () => {
    const host = imaginaryHost({ commands: ['cmake'], env: { PATH: '::/usr/bin' } });
    expect(findOnPath('cmake', host)).toBe('/usr/bin/cmake');
    const { PATH, ...env } = host.env;
    expect(findOnPath('cmake', { ...host, env })).toBeNull();
  });
});

describe('inspectMachine', () => {
  it('finds everything missing on a bare Debian', () => {
    const host = imaginaryHost({
      commands: ['apt-get'],
      files: { '/etc/os-release': 'NAME="Debian GNU/Linux"\nID=debian\n' },
      isRoot: true,
    });
    expect(inspectMachine(['emscripten', 'cmake', 'doctest', 'sanitizers'], host)).toEqual({
      platform: 'linux',
      distribution: 'debian',
      packageManager: 'apt',
      privilege: 'root',
      missing: ['emscripten', 'cmake', 'doctest', 'sanitizers'],
    });
  });

  it('accepts a tool however it was installed', () => {
    const host = imaginaryHost({
      commands: ['emcc', 'google-chrome', 'clang++', 'fc-list'],
      files: { '/opt/homebrew/include/doctest/doctest.h': '' },
      succeeding: [CLANG_SANITIZES, 'fc-list :lang=zh-cn family'],
    });
    expect(
      inspectMachine(['emscripten', 'chromium', 'doctest', 'sanitizers', 'chineseFont'], host).missing,
    ).toEqual([]);
  });

  it('misses the sanitizers when Clang is there without their libraries', () => {
    const host = imaginaryHost({ commands: ['clang++'] });
    expect(inspectMachine(['clang', 'sanitizers'], host).missing).toEqual(['sanitizers']);
  });

  it('does not ask sudo when nothing is missing', () => {
    const host = imaginaryHost({ commands: ['cmake', 'sudo'] });
    inspectMachine(['cmake'], host);
    expect(host.asked).toEqual([]);
  });

  it.each([
    { rights: 'none', machine: {} },
    { rights: 'root', machine: { isRoot: true } },
    { rights: 'none', machine: { commands: ['sudo'] } },
    { rights: 'sudo-with-password', machine: { commands: ['sudo'], isInteractive: true } },
    { rights: 'sudo', machine: { commands: ['sudo'], succeeding: ['sudo -n true'] } },
  ])('sees the privilege: $rights', ({ rights, machine }) => {
    expect(inspectMachine(['cmake'], imaginaryHost(machine)).privilege).toBe(rights);
  });

  it('knows no package manager and no distribution where there is none', () => {
    const { packageManager, distribution } = inspectMachine(['cmake'], imaginaryHost());
    expect({ packageManager, distribution }).toEqual({ packageManager: null, distribution: '' });
  });
});
