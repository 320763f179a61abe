import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { useLab } from './support.mjs';

const lab = useLab();

/** @typedef {import('playwright-core').Page} Page */

const HOST = 'http://course.test/';

/** Lets the file go that was held back. */
let release = () => {};

/**
 * A page of a course, from another origin, with `{{lab}}` replaced by where the lab is.
 *
 * @param {string} name of a file in hosts/
 * @param {Record<string, string>} [headers]
 * @param {string} [heldBack] the end of the address of a file of the lab that does not come before it is released
 */
async function openHost(name, headers = {}, heldBack) {
  const released = new Promise((resolve) => {
    release = () => resolve(undefined);
  });
  const file = await readFile(new URL(`hosts/${name}.html`, import.meta.url), 'utf8');
  const context = await lab.context();
  await context.route(`${HOST}**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers,
      body: file.replaceAll('{{lab}}', lab.url.replace(/\/$/, '')),
    }),
  );
  // The host has no address of its own, and the browser lets no such page ask a server on this machine.
  await context.route(`${lab.url}**`, async (route) => {
    try {
      if (heldBack !== undefined && route.request().url().endsWith(heldBack)) await released;
      await route.fulfill({ response: await route.fetch() });
    } catch {
      // The test has ended while a frame was still loading.
    }
  });
  const page = await context.newPage();
  await page.goto(HOST);
  return page;
}

/** The lab in a frame. @param {Page} page @param {string} [selector] */
const frameOf = (page, selector = 'iframe') => page.frameLocator(selector);

/** Loads the frame again: a sandbox holds from the next document on. @param {Page} page @param {string} sandbox */
async function putIntoSandbox(page, sandbox) {
  await page.locator('iframe').evaluate((frame, value) => {
    const other = /** @type {HTMLIFrameElement} */ (frame.cloneNode());
    other.setAttribute('sandbox', value);
    frame.replaceWith(other);
  }, sandbox);
  const { origin } = await page
    .frameLocator('iframe')
    .locator('html')
    .evaluate(() => ({ origin: globalThis.origin }));
  expect(origin).toBe('null');
}

/** @param {import('playwright-core').FrameLocator | import('playwright-core').Locator} where */
const epochOf = (where) =>
  where
    .locator('al-training-bar dd')
    .first()
    .textContent({ timeout: 1000 })
    .then(Number)
    .catch(() => 0);

/** @param {import('playwright-core').FrameLocator | import('playwright-core').Locator} where */
const untilItLearns = (where) => expect.poll(() => epochOf(where), { timeout: 30_000 }).toBeGreaterThan(2);

/** What the page around the frame has heard. @param {Page} page */
const heard = (page) => page.evaluate(() => /** @type {any} */ (globalThis).heard);

/** Tells the lab in the frame of the page. @param {Page} page @param {object} message */
const tell = (page, message) => page.evaluate((sent) => /** @type {any} */ (globalThis).say(sent), message);

/** @param {Page} page @param {string} id @returns {Promise<any>} */
const answerTo = async (page, id) => (await heard(page)).find((/** @type {any} */ one) => one.id === id);

describe('in a frame', () => {
  it('the lab has no page around it, and as much height as it needs', async () => {
    const page = await openHost('plain');
    await untilItLearns(frameOf(page));
    expect(await frameOf(page).locator('header, footer').count()).toBe(0);
    await expect
      .poll(() => page.locator('iframe').evaluate((frame) => frame.clientHeight), { timeout: 10_000 })
      .toBeGreaterThan(700);
    // Nothing of it scrolls but the page.
    const inner = await frameOf(page)
      .locator('html')
      .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
    expect(inner).toBeLessThanOrEqual(2);
    await frameOf(page).getByRole('link', { name: 'Open in the lab' }).waitFor();
  });

  it('it tells its height in the words of every platform', async () => {
    const page = await openHost('platforms');
    await untilItLearns(frameOf(page));
    await expect
      .poll(async () => Object.keys((await heard(page)) ?? {}).sort(), { timeout: 10_000 })
      .toEqual(['canvas', 'embedly', 'h5p', 'lab', 'openlearning']);
    const heights = new Set(Object.values(await heard(page)));
    expect(Math.min(...heights)).toBeGreaterThan(300);
  });

  it.each([
    ['before', ''],
    ['after', ''],
    ['after', 'allow-scripts'],
  ])("H5P's resizer, there %s it, sizes it (sandbox “%s”)", async (when, sandbox) => {
    const page = await openHost('h5p', {}, when === 'before' ? 'activation-lab-training.wasm' : undefined);
    const start = () => page.evaluate(() => /** @type {any} */ (globalThis).startResizer());
    const frame = page.locator('iframe');
    const height = () => frame.evaluate((element) => element.clientHeight);
    if (sandbox !== '') await putIntoSandbox(page, sandbox);
    if (when === 'before') await start();
    release();
    await frameOf(page).locator('al-training-bar').waitFor();
    if (when === 'after') {
      // All that it tells by itself has been told by then.
      await page.waitForTimeout(1000);
      expect(await height()).toBe(300);
      await start();
    }
    const wanted = () =>
      frameOf(page)
        .locator('html')
        .evaluate((element) => Math.ceil(element.getBoundingClientRect().height));
    const fits = async () => Math.abs((await height()) - (await wanted()));
    await expect.poll(height, { timeout: 10_000 }).toBeGreaterThan(700);
    await expect.poll(fits).toBeLessThanOrEqual(2);
    // Another window, and another height.
    const before = await height();
    await page.setViewportSize({ width: 500, height: 900 });
    await expect.poll(height, { timeout: 10_000 }).toBeGreaterThan(before + 200);
    await expect.poll(fits).toBeLessThanOrEqual(2);
    if (sandbox !== '') return;
    // The page has forgotten the height, and the frame knows of no change of its own.
    await frame.evaluate((element) => {
      element.style.height = '';
      dispatchEvent(new Event('resize'));
    });
    await expect.poll(fits).toBeLessThanOrEqual(2);
  });

  it('without an origin, in a sandbox, it works', async () => {
    const page = await openHost('sandbox');
    await untilItLearns(frameOf(page));
  });

  it.each([
    ['allow-scripts', 'neither', false, false],
    ['allow-scripts allow-popups', 'the link', true, false],
    ['allow-scripts allow-popups allow-downloads', 'the link and files', true, true],
  ])('a sandbox with %s allows %s', async (sandbox, _what, opens, saves) => {
    const page = await openHost('sandbox');
    await putIntoSandbox(page, sandbox);
    await untilItLearns(frameOf(page));
    const popup = page
      .context()
      .waitForEvent('page', { timeout: 4000 })
      .catch(() => undefined);
    await frameOf(page).getByRole('link', { name: 'Open in the lab' }).click();
    const opened = await popup;
    expect(opened !== undefined).toBe(opens);
    await opened?.getByRole('button', { name: 'Share' }).waitFor();
    await opened?.close();
    await frameOf(page).getByText('Export', { exact: true }).first().click();
    const download = page.waitForEvent('download', { timeout: 4000 }).catch(() => undefined);
    await frameOf(page).getByText('Loss history (.csv)').click();
    expect((await download) !== undefined).toBe(saves);
  });

  it('it lets the wheel scroll the page and the keyboard leave', async () => {
    const page = await openHost('plain');
    await untilItLearns(frameOf(page));
    const { x, y, width } = /** @type {{ x: number, y: number, width: number }} */ (
      await page.locator('iframe').boundingBox()
    );
    await page.mouse.move(x + width * 0.8, y + 200);
    await page.mouse.wheel(0, 300);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
    await frameOf(page).getByRole('link', { name: 'Open in the lab' }).focus();
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('after');
  });

  it('it obeys the page around it, and tells it what happens', async () => {
    const page = await openHost('messages');
    /** @param {object} message */
    const say = (message) => page.evaluate((sent) => /** @type {any} */ (globalThis).say(sent), message);
    /** @param {string} type @returns {Promise<any>} */
    const last = async (type) => {
      await expect
        .poll(async () => (await heard(page)).some((/** @type {any} */ one) => one.type === type))
        .toBe(true);
      return (await heard(page)).findLast((/** @type {any} */ one) => one.type === type);
    };
    await last('activation-lab.ready');
    await frameOf(page).locator('al-training-bar').waitFor();
    await say({ type: 'activation-lab.set-state', state: 'data=gaussians&seed=4', id: 'set' });
    expect((await last('activation-lab.state')).state).toContain('seed=4');
    await say({ type: 'activation-lab.run' });
    await last('activation-lab.complete');
    await say({ type: 'activation-lab.pause', id: 1 });
    await say({ type: 'activation-lab.snapshot', id: 2 });
    const snapshot = await last('activation-lab.snapshot');
    expect(snapshot).toMatchObject({ id: 2, state: expect.stringContaining('data=gaussians') });
    expect(snapshot.steps).toBeGreaterThan(0);
    await say({ type: 'activation-lab.set-state', state: 7, id: 3 });
    expect(await last('activation-lab.error')).toMatchObject({ id: 3, problem: 'state' });
    await say({
      type: 'activation-lab.set-state',
      state: 'data=gaussians&seed=5&rate=fast&noise=0.1',
      id: 5,
    });
    await expect
      .poll(() => last('activation-lab.error'))
      .toEqual({ type: 'activation-lab.error', id: 5, problem: 'state', keys: ['rate'] });
    expect((await last('activation-lab.state')).state).toContain('seed=5');
    await say({ type: 'activation-lab.reset', id: 4 });
    await expect.poll(() => epochOf(frameOf(page)), { timeout: 5000 }).toBe(0);
  });

  it('it names values that are possible, but not with the others', async () => {
    const page = await openHost('messages');
    await frameOf(page).locator('al-training-bar').waitFor();
    const cases = /** @type {const} */ ([
      ['layers=3:relu&weights=1,2', ['weights']],
      ['data=own', ['data']],
      ['data=sine&features=x2', ['features']],
      ['data=plane&loss=hinge', ['loss']],
      ['data=sine&layers=2:relu', []],
    ]);
    for (const [state, keys] of cases) {
      await tell(page, { type: 'activation-lab.set-state', state, id: state });
      await expect.poll(() => answerTo(page, state), { timeout: 10_000 }).toBeDefined();
      expect((await answerTo(page, state)).keys ?? [], state).toEqual(keys);
    }
  });

  it('it judges each state that came before it was there', async () => {
    const page = await openHost('messages', {}, 'activation-lab-training.wasm');
    await expect
      .poll(async () => (await heard(page)).map((/** @type {any} */ { type }) => type))
      .toContain('activation-lab.ready');
    await tell(page, { type: 'activation-lab.set-state', state: 'rate=fast', id: 'bad' });
    await tell(page, { type: 'activation-lab.set-state', state: 'seed=6', id: 'good' });
    expect(await answerTo(page, 'bad')).toBeUndefined();
    release();
    await expect
      .poll(() => answerTo(page, 'bad'), { timeout: 30_000 })
      .toEqual({ type: 'activation-lab.error', id: 'bad', problem: 'state', keys: ['rate'] });
    expect(await answerTo(page, 'good')).toEqual({ type: 'activation-lab.done', id: 'good' });
    const states = (await heard(page)).filter(
      (/** @type {any} */ { type }) => type === 'activation-lab.state',
    );
    expect(states.at(-1).state).toBe('seed=6');
  });

  it('ten of them on a page learn only while they are seen', async () => {
    const page = await openHost('ten');
    await untilItLearns(frameOf(page, '#lab-0'));
    await page.locator('#lab-9').evaluate((frame) => frame.scrollIntoView());
    await untilItLearns(frameOf(page, '#lab-9'));
    await page.waitForTimeout(500);
    const before = await epochOf(frameOf(page, '#lab-0'));
    await page.waitForTimeout(500);
    expect(await epochOf(frameOf(page, '#lab-0'))).toBe(before);
  });
});

describe('as an element', () => {
  it('it works in a page of another origin under a strict policy', async () => {
    const { origin } = new URL(lab.url);
    const page = await openHost('element', {
      'Content-Security-Policy': `default-src 'self'; script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}; font-src ${origin}; worker-src blob:`,
    });
    const element = page.locator('activation-lab');
    await untilItLearns(element);
    await element.getByText('Solve it').waitFor();
    expect(await element.getByLabel('Learning rate', { exact: true }).isDisabled()).toBe(true);
    expect(await element.locator('al-data-panel al-dataset-choice').count()).toBe(0);
    await element.evaluate((lab) => lab.setAttribute('hide', 'nothing'));
    await element.getByText('hide = “nothing” is not a possible value.').waitFor();
    expect(await element.locator('al-data-panel al-dataset-choice').count()).toBe(0);
  });
});
