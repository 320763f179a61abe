import { describe, expect, it } from 'vitest';
import { isInstalled, npmCommand } from '../../web/tooling/npm-dependencies.mjs';

const LOCK = {
  packages: {
    '': {},
    'node_modules/lit': { version: '3.3.3', integrity: 'sha512-a' },
    'node_modules/@rolldown/binding-darwin-arm64': {
      version: '1.2.0',
      integrity: 'sha512-b',
      optional: true,
    },
  },
};
const LIT = { 'node_modules/lit': { version: '3.3.3', integrity: 'sha512-a' } };

describe('isInstalled', () => {
  it('is content with everything but binaries of other platforms', () => {
    expect(isInstalled(LOCK, { packages: LIT })).toBe(true);
  });

  it.each([
    { what: 'no node_modules', installed: null },
    { what: 'a package missing', installed: { packages: {} } },
    {
      what: 'another version',
      installed: { packages: { 'node_modules/lit': { version: '3.3.2', integrity: 'sha512-a' } } },
    },
    {
      what: 'another content',
      installed: { packages: { 'node_modules/lit': { version: '3.3.3', integrity: 'sha512-z' } } },
    },
    {
      what: 'a package too many',
      installed: { packages: { ...LIT, 'node_modules/react': { version: '19.0.0' } } },
    },
  ])('sees $what', ({ installed }) => {
    expect(isInstalled(LOCK, installed)).toBe(false);
  });
});

describe('npmCommand', () => {
  it('is the npm that runs the script', () => {
    expect(npmCommand({ npm_execpath: '/usr/lib/npm/bin/npm-cli.js' })).toEqual([
      process.execPath,
      '/usr/lib/npm/bin/npm-cli.js',
    ]);
  });

  it('is the npm on PATH without one, or when another package manager runs the script', () => {
    expect(npmCommand({})).toEqual(['npm']);
    expect(npmCommand({ npm_execpath: '/usr/lib/yarn.cjs' })).toEqual(['npm']);
  });
});
