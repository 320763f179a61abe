import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { inRoot } from './paths.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lock
 */

/**
 * @param {Lock} lock package-lock.json
 * @param {Lock | null} installed what npm says it put into node_modules, if anything
 * @returns {boolean} node_modules holds what the lock asks for
 */
export function isInstalled(lock, installed) {
  if (!installed) return false;
  const wanted = Object.entries(lock.packages).filter(([path]) => path !== '');
  const isAsWanted = wanted.every(([path, { version, integrity, optional }]) => {
    const found = installed.packages[path];
    // Optional packages are binaries for other platforms.
    if (!found) return optional === true;
    return found.version === version && found.integrity === integrity;
  });
  return isAsWanted && Object.keys(installed.packages).every((path) => path in lock.packages);
}

/** @param {string} path @returns {Lock | null} */
const readLock = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null);

/** @returns {boolean} node_modules holds what package-lock.json asks for */
export function areDependenciesInstalled() {
  const lock = readLock(inRoot('package-lock.json'));
  if (!lock) throw new Error('package-lock.json is missing; restore it from the repository.');
  return isInstalled(lock, readLock(inRoot('node_modules', '.package-lock.json')));
}

/** The npm that runs this script, else the one on PATH. */
export function npmCommand(env = process.env) {
  return env.npm_execpath?.endsWith('.js') ? [process.execPath, env.npm_execpath] : ['npm'];
}
