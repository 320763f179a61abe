import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Rgb } from './colour';

/** The design tokens that pictures on a canvas are painted with, without their `--al-`. */
const TOKENS = [
  'paper',
  'surface',
  'ink',
  'muted',
  'line',
  'accent',
  'positive',
  'negative',
  'series-1',
  'series-2',
  'series-3',
  'series-4',
  'series-5',
  'series-6',
] as const;

export type ThemeColour = (typeof TOKENS)[number];
export type Palette = Readonly<Record<ThemeColour, Rgb>>;

const COMPUTED_RGB = /^rgba?\((\d+), (\d+), (\d+)/;

/** A computed colour, of any colour space, in sRGB. */
function toRgb(colour: string): Rgb {
  const [, red, green, blue] = COMPUTED_RGB.exec(colour) ?? [];
  if (red !== undefined) return { red: Number(red), green: Number(green), blue: Number(blue) };
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (context === null) return { red: 128, green: 128, blue: 128 };
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
  return { red: r, green: g, blue: b };
}

/**
 * The colours of the theme around an element, as numbers, for what no style sheet can colour. The theme can be changed by the
 * reader's system, by the page or by an attribute anywhere above; only a transition notices them all.
 */
export class ThemeColours implements ReactiveController {
  /** Must be in the element's shadow root. */
  readonly node: HTMLElement = document.createElement('span');
  readonly #probe: HTMLElement = document.createElement('span');
  readonly #changed: () => void;
  #palette: Palette | undefined;

  /** `changed` is called after every change, not for the first colours. */
  constructor(host: ReactiveControllerHost, changed: () => void) {
    this.#changed = changed;
    this.node.ariaHidden = 'true';
    this.node.style.cssText = 'position: absolute; visibility: hidden; color: var(--al-paper)';
    this.node.style.setProperty('transition', 'color 1ms', 'important');
    this.#probe.style.transition = 'none';
    this.node.append(this.#probe);
    this.node.addEventListener('transitionrun', (event) => {
      if (event.target === this.node) this.#forget();
    });
    host.addController(this);
  }

  hostConnected(): void {
    // In another place the theme may be another one.
    this.#palette = undefined;
  }

  get palette(): Palette {
    this.#palette ??= this.#read();
    return this.#palette;
  }

  #forget(): void {
    this.#palette = undefined;
    this.#changed();
  }

  #read(): Palette {
    const { style } = this.#probe;
    const entries = TOKENS.map((token) => {
      style.color = `var(--al-${token})`;
      return [token, toRgb(getComputedStyle(this.#probe).color)] as const;
    });
    return Object.fromEntries(entries) as Record<ThemeColour, Rgb>;
  }
}
