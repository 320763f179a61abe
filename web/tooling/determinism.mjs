import process from 'node:process';
import { checkHashes, updateHashes } from './golden-hashes.mjs';
import { BUILD_PACKAGES } from './packages.mjs';
import { runCommand, runSteps } from './progress.mjs';
import { CommandLog, tail } from './run.mjs';
import { setUpSteps } from './set-up.mjs';

const isUpdate = process.argv.includes('--update');

/** @type {import('./progress.mjs').Step} */
const hashesStep = {
  title: `Same bits from every compiler: ${isUpdate ? 'writing' : 'comparing with'} tests/golden/hashes.txt`,
  async run(status) {
    const log = new CommandLog('determinism');
    if (isUpdate) return `${await updateHashes(log, status)} hashes written`;
    const { passed, failed } = await checkHashes(log, status);
    if (failed === 0) return `${passed} passed, 0 failed`;
    process.exitCode = 1;
    return { summary: `${passed} passed, ${failed} failed`, detail: tail(log.output, 200) };
  },
};

await runCommand(() => runSteps([...setUpSteps([...BUILD_PACKAGES, 'gcc', 'clang']), hashesStep]));
