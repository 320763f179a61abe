import { timingOf } from '../timing.mjs';

/** The activations whose ratios are goals. */
export const MAIN_KEYS = ['relu', 'leaky_relu', 'sigmoid', 'tanh', 'elu', 'softplus', 'gelu', 'silu', 'mish'];
export const SIZES = [1024, 65_536, 1_048_576];
const MIDDLE_SIZE = 65_536;
const ORDERS = /** @type {const} */ ([0, 1]);

/**
 * @typedef {import('./workload.mjs').Workload} Workload
 * @typedef {import('./peers.mjs').Task} Task
 * @typedef {import('../../../web/src/engine/catalogue.ts').ActivationInfo} ActivationInfo
 */

/** @param {ActivationInfo} activation @param {0 | 1} order @returns {Task} */
function taskOf({ key, parameters, code }, order) {
  return {
    key,
    order,
    parameters: Object.fromEntries(parameters.map((parameter) => [parameter.key, parameter.initial])),
    javascript: code.javascript,
    javascriptDerivative: code.javascriptDerivative,
  };
}

/**
 * @param {Pick<import('../options.mjs').Options, 'keys' | 'sizes' | 'all' | 'quick'>} options
 * @param {string[]} shared keys that a library has too
 * @param {string[]} known all keys
 * @returns {[key: string, sizes: number[]][]}
 */
function choose({ keys, sizes, all, quick }, shared, known) {
  if (keys) return keys.map((key) => [key, sizes ?? SIZES]);
  if (all) return known.map((key) => [key, sizes ?? [MIDDLE_SIZE]]);
  const main = MAIN_KEYS.filter((key) => known.includes(key));
  if (quick) return main.map((key) => [key, sizes ?? [MIDDLE_SIZE]]);
  const others = shared.filter((key) => !main.includes(key));
  return [
    ...main.map((key) => /** @type {[string, number[]]} */ ([key, sizes ?? SIZES])),
    ...others.map((key) => /** @type {[string, number[]]} */ ([key, sizes ?? [MIDDLE_SIZE]])),
  ];
}

/**
 * @param {Pick<import('../options.mjs').Options, 'keys' | 'sizes' | 'all' | 'quick'>} options
 * @param {readonly ActivationInfo[]} activations
 * @param {(task: Task) => boolean} isShared
 * @returns {Workload[]}
 * @throws {Error} on a key that the catalogue lacks
 */
export function planWorkloads(options, activations, isShared) {
  const byKey = new Map(activations.map((activation) => [activation.key, activation]));
  const shared = activations.filter((activation) => isShared(taskOf(activation, 0))).map(({ key }) => key);
  const timing = timingOf(options.quick);
  return choose(options, shared, [...byKey.keys()]).flatMap(([key, sizes]) => {
    const activation = byKey.get(key);
    if (!activation) throw new Error(`--keys: the catalogue has no "${key}"`);
    return sizes.flatMap((size) =>
      ORDERS.map((order) => ({
        suite: 'activations',
        group: `${size.toLocaleString('en')} values`,
        name: `${key} ${order === 0 ? 'f' : "f and f'"}`,
        unit: 'values',
        work: size,
        task: taskOf(activation, order),
        timing,
      })),
    );
  });
}
