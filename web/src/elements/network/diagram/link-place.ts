import type { NetworkLayout, NodePlace } from '../../../plot/network-layout';
import type { UnitPlace } from '../model/network-shape';

/** Half the width of the box of an input, in pixels. */
export const INPUT_HALF = 24;

/** A link of the drawing: the weight with which a unit takes one of its inputs. */
export interface LinkPlace {
  readonly unit: UnitPlace;
  /** Which of the inputs of the unit. */
  readonly input: number;
}

/** Where a link begins and ends, beside the boxes of both; `undefined` where one of them is not drawn. */
export function linkEnds(
  { places, nodeSize }: NetworkLayout,
  { unit: { layer, unit }, input }: LinkPlace,
): { readonly start: NodePlace; readonly end: NodePlace } | undefined {
  const [from, to] = [places[layer]?.[input], places[layer + 1]?.[unit]];
  if (from === undefined || to === undefined) return undefined;
  const half = nodeSize / 2;
  return {
    start: { x: from.x + (layer === 0 ? INPUT_HALF : half), y: from.y },
    end: { x: to.x - half, y: to.y },
  };
}

const HALVINGS = 20;

/**
 * How far along its curve a link is at a share of its width, both from 0 to 1: it is a cubic Bézier curve whose inner points
 * are in the middle, at the heights of its ends.
 */
function parameterAt(share: number): number {
  let [low, high] = [0, 1];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const t = (low + high) / 2;
    if (1.5 * t * (1 - t) + t ** 3 < share) low = t;
    else high = t;
  }
  return (low + high) / 2;
}

/** The link that passes nearest to a place, at most `reach` pixels away; `undefined` where there is none. */
export function nearestLink(
  layout: NetworkLayout,
  { x, y }: NodePlace,
  reach: number,
): LinkPlace | undefined {
  let nearest: LinkPlace | undefined;
  let least = reach;
  for (const [layer, targets] of layout.places.slice(1).entries()) {
    for (const unit of targets.keys()) {
      for (const input of (layout.places[layer] ?? []).keys()) {
        const link = { unit: { layer, unit }, input };
        const ends = linkEnds(layout, link);
        if (ends === undefined || x < ends.start.x || x > ends.end.x) continue;
        const [width, rise] = [ends.end.x - ends.start.x, ends.end.y - ends.start.y];
        const t = parameterAt((x - ends.start.x) / width);
        const slope = (rise * 6 * t * (1 - t)) / (width * (1.5 - 3 * t + 3 * t ** 2));
        const above = Math.abs(y - ends.start.y - rise * t ** 2 * (3 - 2 * t));
        const distance = above / Math.hypot(1, slope);
        if (distance >= least) continue;
        least = distance;
        nearest = link;
      }
    }
  }
  return nearest;
}
