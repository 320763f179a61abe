import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { accessibilityViolations, fragmentWith, NARROW, useLab } from './support.mjs';

const lab = useLab();

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('playwright-core').BrowserContextOptions} ContextOptions
 */

const FETCHING = { timeout: 20_000, interval: 50 };

/** The network does not start by itself. @type {ContextOptions} */
const STILL = { reducedMotion: 'reduce' };

/**
 * The start page, scrolled to the network, which is fetched when it comes near.
 *
 * @param {string} [fragment]
 * @param {ContextOptions} [options]
 */
async function open(fragment = '', options = STILL) {
  const page = await lab.blank(options);
  await page.goto(`${lab.url}${fragment}`);
  await show(page);
  return page;
}

/** @param {Page} page */
async function show(page) {
  const network = page.locator('mini-network');
  const main = button(page, /^(Run|Pause|运行|暂停)$/);
  // What is above it is fetched on the way and pushes it down.
  await expect
    .poll(async () => {
      await network.evaluate((element) => element.scrollIntoView());
      return (await main.count()) > 0 && (await main.isEnabled());
    }, FETCHING)
    .toBe(true);
  await page
    .locator('al-decision-map #description')
    .filter({ hasNotText: /Nothing|还没有/ })
    .waitFor({ state: 'attached' });
}

/** @param {Page} page @param {string | RegExp} name */
const button = (page, name) => page.locator('mini-network').getByRole('button', { name, exact: true });

/** @param {Page} page @returns {Promise<{ epoch: number, step: number }>} */
async function progress(page) {
  const [epoch, step] = await page.locator('al-training-bar dd').allTextContents();
  return { epoch: Number(epoch), step: Number(step) };
}

/** @param {Page} page @param {(now: { epoch: number, step: number }) => boolean} reached */
async function progressWhere(page, reached) {
  for (;;) {
    const now = await progress(page);
    if (reached(now)) return now;
    await page.waitForTimeout(30);
  }
}

/** After a pause: numbers are written a little later than they come. @param {Page} page */
async function progressAtRest(page) {
  await hash(page);
  await page.waitForTimeout(300);
  return progress(page);
}

/** Of all weights, once they stand still. @param {Page} page */
async function hash(page) {
  const text = await page.locator('al-results-panel dd.hash').textContent();
  return (text ?? '').trim();
}

/** Another one than before. @param {Page} page @param {string} before */
async function nextHash(page, before) {
  await page.locator('al-results-panel dd.hash').filter({ hasNotText: before }).waitFor();
  return hash(page);
}

/** @param {Page} page @param {number} row 0: loss, 1: accuracy @param {number} column 0: training, 1: test */
async function result(page, row, column) {
  const cell = page.locator('al-results-panel tbody tr').nth(row).locator('td').nth(column);
  return Number.parseFloat((await cell.textContent()) ?? '');
}

describe('the first sight', () => {
  it('is a network that learns by itself', async () => {
    const page = await open('', {});
    await button(page, 'Pause').waitFor();
    await progressWhere(page, ({ epoch }) => epoch > 100);
    expect(await result(page, 1, 0)).toBeGreaterThan(95);
    expect(await page.evaluate(() => location.hash)).toBe('');
  });

  it('is calm for who prefers reduced motion', async () => {
    const page = await open();
    await button(page, 'Run').waitFor();
    await page.waitForTimeout(300);
    expect(await progress(page)).toEqual({ epoch: 0, step: 0 });
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });

  it('costs nothing before it is near', async () => {
    const page = await lab.blank();
    /** @type {string[]} */
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(lab.url);
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => /network|training/.test(path))).toEqual([]);
  });
});

