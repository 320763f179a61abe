import process from 'node:process';
import { describeFailure, formatDuration, runCommand, runSteps } from './progress.mjs';
import { CommandLog, tail } from './run.mjs';
import { setUpSteps } from './set-up.mjs';
import { selectSuites } from './suites.mjs';

const SHOWN_ON_FAILURE = 200;

/**
 * @typedef {import('./suites.mjs').Suite} Suite
 * @typedef {{ suite: Suite, passed: number, failed: number, milliseconds: number }} Result
 */

/** @param {readonly string[]} args @returns {readonly string[] | null} the suites asked for; null: all */
function suitesAskedFor(args) {
  const [option, ...others] = args;
  if (option === undefined) return null;
  const names = /^--only=(.+)$/.exec(option)?.[1];
  if (!names || others.length > 0) throw new Error('Usage: npm test [-- --only=suite,suite]');
  return names.split(',');
}

/**
 * @param {Suite} suite
 * @param {Result[]} results of the suites before it; its own is added
 * @returns {import('./progress.mjs').Step}
 */
const suiteStep = (suite, results) => ({
  title: `${suite.name}: ${suite.title}`,
  async run(status) {
    const started = performance.now();
    /** @param {import('./tally.mjs').Tally} tally */
    const record = (tally) => results.push({ suite, ...tally, milliseconds: performance.now() - started });

    const broken = results.find((result) => result.failed > 0 && suite.after.includes(result.suite.name));
    if (broken) {
      record({ passed: 0, failed: 1 });
      return `FAILED: not run, because it needs ${broken.suite.name}`;
    }
    const log = new CommandLog(suite.name);
    try {
      const tally = await suite.run(log, status);
      record(tally);
      const note = tally.note ? `; ${tally.note}` : '';
      if (tally.failed === 0) return `passed: ${tally.passed}${note}`;
      return {
        summary: `FAILED: ${tally.failed}; passed: ${tally.passed}${note}`,
        detail: tail(log.output, SHOWN_ON_FAILURE),
      };
    } catch (error) {
      record({ passed: 0, failed: 1 });
      return { summary: 'FAILED', detail: describeFailure(error) };
    }
  },
});

/** @param {readonly Result[]} results */
function summary(results) {
  const rows = results.map(({ suite, passed, failed, milliseconds }) => [
    suite.name,
    failed > 0 ? 'FAILED' : 'passed',
    `${passed} passed`,
    `${failed} failed`,
    formatDuration(milliseconds),
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    )
    .join('\n');
}

await runCommand(async () => {
  const suites = selectSuites(suitesAskedFor(process.argv.slice(2)));
  const packages = [...new Set(suites.flatMap((suite) => suite.packages))];
  /** @type {Result[]} */
  const results = [];
  await runSteps([...setUpSteps(packages), ...suites.map((suite) => suiteStep(suite, results))]);

  const total = { passed: 0, failed: 0 };
  for (const { passed, failed } of results) {
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`\n${summary(results)}\n\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
});
