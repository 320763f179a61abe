import { cssOf } from '../../../plot/colour';
import { linkWidth, NEGATIVE_DASH, type NetworkLayout, type NodePlace } from '../../../plot/network-layout';
import type { Palette } from '../../../plot/theme-colours';
import { largestWeight, type NetworkShape, type UnitPlace, unitWeights } from '../model/network-shape';

/** Links of a network whose largest weight is smaller are drawn thinner. */
const FULL_WIDTH_WEIGHT = 1;
/** Half the width of the box of an input, in pixels. */
export const INPUT_HALF = 24;
const BACKGROUND_ALPHA = 0.16;
const PLAIN_ALPHA = 0.7;
/** Share of a node's side that the thickest link has: a crowded drawing has thin ones. */
const THICKEST_SHARE = 0.13;
const LARGEST_BIAS_RADIUS = 4.5;

/** The weights as lines between the units and the biases as dots beside them; those of `pointed` stand out. */
export function paintLinks(
  context: CanvasRenderingContext2D,
  { places, nodeSize }: NetworkLayout,
  shape: NetworkShape,
  numbers: Float32Array,
  palette: Palette,
  pointed: UnitPlace | undefined,
): void {
  const scale = largestWeight(shape, numbers, FULL_WIDTH_WEIGHT);
  const colours = { positive: cssOf(palette.positive), negative: cssOf(palette.negative) };
  const half = nodeSize / 2;
  context.lineCap = 'butt';
  for (const [layer, { units }] of shape.layers.entries()) {
    for (let unit = 0; unit < units; unit++) {
      const end = places[layer + 1]?.[unit];
      if (end === undefined) continue;
      const isPointed = pointed?.layer === layer && pointed.unit === unit;
      const faint = pointed !== undefined && !isPointed;
      context.globalAlpha = faint ? BACKGROUND_ALPHA : isPointed ? 1 : PLAIN_ALPHA;
      const { weights, bias } = unitWeights(shape, numbers, { layer, unit });
      for (const [input, weight] of weights.entries()) {
        const start = places[layer]?.[input];
        if (start === undefined) continue;
        context.strokeStyle = weight < 0 ? colours.negative : colours.positive;
        context.setLineDash(weight < 0 ? [...NEGATIVE_DASH] : []);
        context.lineWidth = linkWidth(weight, scale, THICKEST_SHARE * nodeSize);
        strokeLink(context, start.x + (layer === 0 ? INPUT_HALF : half), start.y, end.x - half, end.y);
      }
      if (bias === undefined) continue;
      context.setLineDash([]);
      paintBias(context, { x: end.x - half - 5, y: end.y + half - 4 }, bias, scale, colours);
    }
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
}

function strokeLink(context: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
  const middle = (x0 + x1) / 2;
  context.beginPath();
  context.moveTo(x0, y0);
  context.bezierCurveTo(middle, y0, middle, y1, x1, y1);
  context.stroke();
}

function paintBias(
  context: CanvasRenderingContext2D,
  { x, y }: NodePlace,
  bias: number,
  scale: number,
  { positive, negative }: Readonly<Record<'positive' | 'negative', string>>,
): void {
  const share = Math.min(1, Math.abs(bias) / scale);
  context.beginPath();
  context.arc(x, y, 1.2 + (LARGEST_BIAS_RADIUS - 1.2) * Math.sqrt(share), 0, 2 * Math.PI);
  if (bias < 0) {
    context.strokeStyle = negative;
    context.lineWidth = 1.4;
    context.stroke();
  } else {
    context.fillStyle = positive;
    context.fill();
  }
}
