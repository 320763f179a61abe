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

/** @param {import('./options.mjs').Options} options */
async function bench(options) {
  const { module } = options;
  if (!existsSync(inRoot(module))) throw new Error(`${module} is missing: npm run build makes it.`);
  progress('bundling the peers');
  const nodeBundle = await bundleWorkload('node');
  const { activations, isShared } = await askCatalogue(module, nodeBundle);
  const workloads = planWorkloads(options, activations, isShared);

  const date = new Date().toISOString();
  const loadBefore = load();
  const engines = [];
  const raw = [];
  const summaries = [];
  /** @type {Record<string, string>} */
  const versions = {};
  for (const name of options.engines) {
    const bundle = name === 'node' ? nodeBundle : await bundleWorkload(name);
    const engine = await OPENERS[name](bundle, module);
    engines.push(engine.description);
    try {
      for (const [index, workload] of workloads.entries()) {
        const { key, order } = workload.task;
        const title = formatWorkload({ engine: name, key, order, size: workload.size });
        progress(`${index + 1} of ${workloads.length}: ${title}`);
        const result = await engine.run(workload);
        for (const peer of result.peers) versions[peer.name] = peer.version;
        raw.push({ engine: name, key, order, size: workload.size, ...result });
        summaries.push(summarise(name, workload, result));
      }
    } finally {
      await engine.close();
    }
  }
  progress('');

  const goals = JSON.parse(readFileSync(new URL('./goals.json', import.meta.url), 'utf8'));
  const results = {
    date,
    quick: options.quick,
    machine: describeMachine(),
    engines,
    load: [loadBefore, load()],
    versions,
    summaries,
    verdicts: judge(summaries, goals),
  };
  console.log(formatReport(results));

  const file = inRoot('build', 'bench', `${date.replaceAll(':', '-')}.json`);
  for (const path of [file, options.json]) if (path) writeJson(path, { ...results, raw });
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