describe('training', () => {
  it('runs, pauses and goes on', async () => {
    const page = await open();
    await button(page, 'Run').click();
    await progressWhere(page, ({ epoch }) => epoch > 5);
    await button(page, 'Pause').click();
    await button(page, 'Run').waitFor();
    const paused = await progressAtRest(page);
    await page.waitForTimeout(300);
    expect(await progress(page)).toEqual(paused);
    await button(page, 'Run').click();
    await progressWhere(page, ({ step }) => step > paused.step);
  });

  it('goes by a batch and by an epoch', async () => {
    const page = await open();
    await button(page, 'Step').click();
    await progressWhere(page, ({ step }) => step === 1);
    await button(page, 'Epoch').click();
    await progressWhere(page, ({ step, epoch }) => step === 20 && epoch === 1);
    await button(page, 'Epoch').click();
    await progressWhere(page, ({ step, epoch }) => step === 40 && epoch === 2);
  });

  it('comes back to the same weights, and on the same way', async () => {
    const page = await open();
    const start = await hash(page);
    expect(start).toMatch(/^[0-9a-f]{16}$/);
    await button(page, 'Epoch').click();
    const after = await nextHash(page, start);
    await button(page, 'Reset').click();
    expect(await nextHash(page, after)).toBe(start);
    await progressWhere(page, ({ epoch, step }) => epoch === 0 && step === 0);
    await button(page, 'Epoch').click();
    expect(await nextHash(page, start)).toBe(after);

    await button(page, 'New weights').click();
    const other = await nextHash(page, after);
    expect(other).not.toBe(start);
    await fragmentWith(page, 'network.seed=2');
  });

  it('gives the same bits on every page', async () => {
    const hashes = [];
    for (let visit = 0; visit < 2; visit += 1) {
      const page = await open('#network.data=xor&network.layers=8:relu&network.optimizer=adam');
      const start = await hash(page);
      for (const count of [1, 2]) {
        await button(page, 'Epoch').click();
        await progressWhere(page, ({ epoch }) => epoch === count);
      }
      hashes.push(await nextHash(page, start));
      await page.close();
    }
    expect(hashes[0]).toBe(hashes[1]);
  });

  it('stands still while nobody can see it', async () => {
    const page = await open('', {});
    await progressWhere(page, ({ epoch }) => epoch > 5);
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForTimeout(400);
    const hidden = await progress(page);
    await page.waitForTimeout(400);
    expect(await progress(page)).toEqual(hidden);
    await page.locator('mini-network').evaluate((element) => element.scrollIntoView());
    await progressWhere(page, ({ epoch }) => epoch > hidden.epoch);
  });

  it('takes a new rate on the way, and starts anew with another network', async () => {
    const page = await open('#network.speed=slow');
    await button(page, 'Run').click();
    await progressWhere(page, ({ step }) => step > 60);
    await page.getByLabel('Learning rate, value').fill('0.1');
    await page.keyboard.press('Enter');
    await fragmentWith(page, 'network.rate=0.1');
    expect((await progress(page)).step).toBeGreaterThan(60);

    await page.getByLabel('Layer 1, activation').selectOption('relu');
    await fragmentWith(page, 'network.layers=4:relu,2:tanh');
    await progressWhere(page, ({ step }) => step < 60);
    await button(page, 'Pause').waitFor();
  });
});

describe('the learning rate', () => {
  it('is set in equal ratios', async () => {
    const page = await open();
    const slider = page.getByRole('slider', { name: 'Learning rate', exact: true });
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await fragmentWith(page, 'network.rate=0.038');
    await page.keyboard.press('PageUp');
    await fragmentWith(page, 'network.rate=0.38');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await fragmentWith(page, 'network.rate=0.0038');
  });
});

describe('an element', () => {
  it('goes on training when it is moved, and leaves no worker behind when it is taken away', async () => {
    const page = await open('', {});
    await progressWhere(page, ({ epoch }) => epoch > 20);
    expect(page.workers().length).toBe(1);
    await page.locator('mini-network').evaluate((element) => element.parentElement?.append(element));
    await page.locator('mini-network').evaluate((element) => element.scrollIntoView());
    const { step } = await progress(page);
    expect(step).toBeGreaterThan(400);
    await progressWhere(page, (now) => now.step > step);
    await page.locator('mini-network').evaluate((element) => element.remove());
    await expect.poll(() => page.workers().length).toBe(0);
  });
});

