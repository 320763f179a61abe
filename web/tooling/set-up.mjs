import { spawnSync } from 'node:child_process';
import { buildCore } from './core-build.mjs';
import { inspectMachine } from './machine.mjs';
import { areDependenciesInstalled, npmCommand } from './npm-dependencies.mjs';
import { planPackages } from './package-plan.mjs';
import { SYSTEM_PACKAGES } from './packages.mjs';
import { buildPage } from './page-build.mjs';
import { CommandLog } from './run.mjs';

/**
 * @typedef {import('./progress.mjs').Step} Step
 * @typedef {import('./packages.mjs').PackageKey} PackageKey
 */

/** @param {readonly PackageKey[]} required @returns {Step} */
const packagesStep = (required) => ({
  title: 'System packages: compilers and tools that npm does not have',
  async run(status) {
    const plan = planPackages(inspectMachine(required));
    if (plan.action === 'none') return 'all there';
    if (plan.action === 'refuse') throw new Error(plan.message);

    console.log(`      installing ${plan.packages.join(' ')}`);
    if (plan.askPassword && spawnSync('sudo', ['-v'], { stdio: 'inherit' }).status !== 0) {
      throw new Error(`sudo was refused. Please have these installed: ${plan.packages.join(' ')}`);
    }
    const log = new CommandLog('packages');
    for (const command of plan.commands) await log.mustRun(command, { onLine: status });

    const { missing } = inspectMachine(required);
    if (missing.length > 0) {
      const complaints = missing.map(
        (key) => `cannot ${SYSTEM_PACKAGES[key].purpose} (${SYSTEM_PACKAGES[key].names.apt})`,
      );
      throw new Error(`The packages are installed, but this machine still ${complaints.join(', ')}.`);
    }
    return 'installed';
  },
});

/** @type {Step} */
const dependenciesStep = {
  title: 'npm dependencies: the libraries of the page and of its tests',
  async run(status) {
    if (areDependenciesInstalled()) return 'as package-lock.json wants them';
    // Somebody may have set npm to production, in which it leaves out what builds the page.
    const install = [...npmCommand(), 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
    await new CommandLog('npm').mustRun(install, { onLine: status });
    return 'installed';
  },
};

/** @param {readonly PackageKey[]} required @returns {readonly Step[]} everything that a command needs installed */
export const setUpSteps = (required) => [packagesStep(required), dependenciesStep];

/** @type {Step} */
export const coreStep = {
  title: 'Core: C++ to WebAssembly',
  async run(status) {
    return (await buildCore(new CommandLog('core'), status)) ? 'built' : 'nothing to do';
  },
};

/** @type {Step} */
export const pageStep = {
  title: 'Page: production build into dist/',
  async run(status) {
    return (await buildPage(new CommandLog('page'), status)) ? 'built' : 'nothing to do';
  },
};
