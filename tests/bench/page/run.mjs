import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { serve } from '../../../web/tooling/serve.mjs';
import { findChromium } from '../engines/find-chromium.mjs';
import { describeMachine, load } from '../machine.mjs';
import { formatTable } from '../table.mjs';

// How the page keeps up while networks train: frame times and the work of its main thread, in Chromium without a graphics card.

const SECONDS = 5;
/** Until everything is fetched and has settled. */
const SETTLING_MS = 4000;

/** @type {readonly { name: string, path: string, frames?: number }[]} */
const SCENES = [
  { name: 'lab, 2-4-2-1, an epoch a frame', path: 'lab.html' },
  { name: 'lab, 2-8-8-8-1, an epoch a frame', path: 'lab.html#layers=8:tanh,8:tanh,8:tanh' },
  { name: 'lab, 2-8-8-8-1, as fast as it can', path: 'lab.html#layers=8:tanh,8:tanh,8:tanh&speed=fast' },
  {
    name: 'lab, 8 layers of 16',
    path: `lab.html#layers=${Array(8).fill('16:relu').join()}&optimizer=adam&rate=0.003`,
  },
  { name: 'ten frames, three of them seen', path: '', frames: 10 },
];

/** @param {import('playwright-core').Page} page */
async function frameTimes(page) {
  return page.evaluate(
    (milliseconds) =>
      new Promise((/** @type {(times: number[]) => void} */ resolve) => {
        /** @type {number[]} */
        const times = [];
        /** @param {number} now */
        const frame = (now) => {
          times.push(now);
          if (now - /** @type {number} */ (times[0]) < milliseconds) requestAnimationFrame(frame);
          else resolve(times);
        };
        requestAnimationFrame(frame);
      }),
    SECONDS * 1000,
  );
}

/** @param {import('playwright-core').CDPSession} session @returns {Promise<number>} seconds that the main thread has worked */
async function worked(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

/** @param {import('playwright-core').Browser} browser @param {string} url @param {(typeof SCENES)[number]} scene */
async function measure(browser, url, { name, path, frames = 0 }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const start = performance.now();
    // A page of the same server, so that its policy allows the frames.
    await page.goto(`${url}${frames > 0 ? 'LICENSE.txt' : path}`);
    let first = Number.NaN;
    if (frames > 0) {
      await page.evaluate(
        ({ count, address }) => {
          document.body.replaceChildren(
            ...Array.from({ length: count }, (_, number) => {
              const frame = document.createElement('iframe');
              Object.assign(frame, {
                width: 400,
                height: 880,
                src: `${address}lab.html#embed=1&seed=${number}`,
              });
              return frame;
            }),
          );
        },
        { count: frames, address: url },
      );
    } else {
      await page.locator('al-training-bar dd').first().filter({ hasNotText: '–' }).waitFor();
      first = performance.now() - start;
    }
    await page.waitForTimeout(SETTLING_MS);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    const before = await worked(session);
    const times = await frameTimes(page);
    const work = ((await worked(session)) - before) * 1000;
    const gaps = times.slice(1).map((time, index) => time - /** @type {number} */ (times[index]));
    gaps.sort((a, b) => a - b);
    const at = (/** @type {number} */ share) =>
      gaps[Math.floor(share * (gaps.length - 1))]?.toFixed(1) ?? '-';
    return [
      name,
      ((1000 * gaps.length) / gaps.reduce((sum, gap) => sum + gap, 0)).toFixed(1),
      at(0.5),
      at(0.95),
      at(1),
      (work / gaps.length).toFixed(2),
      Number.isNaN(first) ? '-' : first.toFixed(0),
    ];
  } finally {
    await context.close();
  }
}

const server = await serve({ port: 0 });
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--disable-gpu', '--no-sandbox'],
});
try {
  const { processor, cores, system } = describeMachine();
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  console.log(
    `# Frames, version ${version}\n\n${processor}, ${cores} cores; ${system}; Chromium ${browser.version()}; load ${load().toFixed(2)}\n`,
  );
  const rows = [
    ['', 'frames/s', 'median ms', '95 % ms', 'longest ms', 'main thread ms/frame', 'first view ms'],
  ];
  for (const scene of SCENES) rows.push(await measure(browser, server.url, scene));
  console.log(formatTable(rows));
} finally {
  await browser.close();
  await server.close();
}
