import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { DIST } from '../../web/tooling/paths.mjs';
import { readScenes } from '../golden/scenes.mjs';
import { useLab } from './support.mjs';

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('playwright-core').Frame} Frame
 * @typedef {import('../golden/scenes.mjs').Scene} Scene
 * @typedef {typeof import('../../web/src/training/training-session.ts')} Training
 */

const lab = useLab();

const HOST = 'http://course.test/';
const scenes = readScenes();

/**
 * Runs a function of the module `training-session.js` in a page. As text, because Vitest rewrites a function's import().
 *
 * @template Result
 * @param {Page | Frame} page
 * @param {(training: Training, given: any) => Promise<Result>} program
 * @param {unknown} [given]
 * @returns {Promise<Result>}
 */
function inPage(page, program, given) {
  const address = JSON.stringify(`${lab.url}training-session.js`);
  return page.evaluate(
    `import(${address}).then((training) => (${program})(training, ${JSON.stringify(given)}))`,
  );
}

/**
 * In the page: where training takes place, and the hash of each scene.
 *
 * @param {Training} training
 * @param {readonly Scene[]} scenes
 */
async function trainScenes({ TrainingSession }, scenes) {
  let arrive = () => {};
  const session = new TrainingSession({ stopped: () => arrive() });
  const hashes = [];
  for (const { name, spec, steps } of scenes) {
    await session.create(spec);
    const arrived = new Promise((resolve) => {
      arrive = () => resolve(undefined);
    });
    await session.run({ unit: 'batch', at: steps });
    await arrived;
    hashes.push(`${name} ${await session.hash()}`);
  }
  const { backend } = session;
  session.dispose();
  return { backend, hashes };
}

const golden = scenes.map(({ name, hash }) => `${name} ${hash}`);

/**
 * A page of another origin, and the lab's server with permission for every origin.
 *
 * @param {string} body
 * @param {string} [policy] the page's content security policy
 */
