import { parseArgs } from 'node:util';
import { SUITES } from './names.mjs';

export const HELP = `npm run bench -- [options]
  --only=training         ${SUITES.join(' or ')}; default: both, but activations alone with the next three options
  --keys=relu,gelu        these activations, at all sizes
  --sizes=1024,65536      at these sizes
  --all                   every activation of the catalogue, at 65536 unless --sizes is given
  --quick                 short rounds, and without other options fewer workloads
  --engines=node,chromium in these engines
  --json=FILE             write the results there too
  --module=FILE           measure this build instead of dist/activation-lab.js; a path inside the repository`;

const ENGINES = /** @type {const} */ (['chromium', 'node']);

/**
 * @typedef {typeof ENGINES[number]} EngineName
 *
 * @typedef {object} Options
 * @property {boolean} help
 * @property {boolean} quick
 * @property {boolean} all
 * @property {import('./names.mjs').SuiteName[]} only
 * @property {string[] | null} keys
 * @property {number[] | null} sizes
 * @property {EngineName[]} engines
 * @property {string | null} json
 * @property {string} module
 */

/** @param {string | undefined} text */
const list = (text) => text?.split(',').filter(Boolean) ?? null;

/** @param {string} text */
function size(text) {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= 2 ** 26) return number;
  throw new Error(`--sizes: "${text}" is not a whole number from 1 to 2^26`);
}

/**
 * @template {string} Name
 * @param {string} option
 * @param {readonly Name[]} names
 * @returns {(text: string) => Name}
 */
const oneOf = (option, names) => (text) => {
  const known = names.find((name) => name === text);
  if (known) return known;
  throw new Error(`${option}: "${text}" is not one of ${names.join(', ')}`);
};

/** @param {string[]} args @returns {Options} @throws {Error} that names what is wrong */
export function parseOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      only: { type: 'string' },
      keys: { type: 'string' },
      sizes: { type: 'string' },
      engines: { type: 'string' },
      json: { type: 'string' },
      module: { type: 'string', default: 'dist/activation-lab.js' },
    },
  });
  const only = list(values.only)?.map(oneOf('--only', SUITES));
  const isAboutActivations = Boolean(values.keys || values.sizes || values.all);
  return {
    help: values.help,
    quick: values.quick,
    all: values.all,
    only: only ?? (isAboutActivations ? ['activations'] : [...SUITES]),
    keys: list(values.keys),
    sizes: list(values.sizes)?.map(size) ?? null,
    engines: list(values.engines)?.map(oneOf('--engines', ENGINES)) ?? [...ENGINES],
    json: values.json ?? null,
    module: values.module,
  };
}
