import { readFileSync } from 'node:fs';

const read = (/** @type {string} */ name) => readFileSync(new URL(name, import.meta.url), 'utf8');

/**
 * @typedef {import('../../web/src/engine/activation-lab.ts').TrainerSpec} TrainerSpec
 * @typedef {{ name: string, hash: string, steps: number, spec: TrainerSpec }} Scene
 */

/** @param {string} text the bits of each number as eight hexadecimal digits */
function floats(text) {
  const bits = (text.match(/.{8}/g) ?? []).map((digits) => Number.parseInt(digits, 16));
  return Array.from(new Float32Array(Uint32Array.from(bits).buffer));
}

/** @returns {readonly Scene[]} the training runs whose bits are promised, with the hash of the weights afterwards */
export function readScenes() {
  const hashes = new Map(
    read('hashes.txt')
      .split('\n')
      .map((line) => /** @type {[string, string]} */ (line.split(' '))),
  );
  const { steps, data, scenes } = JSON.parse(read('scenes.json'));
  return scenes.map((/** @type {any} */ scene) => {
    const { version: _version, columns: _columns, ...setup } = scene.setup;
    const { columns, inputs, targets } = data[scene.data];
    return {
      name: scene.name,
      hash: hashes.get(scene.name) ?? 'missing',
      steps,
      spec: { ...setup, data: { train: { columns, inputs: floats(inputs), targets: floats(targets) } } },
    };
  });
}
