import { describe, expect, it } from 'vitest';
import { fragmentWith, NARROW, ready, useLab } from './support.mjs';

const lab = useLab();

/** @param {import('playwright-core').Page} page */
const language = (page) => page.evaluate(() => [document.documentElement.lang, document.title]);

describe('language', () => {
  it('is that of the reader', async () => {
    expect(await language(await lab.open())).toEqual(['en', expect.stringContaining('Activation Lab')]);
    const chinese = await lab.open('', { locale: 'zh-TW' });
    expect(await language(chinese)).toEqual(['zh-CN', expect.stringContaining('激活函数实验室')]);
    const description = chinese.locator('meta[name="description"]');
    expect(await description.getAttribute('content')).toContain('激活函数');
  });

  it('is switched everywhere at once, remembered, and kept in the address', async () => {
    const page = await lab.open();
    await page.getByRole('radio', { name: '中文' }).check();
    await page.getByRole('heading', { name: '激活函数实验室' }).waitFor();
    await page.getByLabel('输入张量').waitFor();
    expect(await fragmentWith(page, 'lang=zh-CN')).toBe('#lang=zh-CN');

    await page.goto('about:blank');
    await page.goto(lab.url);
    await ready(page);
    expect((await language(page))[0]).toBe('zh-CN');
  });

  it('of a link goes before what was remembered', async () => {
    const page = await lab.open('#lang=zh-CN');
    expect((await language(page))[0]).toBe('zh-CN');
    await page.evaluate(() => {
      location.hash = '#lang=en';
    });
    await page.getByLabel('Input tensor').waitFor();
  });
});

describe('theme', () => {
  /** @param {import('playwright-core').Page} page */
  const paper = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  it('follows the system until one is chosen', async () => {
    const light = await paper(await lab.open());
    const page = await lab.open('', { colorScheme: 'dark' });
    const dark = await paper(page);
    expect(dark).not.toBe(light);
    await page.getByRole('radio', { name: 'Light' }).check();
    expect(await paper(page)).toBe(light);
    await fragmentWith(page, 'theme=light');
  });

  it('is there before the page is painted', async () => {
    const page = await lab.blank();
    await page.route('**/assets/*.js', () => {});
    await page.goto(`${lab.url}#theme=dark`, { waitUntil: 'commit' });
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  });

  it('reaches into the elements', async () => {
    const page = await lab.open('#theme=dark');
    const scheme = await page
      .locator('tensor-pipeline')
      .evaluate((element) => getComputedStyle(element).colorScheme);
    expect(scheme).toBe('dark');
  });
});

describe('address', () => {
  it('stays clean until something is changed', async () => {
    const page = await lab.open();
    await page.waitForTimeout(600);
    expect(await page.evaluate(() => location.hash)).toBe('');
  });

  it('restores what it says and follows its changes', async () => {
    const page = await lab.open('#pipeline.tensor=1,2;3,4&pipeline.stages=elu(alpha:2),tanh');
    await page.getByLabel('Input tensor 2 rows × 2 columns').waitFor();
    expect(await page.getByLabel('Activation of stage 1').inputValue()).toBe('elu');
    expect(await page.getByLabel('alpha, value').inputValue()).toBe('2');

    await page.evaluate(() => {
      location.hash = '#pipeline.tensor=7,8,9';
    });
    await page.getByLabel('Input tensor vector of 3 values').waitFor();
    expect(await page.getByLabel('Activation of stage 1').inputValue()).toBe('relu');
  });

  it('with bad values says which, in the language of the reader, and keeps the last good ones', async () => {
    const page = await lab.open('#pipeline.tensor=1,2;3,4');
    await page.evaluate(() => {
      location.hash = '#lang=fr&pipeline.tensor=1,2;3&pipeline.stages=nosuch';
    });
    const notice = page.getByRole('alert').filter({ hasText: 'Part of this link could not be used' });
    await notice.waitFor();
    expect(await notice.getByRole('listitem').allTextContents()).toEqual([
      'lang = “fr” is not a possible value.',
      'pipeline.tensor = “1,2;3” is not a possible value.',
      'pipeline.stages = “nosuch” is not a possible value.',
    ]);
    await page.getByLabel('Input tensor 2 rows × 2 columns').waitFor();

    await page.getByRole('radio', { name: '中文' }).check();
    await page.getByText('pipeline.stages 不能取“nosuch”。').waitFor();
    await page.getByRole('button', { name: '知道了' }).click();
    expect(await page.getByText('链接中有一部分内容无法使用').count()).toBe(0);
  });

  it('survives anything', async () => {
    for (const fragment of [
      '#%',
      '#%E0%A4%A',
      '#=&&=',
      `#pipeline.tensor=${'['.repeat(5000)}`,
      '#explorer.',
      '#v=9',
    ]) {
      await (await lab.open(fragment)).close();
    }
  });
});

describe('without storage', () => {
  it('works, and just forgets', async () => {
    const page = await lab.blank();
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
      Object.defineProperty(window, 'localStorage', { get: refuse });
    });
    await page.goto(lab.url);
    await ready(page);
    await page.getByRole('radio', { name: 'Dark' }).check();
    await page.getByRole('radio', { name: '中文' }).check();
    await page.getByLabel('输入张量').waitFor();
  });
});

describe('keyboard', () => {
  it('skips to the content without touching the address', async () => {
    const page = await lab.open('#pipeline.tensor=1,2');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => [document.activeElement?.id, location.hash])).toEqual([
      'main',
      '#pipeline.tensor=1,2',
    ]);
  });
});

describe('layout', () => {
  it.each(['en', 'zh-CN'])('does not scroll sideways at 320 px in %s', async (lang) => {
    const page = await lab.open(
      `#lang=${lang}&pipeline.guess=0&pipeline.stages=relu,softplus(beta:2),sigmoid`,
      {
        viewport: NARROW,
      },
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width);
  });
});

describe('licences', () => {
  it('are part of the page', async () => {
    const page = await lab.open();
    const links = await page
      .locator('footer a')
      .evaluateAll((all) => all.map((link) => /** @type {HTMLAnchorElement} */ (link).href));
    for (const link of links) {
      const response = await page.request.get(link);
      expect(response.status()).toBe(200);
      expect(await response.text()).toMatch(/licen[cs]e/i);
    }
  });
});
