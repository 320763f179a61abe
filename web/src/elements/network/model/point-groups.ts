import type { Points } from '../../../engine/training/spec';
import type { ThemeColour } from '../../../plot/theme-colours';
import { classColour } from '../output/class-styles';

/** Points that are drawn with one mark in one colour. */
export interface PointGroup {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Index of the mark. */
  readonly mark: number;
  readonly colour: ThemeColour;
  /** 0 to 1: how far the inside goes from paper to the colour. */
  readonly tint: number;
  readonly hollow: boolean;
}

const TINTS = 5;

function pick(points: Points, keep: (target: number) => boolean): Pick<PointGroup, 'x' | 'y'> {
  const count = points.targets.length;
  const kept = Array.from({ length: count }, (_, i) => i).filter((i) => keep(points.targets[i] as number));
  const column = (index: number): Float32Array =>
    Float32Array.from(kept, (i) => points.inputs[index * count + i] ?? 0);
  return { x: column(0), y: column(1) };
}

const isNotEmpty = ({ x }: PointGroup): boolean => x.length > 0;

/** One group a class. */
export function classGroups(points: Points, classes: number, hollow: boolean): PointGroup[] {
  return Array.from({ length: classes }, (_, index) => ({
    ...pick(points, (target) => target === index),
    mark: index,
    colour: classColour(index, classes),
    tint: 1,
    hollow,
  })).filter(isNotEmpty);
}

/** Values from -`scale` to `scale`, by sign and in a few steps of strength. */
export function valueGroups(points: Points, scale: number, hollow: boolean): PointGroup[] {
  const strength = (value: number): number =>
    Math.min(TINTS, Math.max(1, Math.ceil((Math.abs(value) / scale) * TINTS)));
  return [false, true].flatMap((negative) =>
    Array.from(
      { length: TINTS },
      (_, index): PointGroup => ({
        ...pick(points, (value) => value < 0 === negative && strength(value) === index + 1),
        mark: negative ? 1 : 0,
        colour: negative ? 'negative' : 'positive',
        tint: (index + 1) / TINTS,
        hollow,
      }),
    ).filter(isNotEmpty),
  );
}

/** Of a curve: the target is the ordinate. */
export function curveGroups(points: Points, hollow: boolean): PointGroup[] {
  const x = Float32Array.from(points.targets, (_, i) => points.inputs[i] as number);
  const group: PointGroup = {
    x,
    y: Float32Array.from(points.targets),
    mark: 0,
    colour: 'muted',
    tint: 1,
    hollow,
  };
  return [group].filter(isNotEmpty);
}
