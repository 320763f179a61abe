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

it.each(['en', 'zh-CN'])('the start page loads at most 120 KB in %s', async (locale) => {
  const page = await lab.blank({ locale });
  /** @type {Set<string>} */
  const paths = new Set();
  page.on('request', (request) => {
    const { pathname, protocol } = new URL(request.url());
    if (protocol === 'http:') paths.add(pathname === '/' ? 'index.html' : pathname.slice(1));
  });
  await page.goto(lab.url);
  await page.waitForLoadState('networkidle');

  const files = await Promise.all([...paths].map(async (path) => ({ path, bytes: await bytesSent(path) })));
  files.sort((a, b) => b.bytes - a.bytes);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log([...files.map(({ path, bytes }) => `${bytes} ${path}`), `${total} in all`].join('\n'));
  expect(total).toBeLessThanOrEqual(LARGEST_START);
});
