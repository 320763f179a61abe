import { expect, it } from 'vitest';
import { useLab } from './support.mjs';

const lab = useLab();

it('formulas are typeset with the math font', async () => {
  const page = await lab.open();
  const formula = page.locator('al-formula math').first();
  await formula.waitFor();
  expect(await formula.evaluate((math) => getComputedStyle(math).fontFamily)).toMatch(
    /^"?Activation Lab Math/,
  );
  await page.waitForFunction(() => document.fonts.check('16px "Activation Lab Math"', '𝑥'));
  expect(await page.locator('al-formula code').count()).toBe(0);
});
