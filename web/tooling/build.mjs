import process from 'node:process';
import { BUILD_PACKAGES } from './packages.mjs';
import { runCommand, runSteps } from './progress.mjs';
import { coreStep, pageStep, setUpSteps } from './set-up.mjs';

const onlyCore = process.argv.includes('--core');

await runCommand(() => runSteps([...setUpSteps(BUILD_PACKAGES), coreStep, ...(onlyCore ? [] : [pageStep])]));
