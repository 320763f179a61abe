import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIST, inRoot } from '../../web/tooling/paths.mjs';
import { useLab } from './support.mjs';

const lab = useLab();
const MODULE = pathToFileURL(join(DIST, 'activation-lab.js')).href;

describe('dist/activation-lab.js', () => {
  it('runs in Node', () => {
    const program = `
      import { loadLab } from ${JSON.stringify(MODULE)};
      const lab = await loadLab();
      console.log(JSON.stringify([...lab.evaluate('relu', [-1, 2]).value]));`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
    });
    expect(JSON.parse(output)).toEqual([0, 2]);
  });

  it('trains in Node', () => {
    const program = `
      import { loadTrainingLab } from ${JSON.stringify(MODULE)};
      const lab = await loadTrainingLab();
      const trainer = lab.trainer({
        layers: [{ width: 2 }, { width: 1, activation: 'identity' }],
        data: { train: { columns: 1, inputs: [0, 1], targets: [0, 1] } },
      });
      console.log(trainer.step(3));`;
    const options = ['--input-type=module', '-e', program];
    expect(execFileSync(process.execPath, options, { encoding: 'utf8' })).toBe('3\n');
  });

  it('runs without making code from strings', () => {
    const program = `import { loadLab } from ${JSON.stringify(MODULE)}; await loadLab();`;
    const options = ['--disallow-code-generation-from-strings', '--input-type=module', '-e', program];
    expect(spawnSync(process.execPath, options, { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  it('runs in a worker', async () => {
    const page = await lab.blank();
    const source = `
      import { loadLab } from '/activation-lab.js';
      const lab = await loadLab();
      postMessage([...lab.evaluate('relu', [-1, 2]).value]);`;
    await page.route('**/test-worker.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: source }),
    );
    await page.goto(`${lab.url}LICENSE.txt`);
    const values = await page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const worker = new Worker('/test-worker.js', { type: 'module' });
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = ({ message }) => reject(new Error(message));
        }),
    );
    expect(values).toEqual([0, 2]);
  });
});

describe('the declarations', () => {
  /** @type {string} */
  let folder;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'activation-lab-types-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(['bundler', 'nodenext'])('is complete under module resolution %s', async (resolution) => {
    const consumer = join(folder, `consumer-${resolution}.mts`);
    const source = `
      import { type ActivationInfo, EngineError, loadLab } from ${JSON.stringify(join(DIST, 'activation-lab.js'))};
      import { TrainingSession } from ${JSON.stringify(join(DIST, 'training-session.js'))};
      const lab = await loadLab({ wasm: new Uint8Array() });
      const infos: readonly ActivationInfo[] = lab.catalogue.activations;
      const slope: Float32Array | undefined = lab.evaluate('relu', [1], { order: 1 }).derivative;
      // @ts-expect-error there is no fourth derivative
      lab.evaluate('relu', [1], { order: 4 });
      const session = new TrainingSession({ snapshot: ([net]) => net?.steps, refused: ({ code }) => code });
      const accepted: boolean = await session.create({ layers: [{ width: 1 }], data: { dataset: 'circle' } });
      // @ts-expect-error a step is no year
      session.step('year');
      export const results = [infos, slope, EngineError, accepted];`;
    await writeFile(consumer, source);
    const options = [
      [
        '--noEmit',
        '--strict',
        '--target',
        'es2022',
        '--types',
        'node',
        '--typeRoots',
        inRoot('node_modules/@types'),
      ],
      ['--module', resolution === 'nodenext' ? 'nodenext' : 'esnext', '--moduleResolution', resolution],
    ].flat();
    const tsc = inRoot('node_modules', 'typescript', 'bin', 'tsc');
    const { stdout, status } = spawnSync(process.execPath, [tsc, ...options, consumer], {
      encoding: 'utf8',
      cwd: folder,
    });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });
});
