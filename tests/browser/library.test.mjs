import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIST, inRoot } from '../../web/tooling/paths.mjs';
import { CONTENT_SECURITY_POLICY } from '../../web/tooling/serve.mjs';
import { useLab } from './support.mjs';

const lab = useLab();
const MODULE = pathToFileURL(join(DIST, 'activation-lab.js')).href;

/** Program text: `train(lab)` gives the score of a network that has learned XOR. */
const TRAIN = `
  const train = (lab) => {
    const trainer = lab.trainer({
      layers: [{ width: 4 }, { width: 1, activation: 'identity' }],
      learningRate: 0.5,
      data: { train: { columns: 2, inputs: [-1, 1, -1, 1, -1, -1, 1, 1], targets: [0, 1, 1, 0] } },
    });
    trainer.epoch(500);
    return trainer.snapshot({ evaluation: true }).train.score;
  };`;

/** What a module worker posts whose policy is that of the page. @param {string} source */
async function answerOfWorker(source) {
  const page = await lab.blank();
  await page.route('**/test-worker.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      headers: { 'Content-Security-Policy': CONTENT_SECURITY_POLICY },
      body: source,
    }),
  );
  await page.goto(`${lab.url}LICENSE.txt`);
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const worker = new Worker('/test-worker.js', { type: 'module' });
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
      }),
  );
}

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
      ${TRAIN}
      console.log(train(await loadTrainingLab()));`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
    });
    expect(output.trim()).toBe('1');
  });

  it('runs without making code from strings', () => {
    const program = `
      import { loadLab, loadTrainingLab } from ${JSON.stringify(MODULE)};
      await loadLab();
      await loadTrainingLab();`;
    const options = ['--disallow-code-generation-from-strings', '--input-type=module', '-e', program];
    expect(spawnSync(process.execPath, options, { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  it('runs in a worker under a strict policy', async () => {
    const values = await answerOfWorker(`
      import { loadLab } from '/activation-lab.js';
      const lab = await loadLab();
      postMessage([...lab.evaluate('relu', [-1, 2]).value]);`);
    expect(values).toEqual([0, 2]);
  });

  it('trains in a worker under a strict policy', async () => {
    const score = await answerOfWorker(`
      import { loadTrainingLab } from '/activation-lab.js';
      ${TRAIN}
      postMessage(train(await loadTrainingLab()));`);
    expect(score).toBe(1);
  });

  it('trains in the page, and loads the network engine for that only', async () => {
    const page = await lab.open();
    /** @type {string[]} */
    const loaded = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    const module = JSON.stringify(`${lab.url}activation-lab.js`);
    // As text, because Vitest rewrites a function's import().
    await page.evaluate(`import(${module}).then(({ loadLab }) => loadLab()).then(() => 0)`);
    expect(loaded).not.toContain('/activation-lab-training.wasm');
    const score = await page.evaluate(`(async () => {
      const { loadTrainingLab } = await import(${module});
      ${TRAIN}
      return train(await loadTrainingLab());
    })()`);
    expect(score).toBe(1);
    expect(loaded).toContain('/activation-lab-training.wasm');
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
      import {
        type ActivationInfo,
        EngineError,
        type LayerObservation,
        loadLab,
        loadTrainingLab,
        type Planes,
        type Problem,
        type TrainerSpec,
      } from ${JSON.stringify(join(DIST, 'activation-lab.js'))};
      import { TrainingSession } from ${JSON.stringify(join(DIST, 'training-session.js'))};
      const lab = await loadLab({ wasm: new Uint8Array() });
      const infos: readonly ActivationInfo[] = lab.catalogue.activations;
      const slope: Float32Array | undefined = lab.evaluate('relu', [1], { order: 1 }).derivative;
      // @ts-expect-error there is no fourth derivative
      lab.evaluate('relu', [1], { order: 4 });
      const spec: TrainerSpec = { layers: [{ width: 1 }], data: { dataset: 'circle' } };
      const trainer = (await loadTrainingLab()).trainer(spec);
      const grid: Planes | undefined = trainer.snapshot({ grid: { size: 3 } }).grid;
      const layers: readonly LayerObservation[] = trainer.observe();
      const problems: readonly Problem[] = new EngineError('disposed', 'trainer', 'gone').problems;
      // @ts-expect-error a layer has a width
      const wrong: TrainerSpec = { layers: [{}], data: { dataset: 'circle' } };
      const session = new TrainingSession({ snapshot: ([net]) => net?.steps, refused: ({ code }) => code });
      const accepted: boolean = await session.create({ layers: [{ width: 1 }], data: { dataset: 'circle' } });
      // @ts-expect-error a step is no year
      session.step('year');
      export const results = [infos, slope, grid, layers, problems, wrong, accepted];`;
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