describe('the network', () => {
  it('gets layers and units, and loses them', async () => {
    const page = await open();
    const units = page.locator('al-network-diagram button');
    expect(await units.count()).toBe(7);
    await button(page, 'Layer 1: add a unit').click();
    await page.locator('al-network-diagram button').nth(7).waitFor();
    await button(page, 'Add a layer').click();
    await fragmentWith(page, 'network.layers=5:tanh,2:tanh,2:tanh');
    await button(page, 'Remove layer 2').click();
    await button(page, 'Remove layer 2').click();
    await button(page, 'Remove layer 1').click();
    await fragmentWith(page, 'network.layers=');
    expect(await units.count()).toBe(1);
    await button(page, 'Run').click();
    await progressWhere(page, ({ epoch }) => epoch > 2);
  });

  it('has parameters where its activations have some', async () => {
    const page = await open('#network.layers=3:elu');
    const alpha = page.locator('mini-network').getByLabel('alpha, value');
    await alpha.fill('0.5');
    await alpha.press('Enter');
    await fragmentWith(page, 'network.layers=3:elu(alpha:0.5)');
  });

  it('is read with the arrow keys', async () => {
    const page = await open();
    const unit = page.getByRole('button', { name: /^Layer 1, unit 1 \(Tanh\): x₁ [+−]\d\.\d\d, x₂ / });
    await unit.focus();
    const reading = page.locator('al-network-panel .reading p');
    await reading.filter({ hasText: 'Layer 1, unit 1 (Tanh)' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await reading.filter({ hasText: 'Layer 1, unit 2 (Tanh)' }).waitFor();
    await page.keyboard.press('End');
    await reading.filter({ hasText: 'Output (Identity)' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await reading.filter({ hasText: 'Layer 2, unit 2 (Tanh)' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Layer 2, unit 2' }).waitFor();
    expect(await page.locator('al-network-diagram [aria-pressed="true"]').count()).toBe(1);
    await button(page, 'Back to the output').click();
    await page.getByRole('heading', { name: 'What the network puts out' }).waitFor();
  });

  it('is read with the mouse', async () => {
    const page = await open();
    await page.locator('al-network-diagram button').nth(2).hover();
    await page.locator('al-network-panel .reading').getByText('Layer 1, unit 3 (Tanh)').waitFor();
    await page.mouse.move(0, 0);
    await page.locator('al-network-panel .reading').getByText('Each picture shows').waitFor();
  });
});

describe('what it shows', () => {
  /** The pixels of the map, as numbers. @param {Page} page @returns {Promise<number[]>} */
  const pixels = (page) =>
    page.locator('canvas.heat').evaluate((canvas) => {
      const { width, height } = /** @type {HTMLCanvasElement} */ (canvas);
      const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
      if (copy === null) return [];
      copy.drawImage(/** @type {HTMLCanvasElement} */ (canvas), 0, 0);
      return [...new Uint32Array(copy.getImageData(0, 0, width, height).data.buffer)];
    });

  it('is the output, smooth or with hard edges', async () => {
    const page = await open();
    expect(new Set(await pixels(page)).size).toBeGreaterThan(30);
    await page.getByLabel('Hard edges').check();
    await page.waitForFunction(() => location.hash.includes('network.discretise=1'));
    await expect.poll(async () => new Set(await pixels(page)).size).toBe(2);
  });

  it('follows the theme', async () => {
    const page = await open('#theme=light');
    const first = async () => (await pixels(page))[0];
    const light = await first();
    await page.getByRole('radio', { name: 'Dark' }).check();
    await expect.poll(first).not.toBe(light);
  });

  it.each([
    ['blobs', '#network.data=blobs&network.classes=4', /Class 1 on \d+ % of the plane\. .*Class 4 on/],
    ['plane', '#network.data=plane', /Values from .* to .*\. 200 training points, 200 test points\./],
    ['sine', '#network.data=sine', /Values from /],
    [
      'xor_points',
      '#network.data=xor_points',
      /Above the boundary on \d+ % of the plane\. 4 training points/,
    ],
  ])('is said in words for %s', async (_data, fragment, words) => {
    const page = await open(fragment);
    await button(page, 'Epoch').click();
    await progressWhere(page, ({ epoch }) => epoch === 1);
    const description = page.locator('al-decision-map #description');
    await expect.poll(() => description.textContent()).toMatch(words);
    await expect
      .poll(() => page.locator('al-time-series #description').textContent())
      .toMatch(/^Epoch 1: training \d.*Training loss/);
  });

  it('is read off the curves with the keyboard', async () => {
    const page = await open();
    for (const count of [1, 2, 3]) {
      await button(page, 'Epoch').click();
      await progressWhere(page, ({ epoch }) => epoch === count);
    }
    const cursor = page.getByRole('slider', { name: 'Reading line of the loss' });
    await cursor.focus();
    await page.keyboard.press('Home');
    expect(await cursor.getAttribute('aria-valuetext')).toMatch(/^Epoch 0: training 0\.\d+, test 0\.\d+$/);
    // A slow machine is also seen between the ends of epochs.
    await expect
      .poll(async () => {
        await page.keyboard.press('ArrowRight');
        return cursor.getAttribute('aria-valuetext');
      })
      .toMatch(/^Epoch 2: /);
    await page.locator('al-time-series output').filter({ hasText: 'Epoch 2: ' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('al-time-series output').count()).toBe(0);
  });

  it('is announced when something was done, not with every frame', async () => {
    const page = await open();
    const region = page.locator('mini-network [aria-live="polite"]').first();
    await button(page, 'Run').click();
    await region.filter({ hasText: 'Training.' }).waitFor({ state: 'attached' });
    await progressWhere(page, ({ epoch }) => epoch > 10);
    await button(page, 'Pause').click();
    await region
      .filter({ hasText: /Paused at epoch \d+.*Training loss 0\.\d{4}, test loss 0\.\d{4}\. Accuracy:/ })
      .waitFor({ state: 'attached' });
  });
});

describe('a link', () => {
  it('restores the network and its data', async () => {
    const page = await open(
      '#network.data=two_spirals&network.layers=8:tanh,8:relu&network.optimizer=adam&network.rate=0.01&network.test=1',
    );
    expect(await page.getByRole('radio', { name: 'Two spirals' }).isChecked()).toBe(true);
    expect(await page.getByLabel('Layer 2, activation').inputValue()).toBe('relu');
    expect(await page.getByLabel('Optimiser').inputValue()).toBe('adam');
    expect(await page.getByLabel('Learning rate, value').inputValue()).toBe('0.01');
    expect(await page.getByLabel('Show test data').isChecked()).toBe(true);
    await page.evaluate(() => {
      location.hash = '#network.data=moons';
    });
    await page.locator('al-data-panel .chosen').filter({ hasText: 'Moons' }).waitFor();
    expect(await page.getByLabel('Layer 2, activation').inputValue()).toBe('tanh');
  });

  it('with bad values says which', async () => {
    const page = await open('#network.layers=4:nosuch&network.rate=-1');
    const notice = page.getByRole('alert').filter({ hasText: 'Part of this link could not be used' });
    expect(await notice.getByRole('listitem').allTextContents()).toEqual([
      'network.layers = “4:nosuch” is not a possible value.',
      'network.rate = “-1” is not a possible value.',
    ]);
    expect(await page.locator('al-network-diagram button').count()).toBe(7);
  });

  it('or the attribute says what an element shows', async () => {
    const page = await open();
    const element = page.locator('mini-network');
    await element.evaluate((network) => network.setAttribute('state', 'data=xor&layers=3:sigmoid'));
    await page.locator('al-data-panel .chosen').filter({ hasText: 'XOR' }).waitFor();
    expect(await page.locator('al-network-diagram button').count()).toBe(4);
    expect(await element.evaluate((network) => /** @type {any} */ (network).state)).toBe(
      'data=xor&layers=3:sigmoid',
    );
  });
});

describe('export', () => {
  /** @param {Page} page */
  const menu = (page) => page.locator('al-network-file-menu summary');

  /** Field 1, a number: the version of the format. */
  const ONNX_START = new RegExp(`^${String.fromCharCode(8)}`);

  it.each([
    ['PyTorch program (.py)', 'mini-network-pytorch.py', /^import .*^import torch$/ms],
    ['Keras program (.py)', 'mini-network-keras.py', /^import .*^import keras$/ms],
    ['ONNX model (.onnx)', 'mini-network.onnx', ONNX_START],
    ['Saved session (.json)', 'mini-network.json', /^\{/],
    ['Loss history (.csv)', 'mini-network-loss.csv', /^epoch,training loss,test loss\r\n0,0\.\d+,0\.\d+\r\n/],
  ])('gives a %s', async (item, name, start) => {
    const page = await open();
    await menu(page).click();
    const [file] = await Promise.all([page.waitForEvent('download'), button(page, item).click()]);
    expect(file.suggestedFilename()).toBe(name);
    expect(await readFile(await file.path(), 'latin1')).toMatch(start);
  });

  it.each(['en', 'zh-CN'])(
    'is opened and closed with the keyboard, and axe minds nothing in %s',
    async (lang) => {
      const page = await open(`#lang=${lang}`);
      await menu(page).focus();
      await page.keyboard.press('Enter');
      const item = page.locator('al-network-file-menu button').first();
      await item.waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      await item.waitFor({ state: 'hidden' });
    },
  );

  it('says in the language of the reader why the engine refused', async () => {
    const page = await open('#lang=zh-CN');
    await page.locator('al-network-file-menu').evaluate((/** @type {any} */ element) => {
      element.saved = async () => element.lab.trainer({});
    });
    await menu(page).click();
    await button(page, 'Keras 程序 (.py)').click();
    const alert = page.locator('al-network-file-menu [role="alert"]');
    await alert.filter({ hasText: /这个网络无法导出。\S.*缺少/ }).waitFor();
  });

  it('says in the language of the reader that it could not be fetched', async () => {
    const page = await open('#lang=zh-CN');
    await page.route('**/network-file-*.js', (route) => route.fulfill({ status: 503 }));
    await menu(page).click();
    await button(page, 'ONNX 模型 (.onnx)').click();
    await page.locator('al-network-file-menu [role="alert"]').filter({ hasText: '没有加载成功' }).waitFor();
    expect(lab.takeComplaints().every((complaint) => complaint.includes('503'))).toBe(true);
  });
});

describe('divergence', () => {
  const DIVERGES = '#network.data=plane&network.layers=4:relu&network.rate=1000';

  it('is named, and a lower rate leads out of it', async () => {
    const page = await open(DIVERGES);
    await button(page, 'Run').click();
    const notice = page.locator('mini-network [role="alert"]');
    await notice
      .getByText(/In step \d+, .* of (layer 1|the output layer) was no longer a finite number/)
      .waitFor();
    expect(await button(page, 'Step').isDisabled()).toBe(true);
    expect(await accessibilityViolations(page)).toEqual([]);

    await button(page, 'Back to the initial weights').click();
    await notice.waitFor({ state: 'detached' });
    await progressWhere(page, ({ epoch, step }) => epoch === 0 && step === 0);

    await button(page, 'Run').click();
    await button(page, 'Lower the rate to 100').click();
    await button(page, 'Lower the rate to 10').click();
    await fragmentWith(page, /network\.rate=10(&|$)/);
  });
});

describe('without a worker', () => {
  it('trains all the same', async () => {
    const page = await lab.blank(STILL);
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'));
    await page.goto(lab.url);
    await show(page);
    await button(page, 'Run').click();
    await progressWhere(page, ({ epoch }) => epoch > 10);
    await button(page, 'Pause').click();
    await button(page, 'Run').waitFor();
  });
});

describe('when the engine cannot be fetched', () => {
  it('says so, and tries again when asked', async () => {
    const page = await lab.blank(STILL);
    await page.route('**/activation-lab-training.wasm', (route) => route.fulfill({ status: 503 }));
    await page.goto(lab.url);
    await page.locator('mini-network').evaluate((element) => element.scrollIntoView());
    await page.locator('mini-network [role="alert"]').waitFor();
    await page.unroute('**/activation-lab-training.wasm');
    await button(page, 'Try again').click();
    await show(page);
    expect(lab.takeComplaints().every((complaint) => complaint.includes('503'))).toBe(true);
  });
});

describe('everybody', () => {
  it('runs it with the keyboard alone', async () => {
    const page = await open();
    await page.locator('tensor-pipeline').evaluate((element) => element.remove());
    await page.getByRole('heading', { name: 'A network learns with them' }).evaluate((heading) => {
      heading.tabIndex = -1;
      heading.focus();
    });
    // The link to the lab comes first.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await progressWhere(page, ({ epoch }) => epoch > 2);
    await page.keyboard.press('Space');
    await button(page, 'Run').waitFor();
    await page.keyboard.press('Tab');
    const { step } = await progressAtRest(page);
    await page.keyboard.press('Space');
    await progressWhere(page, (now) => now.step === step + 1);
  });

  it.each(['en', 'zh-CN'])('sees all of it on 320 px in %s', async (lang) => {
    const page = await open(`#lang=${lang}&network.layers=4:relu,4:tanh,3:elu`, {
      ...STILL,
      viewport: NARROW,
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width);
  });

  it('has controls for a finger', async () => {
    const page = await open('', { ...STILL, viewport: NARROW, hasTouch: true, isMobile: true });
    const small = await page.evaluate(() => {
      /** @type {string[]} */
      const found = [];
      /** @param {Document | ShadowRoot} root */
      const walk = (root) => {
        for (const element of root.querySelectorAll('*')) {
          if (element.shadowRoot) walk(element.shadowRoot);
          if (!element.matches('button, select, input:not([type="radio"], [type="checkbox"])')) continue;
          const { width, height } = element.getBoundingClientRect();
          if (width > 0 && (width < 24 || height < 24))
            found.push(`${element.outerHTML.slice(0, 80)} ${width}x${height}`);
        }
      };
      walk(/** @type {ShadowRoot} */ (document.querySelector('mini-network')?.shadowRoot));
      return found;
    });
    expect(small).toEqual([]);
    await button(page, 'Run').tap();
    await progressWhere(page, ({ epoch }) => epoch > 2);
  });

  describe.each(['en', 'zh-CN'])('finds nothing that axe minds in %s', (lang) => {
    it.each(['light', 'dark'])('%s', async (theme) => {
      const page = await open(`#lang=${lang}&theme=${theme}`);
      expect(await accessibilityViolations(page)).toEqual([]);
    });

    it('with classes, parameters, a unit enlarged and values refused', async () => {
      const page = await open(`#lang=${lang}&network.data=blobs&network.layers=3:elu&network.test=1`);
      await page.locator('al-network-diagram button').first().click();
      await page.locator('al-settings-panel al-number-field input').first().fill('x');
      await page.keyboard.press('Enter');
      expect(await accessibilityViolations(page)).toEqual([]);
    });
  });
});
