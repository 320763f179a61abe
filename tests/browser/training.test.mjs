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

describe('the golden scenes', () => {
  it('have the golden bits in a worker', async () => {
    const page = await lab.open();
    expect(await inPage(page, trainScenes, scenes)).toEqual({ backend: 'worker', hashes: golden });
    await expect.poll(() => page.workers()).toEqual([]);
  });

  it('have them in a sandboxed frame, by a worker from a blob', async () => {
    const page = await foreignPage('<iframe sandbox="allow-scripts" srcdoc="<p>A sandbox</p>"></iframe>');
    const [, frame] = /** @type {[Frame, Frame]} */ (page.frames());
    await frame.waitForLoadState();
    expect(await frame.evaluate(() => origin)).toBe('null');
    expect(await inPage(frame, trainScenes, scenes)).toEqual({ backend: 'blob-worker', hashes: golden });
  });

  it('have them where no worker is allowed, in the page itself', async () => {
    const { origin } = new URL(lab.url);
    const policy = `default-src 'self'; script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}`;
    const page = await foreignPage('', policy);
    expect(await inPage(page, trainScenes, scenes)).toEqual({ backend: 'main-thread', hashes: golden });
  });
});

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
    const program = `
      import { loadTrainingLab } from ${JSON.stringify(pathToFileURL(join(DIST, 'activation-lab.js')).href)};
      const trainer = (await loadTrainingLab()).trainer(${JSON.stringify(spec)});
      trainer.step(${LONG});
      console.log(trainer.hash());`;
    const options = ['--input-type=module', '-e', program];
    undisturbed = execFileSync(process.execPath, options, { encoding: 'utf8' }).trim();
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
    const { lost, steps } = await reportOf(page);
    expect(lost).toHaveLength(1);
    expect(lost[0]).toBeLessThan(LONG);
    expect(steps).toBe(LONG);
    lab.takeComplaints();
  });
});
