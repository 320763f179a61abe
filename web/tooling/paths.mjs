import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of the repository. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @param {...string} parts relative to the root @returns {string} absolute path */
export const inRoot = (...parts) => join(ROOT, ...parts);

export const DIST = inRoot('dist');
export const LOGS = inRoot('build', 'logs');
