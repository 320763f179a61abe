/** @typedef {{ passed: number, failed: number, note?: string }} Tally the note says what was not done, and why */

/** ctest puts the number of the test before each line. */
const CTEST_PREFIX = /^\d+: /;

/**
 * The lines in which the test tools of this project say how many tests ran. Each has the groups `passed` and `failed`.
 */
const COUNTS = [
  /^\[doctest\] test cases:.*?\|\s*(?<passed>\d+) passed \|\s*(?<failed>\d+) failed/,
  /^Tests\s+(?=\d)(?:(?<failed>\d+) failed)?(?: \| )?(?:(?<passed>\d+) passed)?/,
  /^(?<passed>\d+) passed, (?<failed>\d+) failed$/,
];

/**
 * @param {string} output what a test tool printed
 * @param {number} exitCode
 * @returns {Tally} its counts; one test when it is no tool that counts; never without a failure when it ended with
 *   one, or when it found no test at all
 */
export function tally(output, exitCode) {
  const lines = output.split('\n').map((line) => line.replace(CTEST_PREFIX, '').trim());
  const counts = lines
    .map((line) => COUNTS.map((pattern) => pattern.exec(line)?.groups).find((groups) => groups))
    .filter((groups) => groups !== undefined);
  const sum = (/** @type {'passed' | 'failed'} */ key) =>
    counts.reduce((total, groups) => total + Number(groups[key] ?? 0), 0);

  const failed = sum('failed');
  const passed = counts.length === 0 && exitCode === 0 ? 1 : sum('passed');
  if (exitCode !== 0) return { passed, failed: Math.max(1, failed) };
  return passed + failed > 0 ? { passed, failed } : { passed, failed: 1, note: 'it found no test to run' };
}
