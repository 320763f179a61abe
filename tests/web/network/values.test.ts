import { beforeAll, describe, expect, it } from 'vitest';
import { datasetOf, isDrawable, taskOf } from '../../../web/src/elements/network/model/data-spec';
import {
  outputScale,
  pointGroups,
  targetScale,
  windowOf,
} from '../../../web/src/elements/network/model/map-content';
import { specOf } from '../../../web/src/elements/network/model/network-spec';
import {
  boundaryOf,
  firstOutput,
  paintValues,
  planesOf,
  rangeOf,
  resolutionOf,
  sharesOf,
  unitScale,
} from '../../../web/src/elements/network/model/network-values';
import { SceneMaker } from '../../../web/src/elements/network/model/scene';
import type { TrainingAccess } from '../../../web/src/elements/network/model/training-access';
import { lossOf } from '../../../web/src/elements/network/model/training-spec';
import { valueColours } from '../../../web/src/elements/network/output/value-colours';
import type { PlaneStack } from '../../../web/src/plot/heat-map';
import type { Palette } from '../../../web/src/plot/theme-colours';
import { builtAccess, stateOf } from './support';

let access: TrainingAccess;
beforeAll(async () => {
  access = await builtAccess();
});

const stack = (size: number, ...values: number[]): PlaneStack => ({
  size,
  values: Float32Array.from(values),
});

describe('the window', () => {
  it('shows every point of every data set, in a square', () => {
    for (const { key, columns } of access.choices.datasets.filter(isDrawable)) {
      const state = stateOf(access.choices, `data=${key}&noise=0.5`);
      const data = access.makeData(state);
      const window = windowOf(data, taskOf(datasetOf(access.choices, state), state));
      for (const { inputs, targets } of [data.train, data.test]) {
        const count = targets.length;
        for (let i = 0; i < count; i++) {
          const x = inputs[i] as number;
          const y = (columns > 1 ? inputs[count + i] : targets[i]) as number;
          expect(x > window.left && x < window.right && y > window.bottom && y < window.top, key).toBe(true);
        }
      }
      if (columns > 1) expect([window.bottom, window.top]).toEqual([window.left, window.right]);
    }
  });

  it('of no points is there all the same', () => {
    const none = { columns: 2, inputs: [], targets: [] };
    expect(windowOf({ train: none }, 'binary')).toEqual({ left: -1, right: 1, bottom: -1, top: 1 });
    expect(targetScale(none).reach).toBe(1);
  });
});

describe('the colours of the output', () => {
  it('follow what the loss makes of it', () => {
    const scaleFor = (text: string) => {
      const state = stateOf(access.choices, text);
      const task = taskOf(datasetOf(access.choices, state), state);
      return outputScale(task, lossOf(access.choices, state), access.makeData(state).train);
    };
    expect(scaleFor('')).toEqual({ centre: 0, reach: 4 });
    expect(scaleFor('loss=naive_bce')).toEqual({ centre: 0.5, reach: 0.5 });
    expect(scaleFor('loss=mse')).toEqual({ centre: 0, reach: 1 });
    expect(scaleFor('data=plane').centre).toBe(0);
  });

  it('of a unit do not exaggerate small values', () => {
    expect(unitScale(stack(2, 0.1, -0.2, 0, 0)).reach).toBe(1);
    expect(unitScale(stack(2, 0.1, -7, 3, 0)).reach).toBe(7);
  });
});

describe('the points on the map', () => {
  it('are all there, each class with a mark and a colour of its own', () => {
    const state = stateOf(access.choices, 'data=blobs&classes=7');
    const { train } = access.makeData(state);
    const groups = pointGroups(train, 'multi_class', 7, { centre: 0, reach: 1 }, false);
    expect(groups.reduce((sum, { x }) => sum + x.length, 0)).toBe(train.targets.length);
    expect(new Set(groups.map(({ mark, colour }) => `${mark} ${colour}`)).size).toBe(7);
    expect(new Set(groups.map(({ mark }) => mark)).size).toBe(7);
  });

  it('of values tell signs apart by the mark', () => {
    const points = { columns: 2, inputs: [1, 2, 3, 4, 5, 6], targets: [-1, 0, 0.5] };
    const groups = pointGroups(points, 'regression', 0, { centre: 0, reach: 1 }, true);
    const found = groups.map(({ x, y, mark, colour, tint }) => [x[0], y[0], mark, colour, tint]);
    expect(found).toContainEqual([1, 4, 1, 'negative', 1]);
    expect(found).toContainEqual([2, 5, 0, 'positive', 0.2]);
    expect(found).toContainEqual([3, 6, 0, 'positive', expect.closeTo(0.6)]);
    expect(groups.every(({ hollow }) => hollow)).toBe(true);
  });

  it('of a curve stand at their values', () => {
    const [group] = pointGroups(
      { columns: 1, inputs: [1, 2], targets: [5, 6] },
      'curve',
      0,
      { centre: 0, reach: 1 },
      false,
    );
    expect([...(group?.x ?? [])]).toEqual([1, 2]);
    expect([...(group?.y ?? [])]).toEqual([5, 6]);
  });
});

