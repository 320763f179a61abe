import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { inRoot } from '../../web/tooling/paths.mjs';
import { plan as planActivations } from './activations/suite.mjs';
import { bundleSuites } from './bundle.mjs';
import { openChromium } from './engines/chromium.mjs';
import { openNode } from './engines/node.mjs';
import { judge } from './goals.mjs';
import { describeMachine, load } from './machine.mjs';
import { HELP, parseOptions } from './options.mjs';
import { failures, formatReport } from './report.mjs';
import { summarise } from './summary.mjs';
import { plan as planTraining } from './training/plan.mjs';
import { titleOf } from './workload.mjs';

const OPENERS = { node: openNode, chromium: openChromium };
const PLANS = { activations: planActivations, training: planTraining };

/** @param {string} text replaces the last line of a terminal, and is left out of files */
function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

/** @param {string} path @param {unknown} results */
function writeJson(path, results) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(results, null, 2)}\n`);
}

/**
 * @typedef {import('./workload.mjs').Workload} Workload
 * @typedef {import('./workload.mjs').WorkloadResult} WorkloadResult
 *
 * @param {import('./options.mjs').EngineName} name
 * @param {import('./bundle.mjs').Entries} entries
 * @param {string} module
 * @param {readonly Workload[]} workloads
 */
async function runIn(name, entries, module, workloads) {
  const engine = await OPENERS[name](entries, module);
  /** @type {{ workload: Workload, result: WorkloadResult }[]} */
  const runs = [];
  try {
    for (const workload of workloads) {
      progress(`${runs.length + 1} of ${workloads.length}: ${name}, ${titleOf(workload)}`);
      const result = await engine.run(workload).catch((error) => ({
        peers: [],
        forwardTimes: null,
        failures: { [name]: error instanceof Error ? error.message : String(error) },
      }));
      runs.push({ workload, result });
    }
  } finally {
    progress('');
    await engine.close();
  }
  return {
    description: engine.description,
    versions: Object.fromEntries(
      runs.flatMap(({ result }) => result.peers.map((peer) => [peer.name, peer.version])),
    ),
    summaries: runs.map(({ workload, result }) => summarise(name, workload, result)),
    raw: runs.map(({ workload, result }) => ({ engine: name, ...workload, ...result })),
  };
}

/** @param {import('./options.mjs').Options} options @returns {Promise<number>} exit code */
async function bench(options) {
  const { module } = options;
  if (!existsSync(inRoot(module))) throw new Error(`${module} is missing: npm run build makes it.`);
  progress('bundling the peers');
  const nodeEntries = await bundleSuites('node');
  const plans = options.only.map((suite) => PLANS[suite](options, nodeEntries[suite]));
  const workloads = (await Promise.all(plans)).flat();

  const date = new Date().toISOString();
  const loadBefore = load();
  const runs = [];
  for (const name of options.engines) {
    const entries = name === 'node' ? nodeEntries : await bundleSuites(name);
    runs.push(await runIn(name, entries, module, workloads));
  }

  const summaries = runs.flatMap((run) => run.summaries);
  const goals = JSON.parse(readFileSync(new URL('./goals.json', import.meta.url), 'utf8'));
  const results = {
    date,
    quick: options.quick,
    machine: describeMachine(),
    engines: runs.map(({ description }) => description),
    load: [loadBefore, load()],
    versions: Object.assign({}, ...runs.map(({ versions }) => versions)),
    summaries,
    verdicts: judge(summaries, goals),
  };
  console.log(formatReport(results));

  const file = inRoot('build', 'bench', `${date.replaceAll(':', '-')}.json`);
  const all = { ...results, raw: runs.flatMap(({ raw }) => raw) };
  for (const path of [file, options.json]) if (path) writeJson(path, all);
  console.log(`\nAll figures: ${file}`);
  return failures(summaries).length === 0 ? 0 : 1;
}

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) console.log(HELP);
  else process.exitCode = await bench(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
