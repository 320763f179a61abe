import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { DIST } from '../../web/tooling/paths.mjs';
import { useLab } from './support.mjs';

const lab = useLab();
const LARGEST_START = 120 * 1024;

/** Bytes that a server sends: the brotli form, but for fonts, which hold one. @param {string} path below dist/ */
async function bytesSent(path) {
  const content = await readFile(join(DIST, path));
  return path.endsWith('.woff2') ? content.length : brotliCompressSync(content).length;
}

/** What the lab has come down to so far; 200 KB are wanted. */
const LARGEST_LAB = 246 * 1024;

/** @param {string} path @param {string} locale @param {(page: import('playwright-core').Page) => Promise<unknown>} settled */
async function weigh(path, locale, settled) {
  const page = await lab.blank({ locale });
  /** @type {Set<string>} */
  const paths = new Set();
  page.on('request', (request) => {
    const { pathname, protocol } = new URL(request.url());
    if (protocol === 'http:') paths.add(pathname === '/' ? 'index.html' : pathname.slice(1));
  });
  await page.goto(`${lab.url}${path}`);
  await settled(page);

  const files = await Promise.all([...paths].map(async (path) => ({ path, bytes: await bytesSent(path) })));
  files.sort((a, b) => b.bytes - a.bytes);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log([...files.map(({ path, bytes }) => `${bytes} ${path}`), `${total} in all`].join('\n'));
  return total;
}

it.each(['en', 'zh-CN'])('the start page loads at most 120 KB in %s', async (locale) => {
  const total = await weigh('', locale, (page) => page.waitForLoadState('networkidle'));
  expect(total).toBeLessThanOrEqual(LARGEST_START);
});

it.each(['en', 'zh-CN'])('the lab does not become heavier in %s', async (locale) => {
  const total = await weigh('lab.html', locale, async (page) => {
    await page.locator('al-training-bar dd').first().filter({ hasNotText: '–' }).waitFor();
    await page.waitForTimeout(500);
  });
  expect(total).toBeLessThanOrEqual(LARGEST_LAB);
});
