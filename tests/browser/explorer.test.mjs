import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { accessibilityViolations, fragmentWith, NARROW, useLab } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const lab = useLab();

const VIEWS = ['curves', 'distribution', 'neuron', 'composition', 'comparison', 'gradient', 'cost'];

/** The first plot of the view. @param {Page} page */
const plot = (page) => page.locator('activation-explorer al-plot-surface').first();
/** @param {Page} page */
const probe = (page) => page.getByRole('slider', { name: 'Probe' }).first();
/** @param {Page} page */
const probeAt = async (page) => Number(await probe(page).getAttribute('aria-valuenow'));

/** The numbers of a row in the table at the probe. @param {Page} page @param {string} name */
const readings = (page, name) =>
  page
    .locator('al-curves-view')
    .getByRole('row')
    .filter({ hasText: name })
    .getByRole('cell')
    .allTextContents();

/** Horizontal and vertical ends of the window in the address. @param {Page} page */
async function shownWindow(page) {
  const fragment = await fragmentWith(page, 'explorer.window=');
  return (/explorer\.window=([^&]*)/.exec(decodeURIComponent(fragment))?.[1] ?? '').split(',').map(Number);
}

/** @param {Page} page */
async function boxOf(page) {
  await plot(page).scrollIntoViewIfNeeded();
  const box = await plot(page).boundingBox();
  if (!box) throw new Error('the plot is not on screen');
  return box;
}

describe('the probe', () => {
  it('moves by keys', async () => {
    const page = await lab.open();
    await probe(page).focus();
    await page.keyboard.press('ArrowRight');
    expect(await probeAt(page)).toBe(1.1);
    await page.keyboard.press('Shift+ArrowLeft');
    expect(await probeAt(page)).toBe(0.1);
    await page.keyboard.press('PageUp');
    expect(await probeAt(page)).toBe(1.1);
    await page.keyboard.press('Home');
    expect(await probeAt(page)).toBe(-6);
    await page.keyboard.press('ArrowLeft');
    expect(await probeAt(page)).toBe(-6.1);
    expect((await shownWindow(page))[0]).toBe(-6.1);
    await page.keyboard.press('End');
    expect(await probeAt(page)).toBe(5.9);
  });

  it('follows the mouse, and shows value, slope and curvature', async () => {
    const page = await lab.open();
    const box = await boxOf(page);
    const handle = await probe(page).boundingBox();
    if (!handle) throw new Error('no probe');
    await page.mouse.move(handle.x + handle.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 30, box.y + 40, { steps: 8 });
    expect(await probeAt(page)).toBe(-6);
    await page.mouse.up();
    expect(await readings(page, 'ReLU')).toEqual(['0', '0', '0']);
    expect(await readings(page, 'Sigmoid')).toEqual(['0.0024726', '0.0024665', '0.0024543']);
  });

  it('goes where the background is clicked', async () => {
    const page = await lab.open();
    const box = await boxOf(page);
    await page.mouse.click(box.x + box.width * 0.25, box.y + box.height * 0.3);
    expect(await probeAt(page)).toBeLessThan(-2);
    await fragmentWith(page, 'explorer.x=-');
  });

  it('takes a number, also one out of sight', async () => {
    const page = await lab.open();
    await page.getByLabel('Probe at x =').fill('100');
    await page.keyboard.press('Enter');
    expect(await readings(page, 'ReLU')).toEqual(['100', '1', '0']);
    const [left = 0, right = 0] = await shownWindow(page);
    expect((left + right) / 2).toBe(100);
  });

  it('says what it reads', async () => {
    const page = await lab.open('#explorer.x=0');
    expect(await probe(page).getAttribute('aria-valuetext')).toBe(
      'At x = 0; ReLU 0, slope 0; Sigmoid 0.5, slope 0.25',
    );
  });
});

