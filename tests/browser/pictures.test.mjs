import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { inRoot } from '../../web/tooling/paths.mjs';
import { measure, readText } from './picture-checks.mjs';
import { NARROW, useLab } from './support.mjs';

// Pictures for a person to look at, in build/pictures/. What can be checked of them without one is checked.

const lab = useLab();
const FOLDER = inRoot('build', 'pictures');

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('playwright-core').Locator} Locator
 * @typedef {import('playwright-core').BrowserContextOptions} ContextOptions
 */

const LANGUAGES = ['en', 'zh-CN'];
/** In the order of the switch that chooses one; its first choice is that of the system. */
const THEMES = ['light', 'dark'];

const SETUP = '#data=moons&layers=4:relu,3:tanh&rate=0.1&test=1&seed=3&stop=epochs:30';
const DIVERGING = '#data=plane&layers=4:relu&rate=1000';
/** @type {ContextOptions} */
const PHONE = { viewport: NARROW, isMobile: true, hasTouch: true };

const HAN = /\p{Script=Han}/u;
/** Names may stay as they are; sentences may not. */
const ENGLISH_SENTENCE = /[a-z]+ [a-z]+ [a-z]+/;

/** Smallest side of a picture in which there is something to see. */
const LEAST_SIDE = 24;
/** Letters have smooth edges. */
const COLOURS_OF_TEXT = 16;
/** Of a map or of a whole page. */
const COLOURS_OF_MAPS = 200;
const LEAST_DRAWN = 0.01;
/** Fewer would mean that most of it was not read. */
const TEXTS_OF_A_PAGE = 80;
const LIGHT_GROUND = 235;
const DARK_GROUND = 40;

/**
 * @typedef {object} Wanted what a picture has to have
 * @property {boolean} [whole] it is of the whole page, of which the target is the part that is read
 * @property {number} [colours]
 *
 * @typedef {(name: string, target: Locator, wanted?: Wanted) => Promise<void>} Take
 */

beforeAll(() => mkdir(FOLDER, { recursive: true }));

/** @param {string} path @param {ContextOptions} [options] */
async function open(path, options = {}) {
  const page = await lab.blank({ reducedMotion: 'reduce', ...options });
  await page.goto(`${lab.url}${path}`);
  return page;
}

/** In both languages and both themes. @param {Page} page @param {(take: Take) => Promise<void>} show */
async function inEveryLook(page, show) {
  // Pictures are measured where nothing forbids it.
  const scales = await lab.blank();
  for (const [languageIndex, language] of LANGUAGES.entries()) {
    for (const [themeIndex, theme] of THEMES.entries()) {
      const choices = page.locator('.switches al-segmented-choice');
      await choices.nth(0).getByRole('radio').nth(languageIndex).check();
      await choices
        .nth(1)
        .getByRole('radio')
        .nth(themeIndex + 1)
        .check();
      await page.locator(`html[lang="${language}"][data-theme="${theme}"]`).waitFor();
      await show((name, target, wanted) =>
        take({ file: `${name}.${language}.${theme}.png`, language, theme, scales }, target, wanted),
      );
    }
  }
}

/**
 * @param {{ file: string, language: string, theme: string, scales: Page }} look
 * @param {Locator} target
 * @param {Wanted} [wanted]
 */
async function take({ file, language, theme, scales }, target, wanted = {}) {
  const { whole = false, colours = COLOURS_OF_TEXT } = wanted;
  const page = target.page();
  await target.waitFor();
  const png = await (whole ? wholePage(page) : target.screenshot());
  await writeFile(join(FOLDER, file), png);

  const { width = 0, height = 0 } = (await target.boundingBox()) ?? {};
  expect.soft(Math.min(width, height), `${file}: size`).toBeGreaterThan(LEAST_SIDE);
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect.soft(beyond, `${file}: pixels beyond the window`).toBe(0);

  const { faults, texts } = await readText(target);
  expect.soft(faults, `${file}: text`).toEqual([]);
  const isForeign = /** @param {string} text */ (text) =>
    language === 'en' ? HAN.test(text) : !HAN.test(text) && ENGLISH_SENTENCE.test(text);
  expect.soft(texts.filter(isForeign), `${file}: text of another language`).toEqual([]);
  expect.soft(texts.length, `${file}: pieces of text`).toBeGreaterThan(whole ? TEXTS_OF_A_PAGE : 0);

  const seen = await measure(scales, png);
  expect.soft(seen.colours, `${file}: colours`).toBeGreaterThanOrEqual(colours);
  expect.soft(seen.drawn, `${file}: share that is drawn`).toBeGreaterThan(LEAST_DRAWN);
  if (theme === 'light') expect.soft(seen.ground, `${file}: lightness`).toBeGreaterThan(LIGHT_GROUND);
  else expect.soft(seen.ground, `${file}: lightness`).toBeLessThan(DARK_GROUND);
}