async function foreignPage(body, policy) {
  const context = await lab.context();
  await context.route(`${HOST}**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: policy === undefined ? {} : { 'Content-Security-Policy': policy },
      body: `<!doctype html><html lang="en"><title>A course</title>${body}</html>`,
    }),
  );
  await context.route(`${lab.url}**`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } });
  });
  const page = await context.newPage();
  await page.goto(HOST);
  return page;
}

/** A page that may have no worker at all. */
function workerlessPage() {
  const { origin } = new URL(lab.url);
  const policy = `default-src 'self'; script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}`;
  return foreignPage('', policy);
}

/** A frame of an opaque origin. */
async function sandboxedFrame() {
  const page = await foreignPage('<iframe sandbox="allow-scripts" srcdoc="<p>A sandbox</p>"></iframe>');
  const [, frame] = /** @type {[Frame, Frame]} */ (page.frames());
  await frame.waitForLoadState();
  expect(await frame.evaluate(() => origin)).toBe('null');
  return frame;
}

describe('the golden scenes', () => {
  it('have the golden bits in a worker', async () => {
    const page = await lab.open();
    expect(await inPage(page, trainScenes, scenes)).toEqual({ backend: 'worker', hashes: golden });
    await expect.poll(() => page.workers()).toEqual([]);
  });

  it('have them in a sandboxed frame, by a worker from a blob', async () => {
    const frame = await sandboxedFrame();
    expect(await inPage(frame, trainScenes, scenes)).toEqual({ backend: 'blob-worker', hashes: golden });
  });

  it('have them where no worker is allowed, in the page itself', async () => {
    const page = await workerlessPage();
    expect(await inPage(page, trainScenes, scenes)).toEqual({ backend: 'main-thread', hashes: golden });
  });
});

/**
 * What a program makes of a lab in Node, with the built module.
 *
 * @param {string} program the body of a function of `lab`
 */
function inNode(program) {
  const source = `
    import { loadTrainingLab } from ${JSON.stringify(pathToFileURL(join(DIST, 'activation-lab.js')).href)};
    const run = (lab) => {${program}};
    console.log(JSON.stringify(run(await loadTrainingLab())));`;
  const options = ['--input-type=module', '-e', source];
  return JSON.parse(execFileSync(process.execPath, options, { encoding: 'utf8' }));
}

/** Steps of a run that is long enough to be disturbed. */
const LONG = 1_000_000;

/**
 * In the page: begins a long run, and keeps in `report` what is heard of it.
 *
 * @param {Training} training
 * @param {{ spec: Scene['spec'], steps: number }} run
 */
async function beginRun({ TrainingSession }, { spec, steps }) {
  const report = { lost: /** @type {number[]} */ ([]), steps: 0, hash: '' };
  const session = new TrainingSession({
    restarted: (lostSteps) => void report.lost.push(lostSteps),
    snapshot: (nets) => {
      report.steps = nets[0]?.steps ?? 0;
    },
    stopped: async () => {
      report.hash = await session.hash();
    },
  });
  Object.assign(globalThis, { report, session });
  await session.create(spec);
  await session.run({ unit: 'batch', at: steps });
}

/** @param {Page} page @returns {Promise<{ lost: number[], steps: number, hash: string }>} */
const reportOf = (page) => page.evaluate(() => /** @type {any} */ (globalThis).report);

describe('a worker', () => {
  const [{ spec }] = /** @type {readonly [Scene]} */ (scenes);
  /** @type {string} */
  let undisturbed;
  beforeAll(() => {
    undisturbed = inNode(`
      const trainer = lab.trainer(${JSON.stringify(spec)});
      trainer.step(${LONG});
      return trainer.hash();`);
  });

  it.each([
    ['is gone', 'close()'],
    ['hangs', 'while (true);'],
    ['fails', "setTimeout(() => { throw new Error('broken'); })"],
  ])('that %s is replaced, and training goes on to the same end', async (_what, harm) => {
    const page = await lab.open();
    await inPage(page, beginRun, { spec, steps: LONG });
    await expect.poll(async () => (await reportOf(page)).steps).toBeGreaterThan(1000);
    const [worker] = page.workers();
    void worker?.evaluate(harm).catch(() => {});
    await expect.poll(async () => (await reportOf(page)).hash, { timeout: 40_000 }).toBe(undisturbed);
    await expect.poll(async () => (await reportOf(page)).steps).toBe(LONG);
    const { lost } = await reportOf(page);
    expect(lost).toHaveLength(1);
    expect(lost[0]).toBeLessThan(LONG);
    lab.takeComplaints();
  });
});

/**
 * In the page: the outcomes of an ensemble, and the hash of its third seed after it was opened and trained for 100 steps.
 *
 * @param {Training} training
 * @param {{ setup: import('../../web/src/training/ensemble.ts').EnsembleSetup, poolSize: number }} given
 */
async function runEnsemble({ Ensemble, TrainingSession }, { setup, poolSize }) {
  const outcomes = await new Ensemble(setup, {}, { poolSize }).outcomes;
  const results = outcomes.map(({ result }) => result);
  let arrive = () => {};
  const arrived = new Promise((resolve) => {
    arrive = () => resolve(undefined);
  });
  const session = new TrainingSession({ stopped: () => arrive() });
  await session.load(results[2]?.document ?? '');
  await session.step('batch', 100);
  await arrived;
  const hash = await session.hash();
  session.dispose();
  return { seeds: outcomes.map(({ seed }) => seed), results, hash };
}

describe('an ensemble', () => {
  const setup = {
    spec: {
      layers: [{ width: 3 }, { width: 1, activation: 'identity' }],
      learningRate: 0.1,
      data: { dataset: 'xor_points' },
    },
    seeds: [11, 4, 2, 19, 7, 1, 3, 12],
    stop: { scoreAtLeast: 1, maxEpochs: 300 },
  };
  const expected = { seeds: setup.seeds, results: /** @type {object[]} */ ([]), hash: '' };
  beforeAll(() => {
    Object.assign(
      expected,
      inNode(`
        const { spec, seeds, stop } = ${JSON.stringify(setup)};
        const hashes = [];
        const results = seeds.map((seed) => {
          const trainer = lab.trainer({ ...spec, seed });
          const { reason } = trainer.runUntil(stop);
          const { train, test, steps } = trainer.snapshot({ evaluation: true });
          const result = { reason, train, test, steps, hash: trainer.hash(), document: trainer.save() };
          trainer.step(100);
          hashes.push(trainer.hash());
          return result;
        });
        return { results, hash: hashes[2] };`),
    );
    expect(new Set(expected.results.map((result) => /** @type {any} */ (result).reason)).size).toBe(2);
  });

  it.each([1, 2, 4])('has the outcomes that Node has, with a pool of %i', async (poolSize) => {
    const page = await lab.open();
    expect(await inPage(page, runEnsemble, { setup, poolSize })).toMatchObject(expected);
    await expect.poll(() => page.workers()).toEqual([]);
  });

  it('has them in a sandboxed frame', async () => {
    const frame = await sandboxedFrame();
    expect(await inPage(frame, runEnsemble, { setup, poolSize: 2 })).toMatchObject(expected);
  });

  it('has them in a page without workers', async () => {
    const page = await workerlessPage();
    expect(await inPage(page, runEnsemble, { setup, poolSize: 2 })).toMatchObject(expected);
  });

  it('runs the seed again whose worker is gone', async () => {
    const page = await lab.open();
    const long = { ...setup, seeds: [1, 2, 3], stop: { maxSteps: 2_000_000 } };
    const undisturbed = inNode(`
      const { spec, seeds, stop } = ${JSON.stringify(long)};
      return seeds.map((seed) => {
        const trainer = lab.trainer({ ...spec, seed });
        trainer.runUntil(stop);
        return { hash: trainer.hash() };
      });`);
    const running = inPage(page, runEnsemble, { setup: long, poolSize: 2 });
    await expect.poll(() => page.workers().length).toBe(2);
    await page.workers()[1]?.evaluate('close()');
    expect((await running).results).toMatchObject(undisturbed);
  });
});
