import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { serve } from '../../web/tooling/serve.mjs';

/**
 * @typedef {import('playwright-core').BrowserContextOptions} ContextOptions
 * @typedef {import('playwright-core').Page} BrowserPage
 * @typedef {import('playwright-core').BrowserContext} BrowserContext
 */

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Without these, Chromium in a container does not start or calls home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 320, height: 640 };

/** @param {{ width: number, height: number }} [viewport] @returns {ContextOptions} */
const english = (viewport = WIDE) => ({ locale: 'en-GB', colorScheme: 'light', viewport });

/**
 * One browser and one server of the production build for all tests of a file; every page is closed after its test, and
 * a test fails when its page threw, logged an error, broke the content security policy or asked another origin.
 */
export function useLab() {
  /** @type {import('playwright-core').Browser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let server;
  /** @type {BrowserContext[]} */
  let contexts = [];
  /** @type {string[]} */
  let complaints = [];

  beforeAll(async () => {
    const executablePath = BROWSERS.find((path) => existsSync(path));
    if (!executablePath) throw new Error('Chromium is missing: apt-get install chromium');
    [browser, server] = await Promise.all([
      chromium.launch({ executablePath, args: FLAGS }),
      serve({ port: 0 }),
    ]);
  });

  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    const found = complaints;
    [contexts, complaints] = [[], []];
    expect(found).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** @param {BrowserPage} page */
  function watch(page) {
    page.on('pageerror', (error) => complaints.push(`threw ${error.message}`));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()))
        complaints.push(`${message.type()}: ${message.text()}`);
    });
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && `${origin}/` !== server.url)
        complaints.push(`asked ${request.url()}`);
    });
  }

  return {
    get url() {
      return server.url;
    },

    /**
     * @param {ContextOptions} [options]
     * @returns {Promise<BrowserContext>}
     */
    async context(options = {}) {
      const context = await browser.newContext({ ...english(options.viewport ?? WIDE), ...options });
      contexts.push(context);
      return context;
    },

    /**
     * Opens the start page and waits for its elements.
     *
     * @param {string} [fragment] of the address, with its `#`
     * @param {ContextOptions} [options]
     */
    async open(fragment = '', options = {}) {
      const page = await (await this.context(options)).newPage();
      watch(page);
      await page.goto(`${server.url}${fragment}`);
      await ready(page);
      return page;
    },

    /** A page that is watched, but not opened. @param {ContextOptions} [options] */
    async blank(options = {}) {
      const page = await (await this.context(options)).newPage();
      watch(page);
      return page;
    },

    /** Takes what the page complained about, for tests in which it has to. */
    takeComplaints() {
      const taken = complaints;
      complaints = [];
      return taken;
    },
  };
}

/** Waits for both elements; the second is fetched when it comes near. @param {BrowserPage} page */
export async function ready(page) {
  await page.locator('tensor-pipeline').evaluate(async (element) => {
    element.scrollIntoView();
    await customElements.whenDefined('tensor-pipeline');
    scrollTo(0, 0);
  });
  await page.locator('tensor-pipeline al-tensor-grid').first().waitFor();
  await page.locator('activation-explorer[aria-busy="false"]').waitFor();
}

/** What axe finds, a line a violation. @param {BrowserPage} page @returns {Promise<string[]>} */
export async function accessibilityViolations(page) {
  // Evaluated by the debugger, which no content security policy holds back.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    /** @type {any} */ (globalThis).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return violations.flatMap((/** @type {any} */ { id, nodes }) =>
    nodes.map((/** @type {any} */ node) => `${id}: ${node.target.flat().join(' ')} ${node.failureSummary}`),
  );
}

/** The fragment of the address once it holds this text. @param {BrowserPage} page @param {string | RegExp} part */
export async function fragmentWith(page, part) {
  const pattern = typeof part === 'string' ? part : part.source;
  await page.waitForFunction(
    ({ source, literal }) =>
      literal ? location.hash.includes(source) : new RegExp(source).test(decodeURIComponent(location.hash)),
    { source: pattern, literal: typeof part === 'string' },
  );
  return page.evaluate(() => location.hash);
}
