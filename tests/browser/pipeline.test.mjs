import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { fragmentWith, useLab } from './support.mjs';

const lab = useLab();

/** The numbers of a grid, row by row. @param {import('playwright-core').Page} page @param {string} name */
const numbers = (page, name) =>
  page
    .getByRole('grid', { name })
    .getByRole('gridcell')
    .evaluateAll((cells) => cells.map((cell) => cell.textContent?.trim()));

const HIDDEN = Array(6).fill('?');

describe('the example', () => {
  it('shows every stage as PyTorch prints it, and the gradient on its way back', async () => {
    const page = await lab.open('#pipeline.guess=shown');
    expect(await numbers(page, 'Value: x')).toEqual([
      '0.5000',
      '−0.6000',
      '−1.0000',
      '3.0000',
      '1.5000',
      '−2.0000',
    ]);
    expect(await numbers(page, 'Value: h₁')).toEqual([
      '0.5000',
      '0.0000',
      '0.0000',
      '3.0000',
      '1.5000',
      '0.0000',
    ]);
    expect(await numbers(page, 'Value: y')).toEqual([
      '0.6225',
      '0.5000',
      '0.5000',
      '0.9526',
      '0.8176',
      '0.5000',
    ]);
    expect(await numbers(page, 'Gradient of the sum S: ∂S/∂y')).toEqual(Array(6).fill('1.'));
    expect(await numbers(page, 'Gradient of the sum S: ∂S/∂h₁')).toEqual([
      '0.2350',
      '0.2500',
      '0.2500',
      '0.0452',
      '0.1491',
      '0.2500',
    ]);
    expect(await numbers(page, 'Gradient of the sum S: ∂S/∂x')).toEqual([
      '0.2350',
      '0.0000',
      '0.0000',
      '0.0452',
      '0.1491',
      '0.0000',
    ]);
  });

  it('shows all digits and bits of the value that is pointed at', async () => {
    const page = await lab.open('#pipeline.guess=shown');
    const trace = page.getByRole('table', { name: /^Value in row/ });
    await page.getByRole('grid', { name: 'Value: h₁' }).getByRole('gridcell').nth(3).hover();
    await page.getByRole('table', { name: 'Value in row 2, column 2' }).waitFor();
    expect(await trace.getByRole('row').nth(3).allInnerTexts()).toEqual([
      expect.stringMatching(/^2 Sigmoid\s+0\.9525741\d*\s+0x3f73dbe6\s+0\.045176\d+\s+1$/),
    ]);
  });

  it('is walked through with the keyboard', async () => {
    const page = await lab.open('#pipeline.guess=shown');
    const grid = page.getByRole('grid', { name: 'Value: x' });
    await grid.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+End');
    await page.getByRole('table', { name: 'Value in row 3, column 2' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    await page.getByRole('table', { name: 'Value in row 2, column 1' }).waitFor();
    expect(await grid.locator('[aria-selected="true"]').textContent()).toContain('−1.0000');
    await fragmentWith(page, 'pipeline.row=1');
  });
});

describe('the question', () => {
  it('hides the answer until a guess, then explains', async () => {
    const page = await lab.open();
    expect(await numbers(page, 'Value: y')).toEqual(HIDDEN);
    expect(await page.getByText('tensor([[0.6225').count()).toBe(0);

    await page.getByRole('button', { name: '0', exact: true }).click();
    const verdict = page.getByRole('heading', { name: 'You guessed 0. It is 0.5.' });
    await verdict.waitFor();
    expect(await verdict.evaluate((heading) => heading.matches(':focus'))).toBe(true);
    await page.getByText('σ(ReLU(x)) ≥ 0.5').waitFor();
    expect((await numbers(page, 'Value: y'))[0]).toBe('0.6225');
    await fragmentWith(page, 'pipeline.guess=0');

    await page.getByRole('button', { name: 'Ask me again' }).click();
    expect(await numbers(page, 'Value: y')).toEqual(HIDDEN);
    await page.getByRole('button', { name: '0.5' }).click();
    await page.getByRole('heading', { name: '0.5 it is.' }).waitFor();
  });

  it('is not asked about another pipeline', async () => {
    const page = await lab.open('#pipeline.stages=sigmoid,relu');
    expect(await page.getByText('Guess first').count()).toBe(0);
    expect((await numbers(page, 'Value: y'))[0]).toBe('0.6225');
  });
});

describe('the tensor', () => {
  it('is read while it is typed, and a slip keeps the last good one', async () => {
    const page = await lab.open('#pipeline.guess=shown');
    const box = page.getByLabel('Input tensor');
    await box.fill('1, −2\n3, x');
    await page.getByText('Line 2, column 4: “x” is not a number.').waitFor();
    expect(await box.getAttribute('aria-invalid')).toBe('true');
    expect((await numbers(page, 'Value: x')).length).toBe(6);

    await box.fill('1, −2\n3, 4');
    await page.getByLabel('Input tensor 2 rows × 2 columns').waitFor();
    expect(await numbers(page, 'Value: x')).toEqual(['1.', '−2.', '3.', '4.']);
    expect(await box.inputValue()).toBe('1, −2\n3, 4');
    await fragmentWith(page, 'pipeline.tensor=1,-2;3,4');

    await page.getByRole('button', { name: 'Back to the example' }).click();
    expect(await box.inputValue()).toBe('[[0.5, -0.6],\n [-1, 3],\n [1.5, -2]]');
  });

  it('of 64 × 64 stays quick with many stages, and scrolls alike everywhere', async () => {
    const page = await lab.open(`#pipeline.stages=${Array(12).fill('tanh').join()}`);
    const text = Array.from({ length: 64 }, (_, row) =>
      Array.from({ length: 64 }, (_, column) => ((row * 64 + column) / 2048 - 1).toFixed(4)).join(' '),
    ).join('\n');
    const box = page.getByLabel('Input tensor');
    const milliseconds = await box.evaluate(async (area, value) => {
      const started = performance.now();
      /** @type {HTMLTextAreaElement} */ (area).value = value;
      area.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - started;
    }, text);
    expect(milliseconds).toBeLessThan(2000);

    const first = page.getByRole('grid', { name: 'Value: x' });
    const last = page.getByRole('grid', { name: 'Value: y' });
    await first.evaluate((grid) => grid.scrollTo(grid.scrollWidth, grid.scrollHeight));
    await last.scrollIntoViewIfNeeded();
    await last.locator('[role="row"][aria-rowindex="64"] [aria-colindex="64"]').waitFor();
    const drawn = await page.locator('tensor-pipeline [role="gridcell"]').count();
    expect(drawn).toBeLessThan(64 * 64 * 5);
  });
});

describe('the stages', () => {
  it('are added, exchanged, set and removed with the keyboard', async () => {
    const page = await lab.open('#pipeline.guess=shown');
    await page.getByLabel('Add a stage').selectOption('elu');
    expect(await page.getByLabel('Activation of stage 3').inputValue()).toBe('elu');
    await page.getByLabel('alpha, value').fill('1.5');
    await page.keyboard.press('Enter');
    await fragmentWith(page, 'pipeline.stages=relu,sigmoid,elu(alpha:1.5)');

    await page.getByRole('button', { name: 'Move ELU (stage 3) one place earlier' }).press('Enter');
    await fragmentWith(page, 'pipeline.stages=relu,elu(alpha:1.5),sigmoid');
    expect(await page.getByLabel('Activation of stage 2').inputValue()).toBe('elu');
    const focused = page.getByRole('button', { name: 'Move ELU (stage 2) one place earlier' });
    expect(await focused.evaluate((button) => button.matches(':focus'))).toBe(true);

    await focused.press('Enter');
    await page.getByRole('button', { name: 'Remove ELU (stage 1)' }).press('Enter');
    await page.getByRole('button', { name: 'Remove ReLU (stage 1)' }).press('Enter');
    await page.getByRole('button', { name: 'Remove Sigmoid (stage 1)' }).press('Enter');
    await page.getByText('The pipeline is empty').waitFor();
    expect(await fragmentWith(page, /pipeline\.stages=(&|$)/)).toContain('pipeline.stages=');
  });

  it('refuse a parameter that the mathematics does not allow', async () => {
    const page = await lab.open('#pipeline.stages=elu');
    const alpha = page.getByLabel('alpha, value');
    await alpha.fill('-1e9');
    await page.keyboard.press('Enter');
    await page.getByText(/^Between .* please\.$/).waitFor();
    expect(await alpha.getAttribute('aria-invalid')).toBe('true');
    await alpha.fill('０．５');
    await page.keyboard.press('Enter');
    expect(await alpha.inputValue()).toBe('0.5');
  });
});

describe('what is taken away', () => {
  it('is code', async () => {
    const page = await lab.open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page
      .locator('al-code-block', { hasText: 'class ActivationModule' })
      .getByRole('button', { name: 'Copy' })
      .click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('self.sigmoid = nn.Sigmoid()');
  });

  it('is a file', async () => {
    const page = await lab.open();
    const files = {
      'CSV of all stages': 'row,column,input,',
      'JSON of all stages': '{\n  "dtype": "float32"',
    };
    for (const [name, start] of Object.entries(files)) {
      const waiting = page.waitForEvent('download');
      await page.getByRole('button', { name }).click();
      const path = await (await waiting).path();
      expect((await readFile(path, 'utf8')).startsWith(start)).toBe(true);
    }
  });
});
