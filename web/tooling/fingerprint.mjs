import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { inRoot, ROOT } from './paths.mjs';

/** @param {string} path file or folder @returns {string[]} the files in it, sorted */
export function filesIn(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * @param {readonly string[]} paths files and folders, relative to the root
 * @param {readonly string[]} [texts] whatever else decides the result, such as a compiler's version
 * @returns {string} a hash of all names and contents
 */
export function fingerprint(paths, texts = []) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesIn(inRoot(path)))) {
    hash
      .update(`${relative(ROOT, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex');
}

/** Remembers, in a file under build/, what a result was made from. */
export class Stamp {
  /** @param {string} name */
  constructor(name) {
    this.path = inRoot('build', 'stamps', name);
  }

  /** @param {string} key */
  matches(key) {
    return existsSync(this.path) && readFileSync(this.path, 'utf8') === key;
  }

  /** @param {string} key */
  write(key) {
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileSync(this.path, key);
  }

  clear() {
    rmSync(this.path, { force: true });
  }
}
