import { describe, expect, it } from 'vitest';
import { emscriptenEnvironment, isAtLeast, requireEmscriptenVersion } from '../../web/tooling/emscripten.mjs';
import { imaginaryHost } from './support/imaginary-host.mjs';

describe('emscriptenEnvironment', () => {
  it('hides the NODE that npm exports', () => {
    const host = imaginaryHost({ env: { NODE: '/opt/node', HOME: '/home/ada' } });
    expect(emscriptenEnvironment(host)).toEqual({ PATH: '/bin:/usr/bin', HOME: '/home/ada' });
  });

  it("shows Debian's emcc where Debian keeps acorn", () => {
    const files = { '/usr/share/emscripten': '', '/usr/share/nodejs/acorn': '' };
    expect(emscriptenEnvironment(imaginaryHost({ files })).NODE_PATH).toBe('/usr/share/nodejs');
    const host = imaginaryHost({ files, env: { NODE_PATH: '/mine' } });
    expect(emscriptenEnvironment(host).NODE_PATH).toBe('/mine:/usr/share/nodejs');
  });
});

describe('the version of Emscripten', () => {
  it.each([
    ['3.1.6', '3.1.6', true],
    ['3.1.10', '3.1.6', true],
    ['4.0.0', '3.1.6', true],
    ['3.1.5', '3.1.6', false],
    ['2.9.9', '3.1.6', false],
  ])('%s is at least %s: %s', (version, minimum, expected) => {
    expect(isAtLeast(version, minimum)).toBe(expected);
  });

  it('is read from what emcc says', () => {
    const says = (/** @type {string} */ version) =>
      `emcc (Emscripten gcc/clang-like replacement) ${version} ()\n`;
    expect(() => requireEmscriptenVersion(says('3.1.6~dfsg'))).not.toThrow();
    expect(() => requireEmscriptenVersion(says('3.1.5'))).toThrow(
      'Emscripten 3.1.5 is too old: 3.1.6 or newer',
    );
    expect(() => requireEmscriptenVersion(null)).toThrow('repair or reinstall');
  });
});
