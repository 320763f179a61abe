/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {import('playwright-core').Page} Page */

/**
 * What a reader would see is wrong with the text in an element, through all shadow roots: text that is cut off, that leaves
 * the window or its button, that lies on other text; and controls that lie on each other.
 *
 * @param {Locator} target
 * @returns {Promise<{ faults: string[], texts: string[] }>} `texts`: what can be read there, but for code, formulas and
 *   what is marked as of another language
 */
export const readText = (target) =>
  target.evaluate((root) => {
    const TOLERANCE = 1;
    /** Text may touch: letters seldom fill their line. */
    const LEAST_OVERLAP = 3;
    /** What a menu needs beside its text for its arrow, at least. */
    const ARROW = 16;

    /** @param {Node} node @returns {Element | null} its parent as it is laid out */
    const parentOf = (node) => {
      if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
      if (node.parentNode instanceof ShadowRoot) return node.parentNode.host;
      return node.parentElement;
    };

    /** @type {Text[]} */
    const nodes = [];
    /** @type {Element[]} */
    const controls = [];
    /** @param {Node} node */
    const walk = (node) => {
      if (node instanceof Text && node.data.trim() !== '') nodes.push(node);
      if (node instanceof Element) {
        if (node.matches('style, script, noscript, textarea, option, math')) return;
        const { display, clipPath } = getComputedStyle(node);
        // An element without a box of its own counts as invisible, although what is in it is not.
        const hasBox = display !== 'contents';
        if (hasBox && !node.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return;
        if (clipPath === 'inset(50%)') return;
        if (node.matches('button, input, select')) controls.push(node);
        // What is slotted is met where it stands in the tree of its host.
        if (node.shadowRoot) walk(node.shadowRoot);
      }
      for (const child of node.childNodes) walk(child);
    };
    walk(root);

    /** @type {string[]} */
    const faults = [];
    /** @param {string} text */
    const quoted = (text) => `"${text.trim().replaceAll(/\s+/g, ' ').slice(0, 60)}"`;

    /** @param {Element} control */
    const nameOf = (control) => {
      const label = control instanceof HTMLButtonElement ? control : /** @type {any} */ (control).labels?.[0];
      const name = control.getAttribute('aria-label') ?? label?.textContent ?? '';
      return `${control.localName} ${quoted(name)}`;
    };

    /** @param {Text} node @param {DOMRect} box */
    const checkBox = (node, box) => {
      let [mayLeaveX, mayLeaveY] = [false, false];
      for (let element = parentOf(node); element; element = parentOf(element)) {
        const { overflowX, overflowY, display } = getComputedStyle(element);
        if (display === 'inline' || display === 'contents') continue;
        const { left, right, top, bottom } = element.getBoundingClientRect();
        if (['auto', 'scroll'].includes(overflowX)) mayLeaveX = true;
        if (['auto', 'scroll'].includes(overflowY)) mayLeaveY = true;
        const leavesX = !mayLeaveX && (box.left < left - TOLERANCE || box.right > right + TOLERANCE);
        const leavesY = !mayLeaveY && (box.top < top - TOLERANCE || box.bottom > bottom + TOLERANCE);
        if ((leavesX && overflowX !== 'visible') || (leavesY && overflowY !== 'visible'))
          faults.push(`${quoted(node.data)} is cut off by ${element.localName}.${element.className}`);
        else if ((leavesX || leavesY) && element instanceof HTMLButtonElement)
          faults.push(`${quoted(node.data)} leaves its button`);
      }
      const width = document.documentElement.clientWidth;
      if (!mayLeaveX && (box.left < -TOLERANCE || box.right > width + TOLERANCE))
        faults.push(`${quoted(node.data)} leaves the window`);
    };

    /** The smaller side of what two boxes share. @param {DOMRect} a @param {DOMRect} b */
    const overlap = (a, b) => {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const along = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      return Math.min(across, along);
    };

    const boxes = nodes.flatMap((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()]
        .filter(({ width, height }) => width > 0 && height > 0)
        .map((box) => ({ node, box }));
    });
    for (const { node, box } of boxes) checkBox(node, box);
    for (const [index, { node, box }] of boxes.entries()) {
      for (const { node: other, box: second } of boxes.slice(index + 1)) {
        if (node === other) continue;
        if (overlap(box, second) > LEAST_OVERLAP)
          faults.push(`${quoted(node.data)} and ${quoted(other.data)} lie on each other`);
      }
    }

    const places = controls.map((control) => ({ control, box: control.getBoundingClientRect() }));
    for (const [index, { control, box }] of places.entries()) {
      for (const { control: other, box: second } of places.slice(index + 1)) {
        if (overlap(box, second) > TOLERANCE)
          faults.push(`${nameOf(control)} and ${nameOf(other)} lie on each other`);
      }
    }

    const context = document.createElement('canvas').getContext('2d');
    for (const control of controls) {
      const { font, paddingLeft, paddingRight } = getComputedStyle(control);
      if (control instanceof HTMLInputElement && ['text', 'number', 'search'].includes(control.type)) {
        if (!control.readOnly && control.scrollWidth > control.clientWidth + TOLERANCE)
          faults.push(`${quoted(control.value)} does not fit into its field`);
      } else if (control instanceof HTMLSelectElement && context) {
        const text = control.selectedOptions[0]?.text ?? '';
        context.font = font;
        const room = control.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
        if (context.measureText(text).width > room - ARROW + TOLERANCE)
          faults.push(`${quoted(text)} does not fit into its menu`);
      }
    }

    const language = document.documentElement.lang;
    /** @param {Text} node */
    const isProse = (node) => {
      for (let element = parentOf(node); element; element = parentOf(element)) {
        if (element.matches('code, pre, a[href^="http"]')) return false;
        if (element.hasAttribute('lang')) return element.getAttribute('lang') === language;
      }
      return true;
    };
    const texts = nodes.filter(isProse).map(({ data }) => data.trim());
    return { faults: [...new Set(faults)], texts };
  }, undefined);

/**
 * What can be said of a picture without looking at it.
 *
 * @param {Page} page any, to read the picture with
 * @param {Buffer} png
 * @returns {Promise<{ colours: number, drawn: number, ground: number }>} how many colours it has, the share of its
 *   pixels that do not have the most frequent one, and the lightness of that one, from 0 to 255
 */
export const measure = (page, png) =>
  page.evaluate(async (base64) => {
    /** Of a larger picture, as many are enough. */
    const MOST_PIXELS = 300_000;
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    /** @type {Map<number, number>} */
    const counts = new Map();
    const pixels = new Uint32Array(data.buffer);
    const step = Math.ceil(pixels.length / MOST_PIXELS);
    let total = 0;
    for (let index = 0; index < pixels.length; index += step) {
      const pixel = /** @type {number} */ (pixels[index]);
      counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
      total += 1;
    }
    const [ground = 0, count = 0] = [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most));
    const [red, green, blue] = [ground & 255, (ground >> 8) & 255, (ground >> 16) & 255];
    return {
      colours: counts.size,
      drawn: 1 - count / total,
      ground: 0.2126 * red + 0.7152 * green + 0.0722 * blue,
    };
  }, png.toString('base64'));
