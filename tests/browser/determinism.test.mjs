import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readScenes } from '../golden/scenes.mjs';
import { useLab } from './support.mjs';

const lab = useLab();

const GOLDEN = readFileSync(new URL('../golden/hashes.txt', import.meta.url), 'utf8');

/**
 * In the page: the hashes of `cpp/analysis/curve_hashes.cpp`, through the public API.
 *
 * @param {import('../../web/src/engine/activation-lab.ts').Lab} engine
 */
function hashesOfThePage(engine) {
  const STRIDE = 40_503;
  const patterns = Uint32Array.from({ length: Math.ceil(2 ** 32 / STRIDE) }, (_, index) => index * STRIDE);
  const x = new Float32Array(patterns.buffer);

  /**
   * FNV-1a, 64 bits wide, in two halves; the prime is 2^40 + 0x1b3.
   *
   * @param {Float32Array} numbers
   */
  const hash = (numbers) => {
    const bits = new Uint32Array(numbers.buffer);
    let high = 0xcbf29ce4;
    let low = 0x84222325;
    for (let index = 0; index < bits.length; index += 1) {
      const number = Number.isNaN(numbers[index]) ? 0x7fc00000 : /** @type {number} */ (bits[index]);
      for (let shift = 0; shift < 32; shift += 8) {
        low = (low ^ ((number >>> shift) & 0xff)) >>> 0;
        const product = low * 0x1b3;
        high = (Math.imul(high, 0x1b3) + Math.floor(product / 2 ** 32) + (low << 8)) >>> 0;
        low = product >>> 0;
      }
    }
    return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
  };

  return engine.catalogue.activations.flatMap(({ key }) => {
    const { value, derivative, secondDerivative } = engine.evaluate(key, x, { order: 2 });
    return [
      `${key}.value ${hash(value)}`,
      `${key}.derivative ${hash(/** @type {Float32Array} */ (derivative))}`,
      `${key}.second_derivative ${hash(/** @type {Float32Array} */ (secondDerivative))}`,
    ];
  });
}

it('every activation has the golden bits in this browser, through the public API', async () => {
  const page = await lab.open();
  const expected = GOLDEN.split('\n').filter((line) =>
    /^\w+\.(value|derivative|second_derivative) /.test(line),
  );
  expect(expected.length).toBeGreaterThan(100);
  // As text, because Vitest rewrites a function's import().
  const address = JSON.stringify(`${lab.url}activation-lab.js`);
  const program = `import(${address}).then(({ loadLab }) => loadLab()).then(${hashesOfThePage})`;
  expect(await page.evaluate(program)).toEqual(expected);
});

/**
 * In the page: the hash of each scene, its steps taken in slices of `slice`.
 *
 * @param {import('../../web/src/engine/activation-lab.ts').TrainingLab} engine
 * @param {readonly import('../golden/scenes.mjs').Scene[]} scenes
 * @param {number} slice
 */
function trainScenes(engine, scenes, slice) {
  return scenes.map(({ name, spec, steps }) => {
    const trainer = engine.trainer(spec);
    for (let taken = 0; taken < steps; ) taken += trainer.step(Math.min(slice, steps - taken));
    const hash = trainer.hash();
    trainer.dispose();
    return `${name} ${hash}`;
  });
}

it.each([1, 7, 120])(
  'every training scene has the golden bits in this browser, in slices of %i',
  async (slice) => {
    const page = await lab.open();
    const scenes = readScenes();
    expect(scenes.length).toBeGreaterThan(40);
    const address = JSON.stringify(`${lab.url}activation-lab.js`);
    const program = `import(${address})
    .then(({ loadTrainingLab }) => loadTrainingLab())
    .then((engine) => (${trainScenes})(engine, ${JSON.stringify(scenes)}, ${slice}))`;
    expect(await page.evaluate(program)).toEqual(scenes.map(({ name, hash }) => `${name} ${hash}`));
  },
);
