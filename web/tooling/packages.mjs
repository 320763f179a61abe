/**
 * The system packages of the project: what each is for, how to see that it is there, and what the package
 * managers call it.
 *
 * @typedef {'apt' | 'dnf' | 'pacman' | 'brew'} PackageManager
 *
 * @typedef {object} SystemPackage
 * @property {string} purpose completes "... is needed to"
 * @property {readonly string[]} [commands] any one on PATH means that the package is there
 * @property {readonly string[]} [files] any one that exists means that the package is there
 * @property {{ command: string, args: readonly string[], input?: string, output?: RegExp }} [probe] succeeds
 *   (and prints what `output` matches) when the package is there
 * @property {Readonly<Partial<Record<PackageManager, string>>>} names absent: nothing to install there
 * @property {string} [ubuntuName] where Ubuntu differs from Debian
 *
 * @typedef {keyof typeof SYSTEM_PACKAGES} PackageKey
 */

/** @param {string} name @returns {Readonly<Record<PackageManager, string>>} */
const everywhere = (name) => ({ apt: name, dnf: name, pacman: name, brew: name });

export const SYSTEM_PACKAGES = /** @satisfies {Record<string, SystemPackage>} */ ({
  emscripten: {
    purpose: 'compile the C++ core to WebAssembly',
    commands: ['emcc'],
    names: everywhere('emscripten'),
  },
  cmake: { purpose: 'configure the C++ builds', commands: ['cmake'], names: everywhere('cmake') },
  ninja: {
    purpose: 'rebuild only what changed',
    commands: ['ninja'],
    names: { apt: 'ninja-build', dnf: 'ninja-build', pacman: 'ninja', brew: 'ninja' },
  },
  gcc: {
    purpose: 'test the core as GCC compiles it',
    commands: ['g++'],
    names: { apt: 'g++', dnf: 'gcc-c++', pacman: 'gcc', brew: 'gcc' },
  },
  clang: {
    purpose: 'test the core as Clang compiles it',
    commands: ['clang++'],
    names: { apt: 'clang', dnf: 'clang', pacman: 'clang', brew: 'llvm' },
  },
  sanitizers: {
    purpose: 'find undefined behaviour and memory errors',
    probe: {
      command: 'clang++',
      args: ['-fsanitize=address,undefined', '-x', 'c++', '-', '-o', '/dev/null'],
      input: 'int main() {}',
    },
    names: { apt: 'libclang-rt-dev', dnf: 'compiler-rt', pacman: 'compiler-rt', brew: 'llvm' },
  },
  doctest: {
    purpose: 'run the C++ tests',
    files: [
      '/usr/include/doctest/doctest.h',
      '/usr/local/include/doctest/doctest.h',
      '/opt/homebrew/include/doctest/doctest.h',
    ],
    names: { apt: 'doctest-dev', dnf: 'doctest-devel', pacman: 'doctest', brew: 'doctest' },
  },
  clangFormat: {
    purpose: 'check the layout of the C++ sources',
    commands: ['clang-format'],
    names: { apt: 'clang-format', dnf: 'clang-tools-extra', pacman: 'clang', brew: 'clang-format' },
  },
  clangTidy: {
    purpose: 'analyse the C++ sources',
    commands: ['run-clang-tidy'],
    names: { apt: 'clang-tidy', dnf: 'clang-tools-extra', pacman: 'clang', brew: 'llvm' },
  },
  chromium: {
    purpose: 'test the page in a real browser',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    files: ['/Applications/Google Chrome.app', '/Applications/Chromium.app'],
    names: everywhere('chromium'),
    ubuntuName: 'chromium-browser',
  },
  chineseFont: {
    purpose: 'draw Chinese text in browser tests',
    files: ['/System/Library/Fonts/PingFang.ttc', '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc'],
    probe: { command: 'fc-list', args: [':lang=zh-cn', 'family'], output: /\S/ },
    names: { apt: 'fonts-wqy-microhei', dnf: 'wqy-microhei-fonts', pacman: 'wqy-microhei' },
  },
});

/** What the core and the page are built with. @type {readonly PackageKey[]} */
export const BUILD_PACKAGES = ['emscripten', 'cmake', 'ninja'];

/** The oldest Emscripten that the core is built and tested with (Debian 12). */
export const MINIMUM_EMSCRIPTEN = '3.1.6';
