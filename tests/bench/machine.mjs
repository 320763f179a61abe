import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import process from 'node:process';
import { inRoot } from '../../web/tooling/paths.mjs';

const PACKAGES = [
  '@tensorflow/tfjs-backend-cpu',
  '@tensorflow/tfjs-backend-wasm',
  '@tensorflow/tfjs-core',
  'brain.js',
  'convnetjs',
  'onnxruntime-web',
];

/**
 * @typedef {object} Machine
 * @property {string} processor
 * @property {number} cores
 * @property {number} memory GiB
 * @property {string} system
 * @property {string} node
 * @property {Record<string, string>} packages
 */

/** @param {string} name */
const packageVersion = (name) =>
  JSON.parse(readFileSync(inRoot('node_modules', name, 'package.json'), 'utf8')).version;

/** @returns {string} as the distribution calls itself, where it does */
function systemName() {
  try {
    return /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? type();
  } catch {
    return type();
  }
}

/** @returns {Machine} */
export function describeMachine() {
  const processors = cpus();
  return {
    processor: processors[0]?.model ?? 'unknown',
    cores: processors.length,
    memory: Math.round(totalmem() / 2 ** 30),
    system: `${systemName()}, ${type()} ${release()} ${process.arch}`,
    node: process.versions.node,
    packages: Object.fromEntries(PACKAGES.map((name) => [name, packageVersion(name)])),
  };
}

/** @returns {number} processes that wanted a core, on average over the last minute */
export const load = () => loadavg()[0] ?? 0;
