import { chromium } from 'playwright-core';
import { ROOT } from '../../../web/tooling/paths.mjs';
import { serve } from '../../../web/tooling/serve.mjs';
import { findChromium } from './find-chromium.mjs';

/**
 * @param {import('../bundle.mjs').Entries} entries
 * @param {string} module the build to measure, relative to the root
 * @returns {Promise<import('./node.mjs').Engine>}
 */
export async function openChromium(entries, module) {
  const server = await serve({ folder: ROOT, host: '127.0.0.1', port: 0 });
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--disable-gpu'] });
  const place = { root: server.url, module };
  return {
    description: `Chromium ${browser.version()}`,
    async run(workload) {
      // A context of its own gives a page a process of its own. Peers generate code, which the policy of the server forbids.
      const context = await browser.newContext({ bypassCSP: true });
      try {
        const page = await context.newPage();
        await page.goto(new URL('tests/bench/page.html', server.url).href);
        return await page.evaluate(
          async ({ entry, workload, place }) => (await import(entry)).runWorkload(workload, place),
          { entry: new URL(entries[workload.suite], server.url).href, workload, place },
        );
      } finally {
        await context.close();
      }
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
