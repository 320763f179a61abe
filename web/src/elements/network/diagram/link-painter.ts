import { cssOf } from '../../../plot/colour';
import { linkWidth, NEGATIVE_DASH, type NetworkLayout, type NodePlace } from '../../../plot/network-layout';
import type { Palette } from '../../../plot/theme-colours';
import { largestWeight, type NetworkShape, type UnitPlace, unitWeights } from '../model/network-shape';
import { linkEnds } from './link-place';

/** Links of a network whose largest weight is smaller are drawn thinner. */
const FULL_WIDTH_WEIGHT = 1;
const BACKGROUND_ALPHA = 0.16;
const PLAIN_ALPHA = 0.7;
/** Share of a node's side that the thickest link has: a crowded drawing has thin ones. */
const THICKEST_SHARE = 0.13;
const LARGEST_BIAS_RADIUS = 4.5;

/** The weights as lines between the units and the biases as dots beside them; those of `pointed` stand out. */
export function paintLinks(
  context: CanvasRenderingContext2D,
  layout: NetworkLayout,
  shape: NetworkShape,
  numbers: Float32Array,
  palette: Palette,
  pointed: UnitPlace | undefined,
): void {
  const scale = largestWeight(shape, numbers, FULL_WIDTH_WEIGHT);
  const colours = { positive: cssOf(palette.positive), negative: cssOf(palette.negative) };
  const { places, nodeSize } = layout;
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
        const ends = linkEnds(layout, { unit: { layer, unit }, input });
        if (ends === undefined) continue;
        context.strokeStyle = weight < 0 ? colours.negative : colours.positive;
        context.setLineDash(weight < 0 ? [...NEGATIVE_DASH] : []);
        context.lineWidth = linkWidth(weight, scale, THICKEST_SHARE * nodeSize);
        strokeLink(context, ends.start, ends.end);
      }
      if (bias === undefined) continue;
      context.setLineDash([]);
      paintBias(context, { x: end.x - half - 5, y: end.y + half - 4 }, bias, scale, colours);
    }
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
}

function strokeLink(context: CanvasRenderingContext2D, start: NodePlace, end: NodePlace): void {
  const middle = (start.x + end.x) / 2;
  context.beginPath();
  context.moveTo(start.x, start.y);
  context.bezierCurveTo(middle, start.y, middle, end.y, end.x, end.y);
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
