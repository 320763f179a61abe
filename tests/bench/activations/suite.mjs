import { pathToFileURL } from 'node:url';
import { inRoot } from '../../../web/tooling/paths.mjs';
import { planWorkloads } from './plan.mjs';

/** @param {string} file relative to the root */
const load = (file) => import(pathToFileURL(inRoot(file)).href);

/**
 * Asks the build that is measured for its catalogue.
 *
 * @param {import('../options.mjs').Options} options
 * @param {string} bundle the peers, for Node.js
 */
export async function plan(options, bundle) {
  const [{ loadLab }, { isShared }] = await Promise.all([load(options.module), load(bundle)]);
  const { catalogue } = await loadLab();
  return planWorkloads(options, catalogue.activations, isShared);
}
