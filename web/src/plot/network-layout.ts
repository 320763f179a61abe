/** Where the middle of a node is, in pixels. */
export interface NodePlace {
  readonly x: number;
  readonly y: number;
}

export interface NetworkLayout {
  readonly width: number;
  readonly height: number;
  /** Width of the column of each layer; they fill the width. */
  readonly columns: readonly number[];
  /** Side of the square of a node. */
  readonly nodeSize: number;
  /** By layer, the inputs first, and by unit. */
  readonly places: readonly (readonly NodePlace[])[];
}

export interface NetworkLayoutLimits {
  /** Width that is there; a network that needs more gets it. */
  readonly width: number;
  readonly smallestNode: number;
  readonly largestNode: number;
  /** Smallest width of the column of each layer. */
  readonly columns: readonly number[];
  /** Height that is aimed at: nodes shrink, down to the smallest, before a network becomes taller. */
  readonly height: number;
  /** Share of a node's side that is left free below it. */
  readonly gap: number;
}

/**
 * Columns of nodes, which share the width that is left over, each in the middle of the height.
 *
 * @param units number of nodes in each layer, the inputs first; at least one layer
 */
export function layOutNetwork(units: readonly number[], limits: NetworkLayoutLimits): NetworkLayout {
  const { smallestNode, largestNode, gap } = limits;
  const most = Math.max(1, ...units);
  const fitting = limits.height / (most + (most - 1) * gap);
  const nodeSize = Math.round(Math.min(largestNode, Math.max(smallestNode, fitting)));
  const rowPitch = nodeSize * (1 + gap);
  const height = Math.ceil(rowPitch * (most - 1) + nodeSize);
  const needed = limits.columns.reduce((sum, column) => sum + column, 0);
  const spare = Math.max(0, limits.width - needed) / units.length;
  const columns = limits.columns.map((column) => column + spare);
  let left = 0;
  const places = units.map((count, layer) => {
    const column = columns[layer] ?? 0;
    const x = left + column / 2;
    left += column;
    return Array.from({ length: count }, (_, unit) => ({
      x,
      y: height / 2 + rowPitch * (unit - (count - 1) / 2),
    }));
  });
  return { width: Math.max(needed, limits.width), height, columns, nodeSize, places };
}

const THINNEST = 0.75;

/**
 * Line width of a link, in pixels: the square root keeps small weights visible.
 *
 * @param scale the weight that has the width `thickest`
 */
export function linkWidth(weight: number, scale: number, thickest: number): number {
  const share = Math.min(1, Math.abs(weight) / scale);
  return Number.isNaN(share) ? 0 : THINNEST + (thickest - THINNEST) * Math.sqrt(share);
}

/** Links with a negative weight are dashed: colour is never the only cue. */
export const NEGATIVE_DASH: readonly number[] = [6, 4];
