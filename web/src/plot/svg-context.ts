import { dataOfPath } from './path-data';

const NAMESPACE = 'http://www.w3.org/2000/svg';

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

interface Style {
  readonly matrix: Matrix;
  readonly clip: string | undefined;
  readonly fillStyle: string;
  readonly strokeStyle: string;
  readonly lineWidth: number;
  readonly lineCap: CanvasLineCap;
  readonly lineJoin: CanvasLineJoin;
  readonly globalAlpha: number;
  readonly font: string;
  readonly textAlign: CanvasTextAlign;
  readonly textBaseline: CanvasTextBaseline;
  readonly dash: readonly number[];
}

const ANCHORS: Readonly<Partial<Record<CanvasTextAlign, string>>> = {
  center: 'middle',
  end: 'end',
  right: 'end',
};
/** How far below its middle, or its top, a line of text has its base, in heights of the font. */
const BASELINES: Readonly<Partial<Record<CanvasTextBaseline, number>>> = { middle: 0.35, top: 0.8 };
const FONT = /^(?:\w+ )*?([\d.]+)px (.+)$/;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** As text: an element with an image in it would begin to load it, which the policy of the page may forbid. */
function element(name: string, attributes: Readonly<Record<string, string>>, content = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${written.join('')}>${content}</${name}>`;
}

const short = (value: number): string => String(Number(value.toFixed(2)));

/**
 * What the painters of this folder, and their users, do to a canvas, written down as SVG: lines and words stay sharp at any size;
 * other canvases become images in it.
 */
export class SvgContext {
  fillStyle = '#000';
  strokeStyle = '#000';
  lineWidth = 1;
  lineCap: CanvasLineCap = 'butt';
  lineJoin: CanvasLineJoin = 'miter';
  globalAlpha = 1;
  font = '10px sans-serif';
  textAlign: CanvasTextAlign = 'start';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  readonly #width: number;
  readonly #height: number;
  readonly #elements: string[] = [];
  readonly #measuring = document.createElement('canvas').getContext('2d');
  readonly #saved: Style[] = [];
  #matrix: Matrix = IDENTITY;
  #clip: string | undefined;
  #dash: readonly number[] = [];
  #path: string[] = [];
  #clips = 0;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
  }

  /** A file of all that was painted. */
  text(title: string): string {
    const size = { width: short(this.#width), height: short(this.#height) };
    const root = { xmlns: NAMESPACE, viewBox: `0 0 ${size.width} ${size.height}`, ...size };
    return element('svg', root, element('title', {}, escaped(title)) + this.#elements.join('\n'));
  }

  save(): void {
    const {
      fillStyle,
      strokeStyle,
      lineWidth,
      lineCap,
      lineJoin,
      globalAlpha,
      font,
      textAlign,
      textBaseline,
    } = this;
    const own = {
      fillStyle,
      strokeStyle,
      lineWidth,
      lineCap,
      lineJoin,
      globalAlpha,
      font,
      textAlign,
      textBaseline,
    };
    this.#saved.push({ ...own, matrix: this.#matrix, clip: this.#clip, dash: this.#dash });
  }

  restore(): void {
    const saved = this.#saved.pop();
    if (saved === undefined) return;
    const { matrix, clip, dash, ...own } = saved;
    Object.assign(this, own);
    [this.#matrix, this.#clip, this.#dash] = [matrix, clip, dash];
  }

  translate(x: number, y: number): void {
    const [a, b, c, d, e, f] = this.#matrix;
    this.#matrix = [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
  }

  scale(x: number, y: number): void {
    const [a, b, c, d, e, f] = this.#matrix;
    this.#matrix = [a * x, b * x, c * y, d * y, e, f];
  }

  setLineDash(dash: readonly number[]): void {
    this.#dash = dash;
  }

  beginPath(): void {
    this.#path = [];
  }

  moveTo(x: number, y: number): void {
    this.#path.push(`M${short(x)},${short(y)}`);
  }

  lineTo(x: number, y: number): void {
    this.#path.push(`L${short(x)},${short(y)}`);
  }

  bezierCurveTo(...[x1, y1, x2, y2, x, y]: readonly [number, number, number, number, number, number]): void {
    this.#path.push(`C${[x1, y1, x2, y2, x, y].map(short).join(' ')}`);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#path.push(`M${short(x)},${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`);
  }

  /** Whole circles only. */
  arc(x: number, y: number, radius: number): void {
    const r = short(radius);
    this.#path.push(
      `M${short(x - radius)},${short(y)}a${r},${r} 0 1 1 ${short(2 * radius)},0a${r},${r} 0 1 1 ${short(-2 * radius)},0Z`,
    );
  }

  clip(): void {
    this.#clips += 1;
    const id = `clip-${this.#clips}`;
    this.#elements.push(element('clipPath', { id }, element('path', { d: this.#path.join('') })));
    this.#clip = id;
  }

  stroke(path?: Path2D): void {
    this.#shape('path', {
      d: this.#dataOf(path),
      fill: 'none',
      stroke: this.strokeStyle,
      'stroke-width': short(this.lineWidth),
      'stroke-linecap': this.lineCap,
      'stroke-linejoin': this.lineJoin,
      ...(this.#dash.length > 0 ? { 'stroke-dasharray': this.#dash.join(' ') } : {}),
    });
  }

  fill(path?: Path2D): void {
    this.#shape('path', { d: this.#dataOf(path), fill: this.fillStyle });
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.#shape('rect', {
      x: short(x),
      y: short(y),
      width: short(width),
      height: short(height),
      fill: this.fillStyle,
    });
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    this.#shape('rect', {
      x: short(x),
      y: short(y),
      width: short(width),
      height: short(height),
      fill: 'none',
      stroke: this.strokeStyle,
      'stroke-width': short(this.lineWidth),
    });
  }

  measureText(text: string): { readonly width: number } {
    if (this.#measuring === null) return { width: 0 };
    this.#measuring.font = this.font;
    return this.#measuring.measureText(text);
  }

  fillText(text: string, x: number, y: number): void {
    const [, size = '10', family = 'sans-serif'] = FONT.exec(this.font) ?? [];
    const base = y + (BASELINES[this.textBaseline] ?? 0) * Number(size);
    const attributes = {
      x: short(x),
      y: short(base),
      fill: this.fillStyle,
      'font-size': size,
      'font-family': family,
      'text-anchor': ANCHORS[this.textAlign] ?? 'start',
    };
    this.#shape('text', attributes, escaped(text));
  }

  /** A canvas, or a piece of one, as an image. */
  drawImage(source: HTMLCanvasElement, ...place: readonly number[]): void {
    const [sx, sy, sw, sh, x, y, width, height] =
      place.length === 8 ? place : [0, 0, source.width, source.height, ...place];
    const piece = document.createElement('canvas');
    piece.width = sw as number;
    piece.height = sh as number;
    piece.getContext('2d')?.drawImage(source, -(sx as number), -(sy as number));
    this.#shape('image', {
      href: piece.toDataURL('image/png'),
      x: short(x as number),
      y: short(y as number),
      width: short(width as number),
      height: short(height as number),
      preserveAspectRatio: 'none',
    });
  }

  #dataOf(path: Path2D | undefined): string {
    return path === undefined ? this.#path.join('') : dataOfPath(path);
  }

  #shape(name: string, attributes: Readonly<Record<string, string>>, content = ''): void {
    const shape = element(
      name,
      {
        ...attributes,
        ...(this.globalAlpha < 1 ? { opacity: short(this.globalAlpha) } : {}),
        ...(this.#matrix === IDENTITY ? {} : { transform: `matrix(${this.#matrix.map(short).join(' ')})` }),
      },
      content,
    );
    // What clips is not moved by what moves the shape.
    this.#elements.push(
      this.#clip === undefined ? shape : element('g', { 'clip-path': `url(#${this.#clip})` }, shape),
    );
  }
}
