import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inRoot } from '../../web/tooling/paths.mjs';

/**
 * @typedef {{ dependencies: Record<string, string>, devDependencies: Record<string, string>, engines: { node: string } }} Manifest
 * @typedef {{ packages: Record<string, Partial<Manifest> & { optionalDependencies?: Record<string, string> }> }} Lock
 */

/** @type {Manifest} */
const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
const lockText = readFileSync(inRoot('package-lock.json'), 'utf8');
/** @type {Lock} */
const lock = JSON.parse(lockText);

it('pins every dependency exactly', () => {
  for (const version of Object.values({ ...manifest.dependencies, ...manifest.devDependencies })) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  }
});

it('is what package-lock.json was made of', () => {
  expect(lock.packages['']).toMatchObject({
    dependencies: manifest.dependencies,
    devDependencies: manifest.devDependencies,
    engines: manifest.engines,
  });
});

it('names no registry', () => {
  expect(lockText).not.toContain('"resolved"');
});

it('locks the binaries of every platform', () => {
  const optional = Object.values(lock.packages).flatMap((entry) =>
    Object.keys(entry.optionalDependencies ?? {}),
  );
  const locked = new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')));
  expect(optional.filter((name) => !locked.has(name))).toEqual([]);
});
