import type { Picture, Shape } from './picture';

/**
 * Paints a picture on a canvas, `scale` times its size. Decoding an SVG file as an image would need `img-src blob:` or `data:`
 * in the content security policy of every page the plot stands in.
 */
export function paint({ width, height, shapes, background }: Picture, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('canvas: no 2d context');
  context.scale(scale, scale);
  context.fillStyle = background;
  context.fillRect(0, 0, width, height);
  for (const shape of shapes) paintShape(context, shape);
  return canvas;
}

function paintShape(context: CanvasRenderingContext2D, shape: Shape): void {
  const { element, style } = shape;
  context.globalAlpha = Number(style.opacity);
  context.fillStyle = style.fill;
  context.strokeStyle = style.stroke;
  context.lineWidth = Number.parseFloat(style.strokeWidth);
  context.lineCap = style.strokeLinecap as CanvasLineCap;
  context.lineJoin = style.strokeLinejoin as CanvasLineJoin;
  context.setLineDash(
    style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(',').map(Number.parseFloat),
  );
  if (element.localName === 'text') {
    paintText(context, shape);
    return;
  }
  const outline = outlineOf(element);
  if (style.fill !== 'none') context.fill(outline);
  if (style.stroke !== 'none') context.stroke(outline);
}

function paintText(context: CanvasRenderingContext2D, { element, style }: Shape): void {
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.textAlign = style.textAnchor === 'middle' ? 'center' : (style.textAnchor as CanvasTextAlign);
  const text = element.textContent ?? '';
  const x = number(element, 'x');
  const y = number(element, 'y');
  if (style.stroke !== 'none') context.strokeText(text, x, y);
  context.fillText(text, x, y);
}

function outlineOf(element: SVGElement): Path2D {
  const get = (name: string): number => number(element, name);
  if (element.localName === 'path') return new Path2D(element.getAttribute('d') ?? '');
  const outline = new Path2D();
  if (element.localName === 'rect') outline.rect(get('x'), get('y'), get('width'), get('height'));
  if (element.localName === 'circle') outline.arc(get('cx'), get('cy'), get('r'), 0, 2 * Math.PI);
  if (element.localName === 'line') {
    outline.moveTo(get('x1'), get('y1'));
    outline.lineTo(get('x2'), get('y2'));
  }
  return outline;
}

const number = (element: SVGElement, name: string): number => Number(element.getAttribute(name) ?? 0);
