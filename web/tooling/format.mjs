import { fixFormat } from './code-format.mjs';
import { runCommand, runSteps } from './progress.mjs';
import { CommandLog } from './run.mjs';
import { setUpSteps } from './set-up.mjs';

/** @type {import('./progress.mjs').Step} */
const formatStep = {
  title: 'Layout: clang-format for C++, Biome for the rest',
  run: async () => (await fixFormat(new CommandLog('format'))) || 'done',
};

await runCommand(() => runSteps([...setUpSteps(['clangFormat']), formatStep]));