describe('pan and zoom', () => {
  it('pans by dragging the background', async () => {
    const page = await lab.open();
    const box = await boxOf(page);
    await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.5);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.5, { steps: 5 });
    await page.mouse.up();
    const [left = 0, right = 0, bottom, top] = await shownWindow(page);
    expect(left).toBeLessThan(-6.5);
    expect(right - left).toBeCloseTo(12, 1);
    expect([bottom, top]).toEqual([-0.75, 2.25]);
    expect(await probeAt(page)).toBe(1);
  });

  it('zooms by the wheel with Ctrl only, and leaves the page its own wheel', async () => {
    const page = await lab.open();
    const box = await boxOf(page);
    await page.evaluate(() => scrollTo(0, 0));
    await page.mouse.move(box.x + box.width / 2, Math.min(box.y + 60, 800));
    await page.mouse.wheel(0, 120);
    await page.waitForFunction(() => scrollY > 0);
    expect(await page.evaluate(() => location.hash)).not.toContain('window');

    await plot(page).scrollIntoViewIfNeeded();
    await plot(page).hover();
    const before = await page.evaluate(() => scrollY);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -240);
    await page.keyboard.up('Control');
    const [left = 0, right = 0] = await shownWindow(page);
    expect(right - left).toBeLessThan(12);
    expect(await page.evaluate(() => scrollY)).toBe(before);
  });

  it('zooms, fits, evens out and resets by buttons', async () => {
    const page = await lab.open();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    const [left = 0, right = 0] = await shownWindow(page);
    expect(right - left).toBeCloseTo(8, 6);
    await page.getByRole('button', { name: 'Fit', exact: true }).click();
    await page.waitForFunction(() => decodeURIComponent(location.hash).includes('-0.32'));
    expect((await shownWindow(page))[3]).toBeGreaterThan(4);
    await page.getByRole('button', { name: '1 : 1' }).click();
    await fragmentWith(page, 'explorer.equal=1');
    await page.getByRole('tabpanel').getByRole('button', { name: 'Reset', exact: true }).first().click();
    await page.waitForFunction(() => !location.hash.includes('window') && !location.hash.includes('equal'));
  });

  it('zooms and resets by keys', async () => {
    const page = await lab.open();
    await probe(page).focus();
    await page.keyboard.press('+');
    expect((await shownWindow(page))[1]).toBe(4);
    await page.keyboard.press('0');
    await page.waitForFunction(() => !location.hash.includes('window'));
  });
});

describe('touch', () => {
  const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };

  /** @param {Page} page */
  async function fingers(page) {
    const session = await page.context().newCDPSession(page);
    /** @param {'touchStart' | 'touchMove' | 'touchEnd'} type @param {{ x: number, y: number }[]} touchPoints */
    return (type, touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
  }

  it('moves the probe with one finger sideways', async () => {
    const page = await lab.open('', phone);
    const box = await boxOf(page);
    const touch = await fingers(page);
    const y = box.y + box.height / 2;
    await touch('touchStart', [{ x: box.x + 200, y }]);
    for (let x = 200; x >= 80; x -= 20) await touch('touchMove', [{ x: box.x + x, y }]);
    await touch('touchEnd', []);
    expect(await probeAt(page)).toBeLessThan(-2);
    expect(await page.evaluate(() => location.hash)).not.toContain('window');
  });

  it('zooms with two fingers without scrolling the page', async () => {
    const page = await lab.open('', phone);
    const box = await boxOf(page);
    const touch = await fingers(page);
    const y = box.y + box.height / 2;
    const scrolled = await page.evaluate(() => scrollY);
    await touch('touchStart', [{ x: box.x + 150, y }]);
    await touch('touchStart', [
      { x: box.x + 150, y },
      { x: box.x + 220, y },
    ]);
    for (let spread = 0; spread <= 60; spread += 10) {
      await touch('touchMove', [
        { x: box.x + 150 - spread, y },
        { x: box.x + 220 + spread, y },
      ]);
    }
    await touch('touchEnd', []);
    const [left = 0, right = 0] = await shownWindow(page);
    expect(right - left).toBeLessThan(7);
    expect(await probeAt(page)).toBe(1);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
  });

  it('lets the page scroll by a vertical swipe', async () => {
    const page = await lab.open('', phone);
    const box = await boxOf(page);
    const touch = await fingers(page);
    const scrolled = await page.evaluate(() => scrollY);
    const x = box.x + box.width / 2;
    await touch('touchStart', [{ x, y: box.y + box.height - 20 }]);
    for (let y = 30; y <= 180; y += 15) await touch('touchMove', [{ x, y: box.y + box.height - y }]);
    await touch('touchEnd', []);
    await page.waitForFunction((before) => scrollY > before, scrolled);
    expect(await probeAt(page)).toBe(1);
  });
});

