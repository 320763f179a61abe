import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A layer may use itself and the layers named here, and nothing else. */
const CORE_LAYERS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  simd: ['core'],
  math: ['core', 'simd'],
  activations: ['core', 'simd', 'math'],
  network: ['core', 'simd', 'math', 'activations'],
  analysis: ['core', 'simd', 'math', 'activations', 'network'],
  bindings: ['core', 'simd', 'math', 'activations', 'network', 'analysis'],
  tools: ['core', 'simd', 'math', 'activations', 'network', 'analysis'],
};

const WEB_LAYERS: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  plot: [],
  i18n: [],
  assets: [],
  exchange: ['engine'],
  state: ['engine'],
  training: ['engine'],
  elements: ['engine', 'training', 'exchange', 'plot', 'i18n', 'state', 'assets'],
  embedding: [],
  shell: ['engine', 'plot', 'i18n', 'state', 'elements', 'embedding', 'assets'],
};

function filesBelow(folder: string, extensions: readonly string[]): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => extensions.includes(extname(file)))
    .map((file) => join(folder, file));
}

function* matches(file: string, pattern: RegExp): Generator<string> {
  for (const match of readFileSync(join(ROOT, file), 'utf8').matchAll(pattern)) yield match[1] as string;
}

/** `file -> target` for every arrow that runs against the layers. */
function wrongArrows(
  files: readonly string[],
  base: string,
  layers: Readonly<Record<string, readonly string[]>>,
  targetsOf: (file: string) => Iterable<string>,
): string[] {
  const layerOf = (file: string) => file.slice(base.length + 1).split(sep)[0] as string;
  return files.flatMap((file) => {
    const allowed = layers[layerOf(file)];
    if (!allowed) return [];
    return [...targetsOf(file)]
      .filter((target) => target.startsWith(base + sep))
      .filter((target) => layerOf(target) in layers)
      .filter((target) => layerOf(target) !== layerOf(file) && !allowed.includes(layerOf(target)))
      .map((target) => `${file} -> ${target}`);
  });
}

describe('dependencies run one way', () => {
  it('in the core', () => {
    const files = filesBelow('cpp', ['.h', '.cpp']);
    expect(files.length).toBeGreaterThan(50);
    const includes = (file: string) =>
      [...matches(file, /#include "([^"]+)"/g)].map((target) => join('cpp', target));
    expect(wrongArrows(files, 'cpp', CORE_LAYERS, includes)).toEqual([]);
  });

  it('on the page', () => {
    const files = filesBelow('web/src', ['.ts']);
    expect(files.length).toBeGreaterThan(20);
    const imports = (file: string) =>
      [...matches(file, /(?:from|import)\s*\(?['"](\.[^'"]+)['"]/g)].map((target) =>
        normalize(join(dirname(file), target)),
      );
    expect(wrongArrows(files, join('web', 'src'), WEB_LAYERS, imports)).toEqual([]);
  });

  it('to Emscripten from the bindings only', () => {
    const users = filesBelow('cpp', ['.h', '.cpp']).filter(
      (file) => !matches(file, /#include (<emscripten)/g).next().done,
    );
    expect(new Set(users.map(dirname))).toEqual(new Set([join('cpp', 'bindings')]));
  });

  it('never from the core to a clock, stdio, libm or exceptions', () => {
    const forbidden =
      /#include <(cmath|math\.h|cstdio|stdio\.h|iostream|chrono|ctime|random|stdexcept|exception)>/g;
    const users = filesBelow('cpp', ['.h', '.cpp']).filter((file) => !file.startsWith(join('cpp', 'tools')));
    expect(users.filter((file) => !matches(file, forbidden).next().done)).toEqual([]);
  });
});