describe('the planes of a network', () => {
  it('belong to the units they are asked for', () => {
    const trainer = access.lab.trainer(specOf(access.choices, stateOf(access.choices)));
    const { shape } = trainer;
    const grid = trainer.grid({ size: 5, units: true });
    const outputs = trainer.grid({ size: 5 });
    expect([...planesOf(grid, shape, firstOutput(shape), 1).values]).toEqual([...outputs.values]);
    const third = planesOf(grid, shape, { layer: 0, unit: 2 }, 1);
    expect([...third.values]).toEqual([...grid.values.subarray(50, 75)]);
    trainer.dispose();
  });

  it('have a boundary at their centre, and one around each class', () => {
    const picture = { planes: 1, scale: { centre: 0.5, reach: 0.5 }, discretise: false };
    expect(boundaryOf(stack(2, 0, 1, 0, 1), picture)).toEqual([0.5, 0, 0.5, 1]);
    const classes = { ...picture, planes: 2 };
    // Each side of the border between two classes draws it once.
    expect(boundaryOf(stack(2, 0, 1, 0, 1, 1, 0, 1, 0), classes)).toEqual([0.5, 0, 0.5, 1, 0.5, 0, 0.5, 1]);
  });

  it('are described by range and shares', () => {
    expect(rangeOf(stack(2, 3, -1, 2, 0))).toEqual([-1, 3]);
    const picture = { planes: 1, scale: { centre: 1, reach: 1 }, discretise: false };
    expect(sharesOf(stack(2, 3, -1, 2, 1), picture)).toEqual([0.5, 0.5]);
    const three = stack(2, 1, 0, 0, 9, 0, 1, 0, 0, 0, 0, 1, 0);
    expect(sharesOf(three, { ...picture, planes: 3 })).toEqual([0.5, 0.25, 0.25]);
  });

  it('are painted finer where edges are hard', () => {
    const colours = valueColours(PALETTE, 1);
    const smooth = { planes: 1, scale: { centre: 0, reach: 1 }, discretise: false };
    const hard = { ...smooth, discretise: true };
    const plane = stack(3, -1, -1, 1, -1, -1, 1, -1, -1, 1);
    for (const picture of [smooth, hard]) {
      const size = resolutionOf(plane, picture);
      const pixels = new Uint32Array(size * size);
      paintValues(pixels, plane, picture, colours);
      expect(pixels.every((pixel) => pixel !== 0)).toBe(true);
    }
    expect(resolutionOf(plane, smooth)).toBe(3);
    expect(resolutionOf(plane, hard)).toBe(9);
  });
});

describe('the scene', () => {
  it('is the same object until something in it changes', () => {
    const scenes = new SceneMaker(access);
    const first = scenes.of(stateOf(access.choices));
    expect(scenes.of(stateOf(access.choices, 'rate=1&seed=5&layers=2:relu'))).toBe(first);
    const other = scenes.of(stateOf(access.choices, 'loss=mse'));
    expect(other.data).toBe(first.data);
    expect(other.scale).not.toEqual(first.scale);
    expect(scenes.of(stateOf(access.choices, 'noise=0.2')).data).not.toBe(first.data);
  });

  it('asks for the planes over what it shows', () => {
    const scenes = new SceneMaker(access);
    const state = stateOf(access.choices, 'data=xor_points');
    const { left, top } = scenes.of(state).window;
    expect(scenes.requestOf(state)).toMatchObject({
      evaluation: true,
      weights: true,
      grid: { units: true, x1Minimum: left, x2Maximum: top },
    });
  });
});

const grey = { red: 100, green: 100, blue: 100 };
const PALETTE = new Proxy({}, { get: () => grey }) as Palette;
