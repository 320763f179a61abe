import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../../web/tooling/paths.mjs';
import { bundleWorkload } from './bundle.mjs';
import { openChromium } from './engines/chromium.mjs';
import { openNode } from './engines/node.mjs';
import { judge } from './goals.mjs';
import { describeMachine, load } from './machine.mjs';
import { HELP, parseOptions } from './options.mjs';
import { planWorkloads } from './plan.mjs';
import { failures, formatReport, formatWorkload } from './report.mjs';
import { summarise } from './summary.mjs';

const OPENERS = { node: openNode, chromium: openChromium };

/** @param {string} text replaces the last line of a terminal, and is left out of files */
function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

/** @param {string} module @param {string} nodeBundle */
async function askCatalogue(module, nodeBundle) {
  const [{ loadLab }, { isShared }] = await Promise.all([
    import(pathToFileURL(inRoot(module)).href),
    import(pathToFileURL(inRoot(nodeBundle)).href),
  ]);
  const lab = await loadLab();
  return { activations: lab.catalogue.activations, isShared };
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
 * @param {string} bundle
 * @param {string} module
 * @param {readonly Workload[]} workloads
 */
async function runIn(name, bundle, module, workloads) {
  const engine = await OPENERS[name](bundle, module);
  /** @type {{ workload: Workload, result: WorkloadResult }[]} */
  const runs = [];
  try {
    for (const workload of workloads) {
      const { task, size } = workload;
      progress(
        `${runs.length + 1} of ${workloads.length}: ${formatWorkload({ engine: name, ...task, size })}`,
      );
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
    raw: runs.map(({ workload: { task, size }, result }) => ({ engine: name, ...task, size, ...result })),
  };
}

/** @param {import('./options.mjs').Options} options @returns {Promise<number>} exit code */
async function bench(options) {
  const { module } = options;
  if (!existsSync(inRoot(module))) throw new Error(`${module} is missing: npm run build makes it.`);
  progress('bundling the peers');
  const nodeBundle = await bundleWorkload('node');
  const { activations, isShared } = await askCatalogue(module, nodeBundle);
  const workloads = planWorkloads(options, activations, isShared);

  const date = new Date().toISOString();
  const loadBefore = load();
  const runs = [];
  for (const name of options.engines) {
    const bundle = name === 'node' ? nodeBundle : await bundleWorkload(name);
    runs.push(await runIn(name, bundle, module, workloads));
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
