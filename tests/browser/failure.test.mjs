import { describe, expect, it } from 'vitest';
import { accessibilityViolations, ready, useLab } from './support.mjs';

const lab = useLab();

/** An address that has the pipeline fetched at once. */
const PIPELINE_TOO = '#pipeline.row=1';
const pipelineAlert = 'tensor-pipeline [role="alert"]';

describe('when the core cannot be loaded', () => {
  it('says so, and tries again when asked', async () => {
    const page = await lab.blank();
    await page.route('**/activation-lab.wasm', (route) => route.fulfill({ status: 503 }));
    await page.goto(`${lab.url}${PIPELINE_TOO}`);
    const alert = page.locator(pipelineAlert);
    await alert.waitFor();
    expect(await alert.textContent()).toContain('activation-lab.wasm could not be fetched');
    expect(await accessibilityViolations(page)).toEqual([]);

    await page.unroute('**/activation-lab.wasm');
    for (const element of ['tensor-pipeline', 'activation-explorer']) {
      await page.locator(element).getByRole('button', { name: 'Try again' }).click();
    }
    await ready(page);
    expect(lab.takeComplaints().every((complaint) => complaint.includes('503'))).toBe(true);
  });

  it('shows that it is loading', async () => {
    const page = await lab.blank();
    await page.route('**/activation-lab.wasm', () => {});
    await page.goto(`${lab.url}${PIPELINE_TOO}`);
    await page.locator('tensor-pipeline .skeleton').waitFor();
    expect(await page.locator('tensor-pipeline').getAttribute('aria-busy')).toBe('true');
  });
});

describe('when the second element cannot be fetched', () => {
  it('says so and offers to load the page again', async () => {
    const page = await lab.blank();
    await page.route('**/tensor-pipeline*.js', (route) => route.fulfill({ status: 404 }));
    await page.goto(`${lab.url}${PIPELINE_TOO}`);
    await page.getByText('A part of this page could not be fetched.').waitFor();
    await page.unroute('**/tensor-pipeline*.js');
    await page.getByRole('button', { name: 'Load the page again' }).click();
    await ready(page);
    expect(lab.takeComplaints()).not.toEqual([]);
  });
});

describe('in a browser', () => {
  it('without WebAssembly it says what is missing', async () => {
    const page = await lab.blank();
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
    await page.goto(`${lab.url}${PIPELINE_TOO}`);
    await page.locator(pipelineAlert).waitFor();
    expect(await page.locator(pipelineAlert).textContent()).toContain('has no WebAssembly');
  });

  it('without SIMD it says what is missing', async () => {
    const page = await lab.blank();
    await page.addInitScript(() => {
      WebAssembly.validate = () => false;
      WebAssembly.compileStreaming = () =>
        Promise.reject(new WebAssembly.CompileError('invalid opcode 0xfd'));
    });
    await page.goto(`${lab.url}${PIPELINE_TOO}&lang=zh-CN`);
    await page.locator(pipelineAlert).waitFor();
    expect(await page.locator(pipelineAlert).textContent()).toContain('缺少其中的 SIMD 指令');
  });
});
