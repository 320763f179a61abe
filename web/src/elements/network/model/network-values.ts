import type { Planes } from '../../../engine/training/observation';
import {
  classLead,
  largestMagnitude,
  type PlaneStack,
  paintClasses,
  paintPlane,
  paintSides,
  refined,
  type ValueScale,
} from '../../../plot/heat-map';
import { isoline } from '../../../plot/isoline';
import type { ValueColours } from '../output/value-colours';
import { type NetworkShape, planeOf, type UnitPlace } from './network-shape';

/** Whether a unit is among the planes: of a large network only the outputs are. */
export function hasPlane(grid: Planes, shape: NetworkShape, { layer }: UnitPlace): boolean {
  const last = shape.layers.at(-1);
  return grid.count > (last?.units ?? 0) || layer === shape.layers.length - 1;
}

/** The planes of some units that are shown together: all outputs, or one unit. */
export function planesOf(grid: Planes, shape: NetworkShape, first: UnitPlace, count: number): PlaneStack {
  const plane = planeOf(shape, first);
  // The planes end with those of the last layer, whatever they begin with.
  const begin = (shape.layers.at(-1)?.firstUnit ?? 0) + (shape.layers.at(-1)?.units ?? 0) - grid.count;
  const start = Math.max(0, plane - begin) * grid.size ** 2;
  return { size: grid.size, values: grid.values.subarray(start, start + count * grid.size ** 2) };
}

/** The first unit of the last layer. */
export const firstOutput = ({ layers }: NetworkShape): UnitPlace => ({ layer: layers.length - 1, unit: 0 });

/**
 * The colours of one unit: full at ± its largest value, but not below 1, so that a unit that puts out little looks pale and
 * those of tanh and sigmoid compare.
 */
export function unitScale(stack: PlaneStack, plane = 0): ValueScale {
  return { centre: 0, reach: Math.max(1, largestMagnitude(stack, plane)) };
}

/** Hard edges are drawn so many times finer than the grid. */
const FINENESS = 4;

/** One plane as colours, or, with several, the class whose plane is largest. */
export interface ValuePicture {
  readonly planes: number;
  readonly scale: ValueScale;
  /** Only on which side of the boundary, or which class. */
  readonly discretise: boolean;
}

/** Pixels along a side. */
export const resolutionOf = ({ size }: PlaneStack, { discretise }: ValuePicture): number =>
  discretise ? (size - 1) * FINENESS + 1 : size;

export function paintValues(
  pixels: Uint32Array,
  stack: PlaneStack,
  { planes, scale, discretise }: ValuePicture,
  colours: ValueColours,
): void {
  const shown = discretise ? refined(stack, planes, FINENESS) : stack;
  if (planes > 1) paintClasses(pixels, shown, colours.classes, discretise ? 0 : scale.reach);
  else if (discretise) paintSides(pixels, shown, 0, colours.values, scale.centre);
  else paintPlane(pixels, shown, 0, colours.values, scale);
}

/** Pieces of the boundary, as `isoline` gives them. */
export function boundaryOf({ size, values }: PlaneStack, { planes, scale }: ValuePicture): number[] {
  if (planes === 1) return isoline(values, size, scale.centre);
  const lead = new Float32Array(size * size);
  const pieces: number[] = [];
  for (let chosen = 0; chosen < planes; chosen++) {
    classLead({ size, values }, planes, chosen, lead);
    pieces.push(...isoline(lead, size, 0));
  }
  return pieces;
}

/** Shares of the reach, to both sides of the centre, at which there are lines of equal output. */
const LEVELS = [-0.8, -0.6, -0.4, -0.2, 0.2, 0.4, 0.6, 0.8];

/** Pieces of lines of equal output, as `isoline` gives them. */
export const levelLines = ({ size, values }: PlaneStack, { centre, reach }: ValueScale): number[] =>
  LEVELS.flatMap((share) => isoline(values, size, centre + share * reach));

/** Smallest and largest value of one plane. */
export function rangeOf({ size, values }: PlaneStack): readonly [lowest: number, highest: number] {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < size * size; i++) {
    const value = values[i] as number;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  return [lowest, highest];
}

/**
 * The class that outputs decide on at one of their `count` places: that of the largest; of a single plane, on which side of
 * `centre` it lies.
 */
export function decidedClass(
  values: ArrayLike<number>,
  { count, planes, centre }: { readonly count: number; readonly planes: number; readonly centre: number },
  index: number,
): number {
  if (planes === 1) return (values[index] as number) > centre ? 1 : 0;
  let winner = 0;
  for (let plane = 1; plane < planes; plane++)
    if ((values[plane * count + index] as number) > (values[winner * count + index] as number))
      winner = plane;
  return winner;
}

/** The share of the plane, from 0 to 1, that belongs to each class; of one output: what lies below its centre, and above. */
export function sharesOf({ size, values }: PlaneStack, { planes, scale }: ValuePicture): number[] {
  const count = size * size;
  const outputs = { count, planes, centre: scale.centre };
  const shares = new Array<number>(Math.max(2, planes)).fill(0);
  for (let i = 0; i < count; i++) {
    const winner = decidedClass(values, outputs, i);
    shares[winner] = (shares[winner] as number) + 1 / count;
  }
  return shares;
}
