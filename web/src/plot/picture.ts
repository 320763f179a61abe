const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/** What a stylesheet sets on the shapes of a plot; an exported file carries these values itself. */
const PRESENTATION = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
] as const;

export interface Shape {
  readonly element: SVGElement;
  readonly style: CSSStyleDeclaration;
}

/** A drawn plot: its shapes in drawing order, each with its computed style. Groups must not carry opacity or transforms. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** Colour of the paper behind it. */
  readonly background: string;
}

/** Reads a drawn `svg` whose view box starts at 0, 0. */
export function readPicture(svg: SVGSVGElement): Picture {
  const { width, height } = svg.viewBox.baseVal;
  const background = getComputedStyle(svg).backgroundColor;
  const elements = [...svg.querySelectorAll<SVGElement>('path, line, rect, circle, text')];
  const shapes = elements.map((element) => ({ element, style: getComputedStyle(element) }));
  return { width, height, background, shapes };
}

/** A self-contained SVG file that looks as on screen. */
export function svgFile({ width, height, shapes, background }: Picture, title: string): string {
  const size = { width: String(width), height: String(height) };
  const root = svgElement('svg', { viewBox: `0 0 ${width} ${height}`, ...size });
  const heading = svgElement('title', {});
  heading.textContent = title;
  root.append(heading, svgElement('rect', { ...size, fill: background }), ...shapes.map(withOwnStyle));
  return new XMLSerializer().serializeToString(root);
}

function withOwnStyle({ element, style }: Shape): SVGElement {
  const copy = element.cloneNode(false) as SVGElement;
  copy.removeAttribute('class');
  if (element.localName === 'text') copy.textContent = element.textContent;
  for (const property of PRESENTATION) copy.setAttribute(property, style.getPropertyValue(property));
  return copy;
}

function svgElement(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(SVG_NAMESPACE, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
