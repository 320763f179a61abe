import { describe, expect, it } from 'vitest';
import { accessibilityViolations, NARROW, useLab } from './support.mjs';

const lab = useLab();

describe.each(['en', 'zh-CN'])('axe finds nothing in %s', (lang) => {
  it.each(['light', 'dark'])('%s', async (theme) => {
    const page = await lab.open(`#lang=${lang}&theme=${theme}`);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('with the answer, parameters and an error on show', async () => {
    const page = await lab.open(`#lang=${lang}&pipeline.guess=-1&pipeline.stages=relu,sigmoid&theme=zebra`);
    await page.locator('al-tensor-editor textarea').fill('[1, 2');
    await page.locator('al-guess-question .verdict').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('on a phone, with other stages', async () => {
    const page = await lab.open(`#lang=${lang}&pipeline.stages=softplus(beta:2),elu`, { viewport: NARROW });
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});

describe('controls', () => {
  it('are large enough for a finger', async () => {
    const page = await lab.open('#pipeline.stages=elu,softplus', {
      viewport: NARROW,
      hasTouch: true,
      isMobile: true,
    });
    const small = await page.evaluate(() => {
      /** @type {string[]} */
      const found = [];
      /** @param {Document | ShadowRoot} root */
      const walk = (root) => {
        for (const element of root.querySelectorAll('*')) {
          if (element.shadowRoot) walk(element.shadowRoot);
          if (!element.matches('button, select, textarea, input:not([type="radio"], [type="checkbox"])'))
            continue;
          const { width, height } = element.getBoundingClientRect();
          if (width > 0 && (width < 24 || height < 24))
            found.push(`${element.outerHTML.slice(0, 80)} ${width}x${height}`);
        }
      };
      walk(document);
      return found;
    });
    expect(small).toEqual([]);
  });

  it('show where the focus is', async () => {
    const page = await lab.open();
    const unmarked = [];
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab');
      const mark = await page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        if (!element || element === document.body) return 'outside';
        for (
          let node = element;
          node;
          node = node.parentElement ?? /** @type {ShadowRoot} */ (node.getRootNode()).host
        ) {
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(node);
          if ((outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none') return '';
        }
        return element.outerHTML.slice(0, 120);
      });
      if (mark === 'outside') break;
      if (mark !== '') unmarked.push(mark);
    }
    expect(unmarked).toEqual([]);
  });
});

describe('preferences of the system', () => {
  it('reduced motion stops animations and transitions', async () => {
    const page = await lab.open('', { reducedMotion: 'reduce' });
    const moving = await page.evaluate(() => document.getAnimations().length);
    expect(moving).toBe(0);
    const transition = await page
      .getByRole('button', { name: 'Just show me' })
      .evaluate((button) => getComputedStyle(button).transitionDuration);
    expect(transition).toBe('0s');
  });

  it('forced colours keep the chosen option visible', async () => {
    const page = await lab.open('', { forcedColors: 'active' });
    const [chosen, other] = await page
      .getByRole('group', { name: 'Language' })
      .locator('label')
      .evaluateAll((labels) => labels.map((label) => getComputedStyle(label).backgroundColor));
    expect(chosen).not.toBe(other);
  });
});

describe('live regions', () => {
  it('speak at most once a second', async () => {
    const page = await lab.open('#pipeline.guess=shown');
    await page.locator('tensor-pipeline').evaluate((element) => {
      const region = /** @type {ShadowRoot} */ (element.shadowRoot).querySelector('[aria-live="polite"]');
      /** @type {number[]} */
      const spoken = [];
      Object.assign(globalThis, { spoken });
      new MutationObserver(() => spoken.push(performance.now())).observe(/** @type {Node} */ (region), {
        childList: true,
      });
    });
    for (const name of [
      'Move ReLU (stage 1) one place later',
      'Move ReLU (stage 2) one place earlier',
      'Move ReLU (stage 1) one place later',
    ]) {
      await page.getByRole('button', { name }).click();
    }
    await page.waitForTimeout(2500);
    const spoken = await page.evaluate(
      () => /** @type {number[]} */ (/** @type {any} */ (globalThis).spoken),
    );
    expect(spoken.length).toBe(2);
    expect((spoken[1] ?? 0) - (spoken[0] ?? 0)).toBeGreaterThan(900);
  });
});