describe('curves', () => {
  it('do not join the two sides of a jump', async () => {
    const page = await lab.open('#explorer.curves=step&explorer.show=0');
    const path = await plot(page).locator('path.curve').getAttribute('d');
    const verticals = [...(path ?? '').matchAll(/([\d.]+),([\d.]+)L([\d.]+),([\d.]+)/g)].filter(
      ([, x0, y0, x1, y1]) => Math.abs(Number(x0) - Number(x1)) < 1 && Math.abs(Number(y0) - Number(y1)) > 5,
    );
    expect(verticals).toEqual([]);
    expect(path?.match(/M/g)).toHaveLength(2);
    expect(await plot(page).locator('circle.dot.open').count()).toBe(1);
  });

  it('are drawn solid, dashed and dotted', async () => {
    const page = await lab.open('#explorer.curves=tanh&explorer.show=0,1,2');
    const dashes = await plot(page)
      .locator('path.curve')
      .evaluateAll((paths) => paths.map((path) => getComputedStyle(path).strokeDasharray));
    expect(new Set(dashes).size).toBe(3);
    await page
      .getByRole('group', { name: 'Function and derivatives shown' })
      .getByRole('button')
      .nth(2)
      .click();
    expect(await plot(page).locator('path.curve').count()).toBe(2);
  });

  it('are found by name, put on the plot and taken off', async () => {
    const page = await lab.open();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Choose activations' });
    await dialog.getByRole('searchbox').fill('swish');
    await dialog.getByRole('button', { name: 'SiLU' }).click();
    await dialog.getByText('3 of at most 6 curves').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await fragmentWith(page, 'explorer.curves=relu,sigmoid,silu');
    await page.getByRole('button', { name: 'Remove ReLU', exact: true }).click();
    await fragmentWith(page, 'explorer.curves=sigmoid,silu');
    await fragmentWith(page, 'explorer.colours=2,3');
  });

  it('obey their parameters, in the picture, the code and the link', async () => {
    const page = await lab.open('#explorer.curves=hardtanh');
    const before = await plot(page).locator('path.curve').first().getAttribute('d');
    const entry = page.getByRole('textbox', { name: 'min_val, value' });
    await entry.fill('-0.5');
    await entry.press('Enter');
    await fragmentWith(page, 'hardtanh(min_val:-0.5)');
    expect(await plot(page).locator('path.curve').first().getAttribute('d')).not.toBe(before);
    await page.getByText('nn.Hardtanh(min_val=-0.5, max_val=1.0)').waitFor();
    await page.getByRole('button', { name: 'Add a copy' }).click();
    await fragmentWith(page, 'hardtanh(min_val:-0.5),hardtanh(min_val:-0.5)');
  });

  it('are shaded where they saturate, with a second cue', async () => {
    const page = await lab.open('#explorer.curves=tanh&explorer.zones=1');
    expect(await plot(page).locator('.zone').count()).toBe(2);
    expect(await plot(page).locator('.zone .hatch').first().getAttribute('d')).toMatch(/^M/);
    expect(await plot(page).locator('#description').textContent()).toContain(
      'Tanh saturates (|f′| below 0.05)',
    );
  });
});

describe('a link', () => {
  it('restores the same picture', async () => {
    const page = await lab.open(
      '#lang=en&explorer.curves=elu(alpha:1.5),hardshrink&explorer.zones=1&explorer.show=0,1,2',
    );
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await probe(page).focus();
    await page.keyboard.press('ArrowLeft');
    const fragment = await fragmentWith(page, 'explorer.x=0.9');
    const picture = await plot(page).locator('svg').innerHTML();
    const again = await lab.open(fragment);
    expect(withoutMarkers(await plot(again).locator('svg').innerHTML())).toBe(withoutMarkers(picture));
  });

  it.each(VIEWS)('opens the view %s, which describes its picture', async (view) => {
    const page = await lab.open(`#explorer.view=${view}`);
    expect(await page.getByRole('tab', { selected: true }).count()).toBe(1);
    await page.locator(`al-${view}-view`).waitFor();
    if (view === 'cost') return;
    const pictures = page.locator('activation-explorer').getByRole('img');
    for (const picture of await pictures.all()) {
      expect(await picture.getAttribute('aria-label')).toMatch(/\w/);
      const text = await picture.evaluate((svg) => {
        const id = svg.getAttribute('aria-describedby') ?? '';
        return /** @type {ShadowRoot} */ (svg.getRootNode()).getElementById(id)?.textContent;
      });
      expect(text).toMatch(/\d/);
    }
  });

  it('with bad values opens, and names them', async () => {
    const page = await lab.open('#explorer.curves=relu,nonsense&explorer.x=far&explorer.times=99');
    for (const key of ['explorer.curves', 'explorer.x', 'explorer.times']) {
      await page.getByRole('alert').getByText(key, { exact: false }).waitFor();
    }
    expect(await readings(page, 'Sigmoid')).toHaveLength(3);
  });
});

/** Lit's own comments are no part of the picture. @param {string} html */
const withoutMarkers = (html) => html.replace(/<!--.*?-->/g, '').replace(/\s+/g, ' ');

