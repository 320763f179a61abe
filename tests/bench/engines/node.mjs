import { fork } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inRoot } from '../../../web/tooling/paths.mjs';

const PROCESS = fileURLToPath(new URL('./node-process.mjs', import.meta.url));

/**
 * @typedef {import('../workload.mjs').Workload} Workload
 * @typedef {import('../workload.mjs').WorkloadResult} WorkloadResult
 *
 * @typedef {object} Engine runs each workload where nothing else has run
 * @property {string} description
 * @property {(workload: Workload) => Promise<WorkloadResult>} run
 * @property {() => Promise<void>} close
 */

/**
 * @param {import('../bundle.mjs').Entries} entries
 * @param {string} module the build to measure, relative to the root
 * @returns {Promise<Engine>}
 */
export async function openNode(entries, module) {
  const place = { root: pathToFileURL(inRoot('/')).href, module };
  return {
    description: `Node.js ${process.versions.node} (V8 ${process.versions.v8})`,
    run: (workload) =>
      new Promise((resolve, reject) => {
        const entry = pathToFileURL(inRoot(entries[workload.suite])).href;
        const child = fork(PROCESS, [entry], { serialization: 'advanced' });
        child.once('message', (message) => {
          const { result, error } = /** @type {{ result: WorkloadResult, error?: string }} */ (message);
          if (error === undefined) resolve(result);
          else reject(new Error(error));
        });
        child.once('exit', (code) => reject(new Error(`the process ended with exit code ${code}`)));
        child.send({ workload, place });
      }),
    close: async () => {},
  };
}
