import { nice } from 'd3-array';
import type { OwnData, Points, Task } from '../../../engine/training/spec';
import type { ValueScale } from '../../../plot/heat-map';
import type { ViewWindow } from '../../../plot/view-window';
import { classGroups, curveGroups, type PointGroup, valueGroups } from './point-groups';
import type { LossInfo } from './training-choices';

/** Logits as far from 0 as this are a probability of 0.98. */
const SURE_LOGIT = 4;

/** The share of the extent that stays free around the points. */
const MARGIN = 0.04;

function extent(values: ArrayLike<number>, [low, high]: readonly [number, number]): [number, number] {
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

function rounded([low, high]: readonly [number, number]): [number, number] {
  if (low > high) return [-1, 1];
  const margin = MARGIN * (high - low || 1);
  return nice(low - margin, high + margin, 8);
}

const NOTHING = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as const;

/** A window that shows all points: a square for points of a plane, values over the input for a curve. */
export function windowOf({ train, test }: OwnData, task: Task): ViewWindow {
  const splits = test === undefined ? [train] : [train, test];
  if (task !== 'curve') {
    const [low, high] = rounded(
      splits.reduce((range, { inputs }) => extent(inputs, range), NOTHING as readonly [number, number]),
    );
    return { left: low, right: high, bottom: low, top: high };
  }
  const over = (values: (points: Points) => ArrayLike<number>) =>
    rounded(
      splits.reduce((range, points) => extent(values(points), range), NOTHING as readonly [number, number]),
    );
  const [left, right] = over(({ inputs }) => inputs);
  const [bottom, top] = over(({ targets }) => targets);
  return { left, right, bottom, top };
}

/** Colours for the values that are to be learned. */
export function targetScale({ targets }: Points): ValueScale {
  const [low, high] = extent(targets, NOTHING);
  const largest = low > high ? 0 : Math.max(Math.abs(low), Math.abs(high));
  return { centre: 0, reach: nice(0, largest || 1, 4)[1] };
}

/** Colours of the outputs of a network that is trained for this. */
export function outputScale(task: Task, { outputs }: LossInfo, train: Points): ValueScale {
  if (task === 'regression' || task === 'curve') return targetScale(train);
  if (outputs === 'probabilities') return { centre: 0.5, reach: 0.5 };
  return { centre: 0, reach: outputs === 'logits' ? SURE_LOGIT : 1 };
}

/** The data as they are drawn on the map. */
export function pointGroups(
  points: Points,
  task: Task,
  classes: number,
  scale: ValueScale,
  hollow: boolean,
): PointGroup[] {
  if (task === 'curve') return curveGroups(points, hollow);
  if (task === 'regression') return valueGroups(points, scale.reach, hollow);
  return classGroups(points, classes, hollow);
}