describe('the views', () => {
  it('work out one neuron', async () => {
    const page = await lab.open('#explorer.view=neuron&explorer.curves=relu&explorer.x=3');
    const rows = await page.locator('al-neuron-view').getByRole('row').allInnerTexts();
    expect(rows.map((row) => row.split(/\s+/).at(-1))).toEqual(['5', '5', '1', '2', '3', '1']);
  });

  it('multiply slopes', async () => {
    const page = await lab.open(
      '#explorer.view=composition&explorer.curves=sigmoid&explorer.x=0&explorer.times=5',
    );
    await page.locator('al-composition-view').getByText('After 5 steps, x = 0 has become').first().waitFor();
    expect(await page.locator('path.cobweb').getAttribute('d')).toMatch(/^M/);
  });

  it('state the error of an approximation', async () => {
    const page = await lab.open('#explorer.view=comparison');
    await page
      .locator('al-comparison-view')
      .getByText('the values differ by at most 0.000473')
      .first()
      .waitFor();
  });

  it('push a distribution through', async () => {
    const page = await lab.open('#explorer.view=distribution');
    await page.getByRole('listitem').filter({ hasText: '50% of the inputs saturate' }).waitFor();
    await page.getByText('Uniform', { exact: true }).click();
    await fragmentWith(page, 'explorer.source=uniform');
    const seed = page.getByLabel('Seed');
    await seed.fill('7');
    await seed.press('Enter');
    await fragmentWith(page, 'explorer.seed=7');
  });

  it('check the gradient, and mark a corner', async () => {
    const page = await lab.open('#explorer.view=gradient&explorer.x=0');
    const row = page.locator('al-gradient-view').getByRole('row').filter({ hasText: 'ReLU *' });
    expect((await row.getByRole('cell').allTextContents()).slice(0, 3)).toEqual(['0', '1', '0.5']);
    await page.getByText('The function has a corner or jump here').waitFor();
  });

  it('measure costs, and stop when asked', async () => {
    const page = await lab.open('#explorer.view=cost');
    await page.getByRole('button', { name: 'Measure all activations' }).click();
    await page.getByRole('progressbar', { name: 'Measurements done' }).waitFor();
    const rows = page.locator('al-cost-view').getByRole('row');
    await rows.nth(2).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Measure again' }).waitFor();
    const [core = 0, naive = 0] = (await rows.nth(1).getByRole('cell').allInnerTexts()).slice(1).map(Number);
    expect(core).toBeGreaterThan(0);
    expect(naive).toBeGreaterThan(0);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('are reached by arrow keys', async () => {
    const page = await lab.open();
    await page.getByRole('tab', { name: 'Curves' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('al-distribution-view').waitFor();
    await page.keyboard.press('End');
    await page.locator('al-cost-view').waitFor();
  });
});

describe('export', () => {
  /** @param {Page} page @param {string} item */
  async function exported(page, item) {
    await page.locator('al-export-menu summary').first().click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: item }).click(),
    ]);
    return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
  }

  it('gives an SVG that stands alone', async () => {
    const page = await lab.open('#explorer.curves=tanh&explorer.zones=1');
    const { name, content } = await exported(page, 'Picture as SVG');
    expect(name).toBe('tanh.svg');
    const source = content.toString();
    expect(source).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(source).not.toMatch(/class=|var\(|<!--/);
    const curve = await page.evaluate((text) => {
      const file = new DOMParser().parseFromString(text, 'image/svg+xml');
      return [...file.querySelectorAll('path')].some((path) =>
        path.getAttribute('stroke')?.startsWith('rgb'),
      );
    }, source);
    expect(curve).toBe(true);
  });

  it('gives a PNG of twice the size', async () => {
    const page = await lab.open('#explorer.curves=tanh');
    const { content } = await exported(page, 'Picture as PNG');
    const width = await plot(page).evaluate((surface) => surface.clientWidth);
    expect(content.subarray(1, 4).toString()).toBe('PNG');
    expect(content.readUInt32BE(16)).toBe(2 * width);
  });

  it('gives the numbers as CSV and JSON', async () => {
    const page = await lab.open('#explorer.curves=relu&explorer.window=-2,2,-1,2');
    const csv = (await exported(page, 'Data as CSV')).content.toString().split('\r\n');
    expect(csv[0]).toBe('x,ReLU,ReLU′,ReLU″');
    expect(csv[1]).toBe('-2,0,0,0');
    expect(csv.at(-2)).toBe('2,2,1,0');
    const json = JSON.parse((await exported(page, 'Data as JSON')).content.toString());
    expect(json.data.x).toHaveLength(csv.length - 2);
    expect(json.settings.activations[0].key).toBe('relu');
  });
});

describe('for everyone', () => {
  it.each(VIEWS)('axe finds nothing in %s, wide and dark, narrow and in Chinese', async (view) => {
    const fragment = `explorer.view=${view}&explorer.zones=1&explorer.curves=elu(alpha:1.5),relu`;
    const wide = await lab.open(`#lang=en&theme=dark&${fragment}`);
    await wide.locator(`al-${view}-view`).waitFor();
    expect(await accessibilityViolations(wide)).toEqual([]);
    const narrow = await lab.open(`#lang=zh-CN&theme=light&${fragment}`, { viewport: NARROW });
    await narrow.locator(`al-${view}-view`).waitFor();
    expect(await accessibilityViolations(narrow)).toEqual([]);
    expect(await narrow.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it('axe finds nothing in the picker', async () => {
    const page = await lab.open();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