/** While Chromium takes a picture beyond the window, it forgets that there are fingers. @param {Page} page */
async function wholePage(page) {
  const size = /** @type {{ width: number, height: number }} */ (page.viewportSize());
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...size, height });
  const png = await page.screenshot();
  await page.setViewportSize(size);
  return png;
}

/** There is a network. @param {Page} page */
const labReady = (page) => page.locator('al-results-panel dd.hash').waitFor();

/** Trains until it stops by itself. @param {Page} page */
async function train(page) {
  await page.locator('al-training-bar button.primary').click();
  await page.locator('al-training-bar .stop p').filter({ hasText: /./ }).waitFor();
  await labReady(page);
}

/** @param {Page} page @param {'open' | 'share'} name */
async function openDialog(page, name) {
  await page
    .locator('.tools button')
    .nth(name === 'open' ? 0 : 1)
    .click();
  return page.locator(`al-${name}-dialog dialog`);
}

/** @param {Page} page @param {Take} take @param {string} prefix */
async function takeDialogs(page, take, prefix) {
  for (const name of /** @type {const} */ (['share', 'open'])) {
    await take(`${prefix}-${name}-dialog`, await openDialog(page, name));
    await page.keyboard.press('Escape');
  }
}

/** The lab after a training. @param {ContextOptions} [options] */
async function trainedLab(options) {
  const page = await open(`lab.html${SETUP}`, options);
  await labReady(page);
  await train(page);
  return page;
}

/** The start page with all that is fetched when it comes near. @param {ContextOptions} [options] */
async function startPage(options) {
  const page = await open('', options);
  const map = page.locator('mini-network al-decision-map #description').filter({ hasText: /\d/ });
  await expect
    .poll(
      async () => {
        for (const name of ['tensor-pipeline', 'mini-network'])
          await page.locator(name).evaluate((element) => element.scrollIntoView());
        return map.count();
      },
      { timeout: 20_000, interval: 50 },
    )
    .toBe(1);
  await page.locator('tensor-pipeline al-tensor-grid').first().waitFor();
  await page.locator('activation-explorer[aria-busy="false"]').waitFor();
  return page;
}

it('the panels and dialogs of the lab', async () => {
  const page = await trainedLab();
  for (const _ of [1, 2]) {
    await page.locator('al-training-bar .buttons button').last().click();
    await train(page);
  }
  const [stop, settings] = [page.locator('al-stop-settings'), page.locator('al-settings-panel')];
  const runs = page.locator('al-run-history');
  for (const panel of [stop, settings, runs]) await panel.locator('summary').click();
  for (const run of await runs.getByRole('checkbox').all()) await run.check();
  const unit = page.locator('al-network-diagram button').first();

  await inEveryLook(page, async (take) => {
    await take('lab', page.locator('body'), { whole: true, colours: COLOURS_OF_MAPS });
    await take('lab-data', page.locator('al-data-panel'));
    await take('lab-features', page.locator('al-data-panel fieldset:has(.features)'));
    await take('lab-network', page.locator('al-network-panel'), { colours: COLOURS_OF_MAPS });
    await take('lab-output', page.locator('al-output-panel'), { colours: COLOURS_OF_MAPS });
    await take('lab-results', page.locator('al-results-panel'));
    await take('lab-settings', settings);
    await take('lab-stop-settings', stop);
    await take('lab-run-history', runs);
    await takeDialogs(page, take, 'lab');
    await unit.click();
    await take('lab-unit-inspector', page.locator('al-unit-inspector'));
    await unit.click();
  });
}, 120_000);

it('the notice of a divergence', async () => {
  const page = await open(`lab.html${DIVERGING}`);
  await labReady(page);
  await page.locator('al-training-bar button.primary').click();
  await inEveryLook(page, (take) =>
    take('lab-divergence-notice', page.locator('.notice:has(.notice-actions)')),
  );
});

it('the lab on a phone', async () => {
  const page = await trainedLab(PHONE);
  await inEveryLook(page, async (take) => {
    await take('phone-lab', page.locator('body'), { whole: true, colours: COLOURS_OF_MAPS });
    await takeDialogs(page, take, 'phone-lab');
  });
});

it.each([
  ['start', {}],
  ['phone-start', PHONE],
])('the start page: %s', async (name, options) => {
  const page = await startPage(options);
  await inEveryLook(page, (take) =>
    take(name, page.locator('body'), { whole: true, colours: COLOURS_OF_MAPS }),
  );
});
