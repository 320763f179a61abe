import { MARKS } from './marks';
import { pathOf } from './path-data';

export interface MarkStyle {
  readonly fill: string;
  /** Of the line around the inside; undefined for none. */
  readonly outline: string | undefined;
  /** Of the seam that sets a mark off from what is behind. */
  readonly halo: string;
  /** In pixels. */
  readonly radius: number;
}

const HALO = 1.2;
const OUTLINE = 1.4;

/** Marks of one shape at the places `x[i]`, `y[i]`, in pixels. */
export function paintMarks(
  context: CanvasRenderingContext2D,
  mark: number,
  x: readonly number[],
  y: readonly number[],
  { fill, outline, halo, radius }: MarkStyle,
): void {
  const shape = pathOf(MARKS[mark % MARKS.length] as string);
  const pixel = 1 / radius;
  context.lineJoin = 'round';
  for (let i = 0; i < x.length; i++) {
    context.save();
    context.translate(x[i] as number, y[i] as number);
    context.scale(radius, radius);
    context.strokeStyle = halo;
    context.lineWidth = (2 * HALO + (outline === undefined ? 0 : OUTLINE)) * pixel;
    context.stroke(shape);
    context.fillStyle = fill;
    context.fill(shape);
    if (outline !== undefined) {
      context.strokeStyle = outline;
      context.lineWidth = OUTLINE * pixel;
      context.stroke(shape);
    }
    context.restore();
  }
}
