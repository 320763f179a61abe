import { spawnSync } from 'node:child_process';

/** The major version with which the C++ sources are formatted and analysed (Debian 12). */
const REFERENCE_MAJOR = 14;

/**
 * Another version formats a little differently and knows other checks: what it would say is no failure of this project.
 *
 * @param {'clang-format' | 'clang-tidy'} tool
 * @param {string} [versionOutput] what `tool --version` says
 * @returns {string} why the tool is not used, or an empty string
 */
export function whyNotUsed(
  tool,
  versionOutput = spawnSync(tool, ['--version'], { encoding: 'utf8' }).stdout,
) {
  const major = Number(/version (\d+)/.exec(versionOutput)?.[1]);
  return major === REFERENCE_MAJOR
    ? ''
    : `${tool} ${major} is not the ${REFERENCE_MAJOR} that this project is kept with`;
}
