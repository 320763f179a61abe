import { expect, it } from 'vitest';
import { useLab } from './support.mjs';

const lab = useLab();

const HOST = 'http://course.test/';
const HOSTILE_STYLE = `
  html { font-size: 30px; color: red; letter-spacing: 5px; }
  button, table, canvas, svg { display: none !important; }
`;

/** @param {string} body @param {string} script */
const hostPage = (body, script) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A course</title>
<link rel="stylesheet" href="/host.css">
<script type="module" src="${lab.url}${script}"></script>
</head><body>${body}</body></html>`;

/**
 * A page of another origin, under a strict policy, that embeds the element from the server of the lab.
 *
 * @param {string} body
 * @param {{ script?: string, policy?: string }} [options] `policy`: what is allowed beyond what every element needs
 */
async function openHost(body, { script = 'tensor-pipeline.js', policy = '' } = {}) {
  const context = await lab.context();
  const origin = new URL(lab.url).origin;
  await context.route(`${HOST}**`, (route) => {
    const isStyle = route.request().url().endsWith('.css');
    return route.fulfill({
      contentType: isStyle ? 'text/css' : 'text/html',
      headers: {
        'Content-Security-Policy': `default-src 'self'; script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}; font-src ${origin}; ${policy}`,
      },
      body: isStyle ? HOSTILE_STYLE : hostPage(body, script),
    });
  });
  await context.route(`${lab.url}**`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } });
  });
  const page = await context.newPage();
  /** @type {string[]} */
  const complaints = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(HOST);
  return { page, complaints };
}

it('an element works in a foreign page of another origin, several times, in its own language', async () => {
  const { page, complaints } = await openHost(`
    <tensor-pipeline id="first" state="stages=tanh&tensor=1,2"></tensor-pipeline>
    <div lang="zh"><tensor-pipeline id="second" theme="dark"></tensor-pipeline></div>`);
  await page.locator('#first al-tensor-grid').first().waitFor();
  await page.locator('#second al-tensor-grid').first().waitFor();
  expect(await page.locator('#first').getByText('Input tensor').count()).toBe(1);
  expect(await page.locator('#second').getByText('输入张量').count()).toBe(1);

  const styles = await page.locator('#first').evaluate((element) => {
    const { color, fontSize, letterSpacing } = getComputedStyle(element);
    const button = /** @type {ShadowRoot} */ (element.shadowRoot).querySelector('button');
    return {
      color,
      fontSize,
      letterSpacing,
      display: getComputedStyle(/** @type {Element} */ (button)).display,
    };
  });
  expect(styles).toMatchObject({ fontSize: '16px', letterSpacing: 'normal' });
  expect(styles.color).not.toBe('rgb(255, 0, 0)');
  expect(styles.display).not.toBe('none');
  expect(complaints.filter((complaint) => !complaint.includes('favicon'))).toEqual([]);
});

it('an element tells its page what changed and takes it back', async () => {
  const { page } = await openHost('<tensor-pipeline state="stages=tanh&tensor=1,2"></tensor-pipeline>');
  const element = page.locator('tensor-pipeline');
  await element.locator('al-tensor-grid').first().waitFor();
  await element.evaluate((pipeline) => {
    pipeline.addEventListener('state-change', (event) => {
      document.title = /** @type {CustomEvent} */ (event).detail.state;
    });
  });
  await element.getByLabel('Input tensor').fill('3 4');
  expect(await page.title()).toBe('tensor=3,4&stages=tanh');

  await element.evaluate((pipeline) => pipeline.setAttribute('state', 'stages=relux'));
  await element.getByText('stages = “relux” is not a possible value.').waitFor();
  expect(await element.getByLabel('Activation of stage 1').inputValue()).toBe('tanh');
});

it('an element that is moved while it loads keeps its state', async () => {
  const { page } = await openHost('<main></main><tensor-pipeline state="stages=tanh"></tensor-pipeline>');
  await page.evaluate(async () => {
    const main = /** @type {HTMLElement} */ (document.querySelector('main'));
    const element = document.createElement('tensor-pipeline');
    element.setAttribute('state', 'tensor=7,8');
    document.body.append(element);
    await customElements.whenDefined('tensor-pipeline');
    main.append(element);
    main.prepend(element);
  });
  await page.locator('main tensor-pipeline').getByText('vector of 2 values').waitFor();
});

it('an element goes on after it was moved in the page', async () => {
  const { page, complaints } = await openHost(
    '<main></main><tensor-pipeline state="stages=tanh"></tensor-pipeline>',
  );
  const element = page.locator('tensor-pipeline');
  await element.locator('al-tensor-grid').first().waitFor();
  await element.evaluate((pipeline) => document.querySelector('main')?.append(pipeline));
  await element.getByLabel('Input tensor').fill('3 4');
  await element.getByText('vector of 2 values').waitFor();
  expect(complaints.filter((complaint) => !complaint.includes('favicon'))).toEqual([]);
});

it.each([
  ['in a worker', 'worker-src blob:', 'blob-worker'],
  ['on the page where it may have none', '', 'main-thread'],
])('a network trains %s, next to another one', async (_where, policy, backend) => {
  const { page } = await openHost(
    `<mini-network id="first" autoplay></mini-network>
     <div lang="zh"><mini-network id="second" state="data=xor&layers=6:relu" theme="dark"></mini-network></div>`,
    { script: 'mini-network.js', policy },
  );
  const first = page.locator('#first');
  const epoch = first.locator('al-training-bar dd').first();
  await expect.poll(async () => Number(await epoch.textContent()), { timeout: 30_000 }).toBeGreaterThan(5);
  const styles = await first
    .locator('al-training-bar button')
    .first()
    .evaluate((button) => getComputedStyle(button).display);
  expect(styles).not.toBe('none');

  const second = page.locator('#second');
  await second.evaluate((element) => element.scrollIntoView());
  await second.getByRole('button', { name: '一轮', exact: true }).click();
  await second.locator('al-training-bar dd').first().filter({ hasText: '1' }).waitFor();
  expect(await second.locator('al-network-diagram button').count()).toBe(7);
  const workers = page.workers().length;
  expect(workers > 0).toBe(backend === 'blob-worker');
});
