import type { OwnData, SnapshotRequest } from '../../../engine/activation-lab';
import type { ValueScale } from '../../../plot/heat-map';
import type { ViewWindow } from '../../../plot/view-window';
import { datasetOf, isDrawable, outputWidth, taskOf } from './data-spec';
import { outputScale, windowOf } from './map-content';
import { isSameData } from './network-spec';
import type { NetworkState } from './network-state';
import type { TrainingAccess } from './training-access';
import { lossOf } from './training-spec';

/** What is seen beside the network: the data, and how they and the output are drawn. */
export interface Scene {
  readonly data: Required<OwnData>;
  readonly window: ViewWindow;
  readonly scale: ValueScale;
}

/** Points of the maps along each side; of many units, fewer, so that looking takes no longer than a frame. */
const GRID_SIZE = 100;
const COARSE_GRID_SIZE = 50;
const MOST_FINE_UNITS = 160;
/** Where there are more, only the output is looked at. */
const MOST_UNITS_WITH_MAPS = 640;

/** Makes the scene of a state, and the same one for states that do not differ in it. */
export class SceneMaker {
  readonly #access: Pick<TrainingAccess, 'choices' | 'makeData'>;
  #last: { readonly state: NetworkState; readonly scene: Scene } | undefined;

  constructor(access: Pick<TrainingAccess, 'choices' | 'makeData'>) {
    this.#access = access;
  }

  of(state: NetworkState): Scene {
    const { choices, makeData } = this.#access;
    const last =
      this.#last !== undefined && isSameData(choices, this.#last.state, state) ? this.#last : undefined;
    const loss = lossOf(choices, state);
    if (last !== undefined && lossOf(choices, last.state) === loss) return last.scene;
    const data = last?.scene.data ?? makeData(state);
    const task = taskOf(datasetOf(choices, state), state);
    const scene: Scene = {
      data,
      window: last?.scene.window ?? windowOf(data, task),
      scale: outputScale(task, loss, data.train),
    };
    this.#last = { state, scene };
    return scene;
  }

  /** What every snapshot of this network shall hold. */
  requestOf(state: NetworkState): SnapshotRequest {
    const dataset = datasetOf(this.#access.choices, state);
    const numbers = { evaluation: true, weights: true };
    // Data of many columns lie in no plane.
    if (!isDrawable(dataset)) return numbers;
    const { left, right, bottom, top } = this.of(state).window;
    const units = state.layers.reduce((sum, { width }) => sum + width, outputWidth(dataset, state));
    return {
      ...numbers,
      grid: {
        size: units <= MOST_FINE_UNITS ? GRID_SIZE : COARSE_GRID_SIZE,
        units: units <= MOST_UNITS_WITH_MAPS,
        x1Minimum: left,
        x1Maximum: right,
        x2Minimum: bottom,
        x2Maximum: top,
      },
    };
  }
}
