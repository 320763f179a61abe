import { EngineError } from '../../../engine/errors';
import { instantiateTrainingLab } from '../../../engine/training/load';
import type { OwnData } from '../../../engine/training/spec';
import type { TrainingLab } from '../../../engine/training/training-lab';
import { consistent, specOf } from './network-spec';
import type { NetworkState } from './network-state';
import type { Choices } from './training-choices';

/** What this page, apart from the session, has of the engine. */
export interface TrainingAccess {
  readonly lab: TrainingLab;
  readonly choices: Choices;
  /** The points that the network of a state is trained and tested on. */
  readonly makeData: (state: NetworkState) => Required<OwnData>;
}

let shared: Promise<TrainingAccess> | undefined;

/** For all elements of the page, loaded at the first call. After a failure the next call tries again. */
export function whenTrainingAccess(): Promise<TrainingAccess> {
  shared ??= instantiateTrainingLab().then(accessTo, (error: unknown) => {
    shared = undefined;
    throw error;
  });
  return shared;
}

/** The engine refuses samples of a formula that it cannot use. */
function faultFinder(lab: TrainingLab): Choices['faultOf'] {
  const dataset = lab.choices.datasets.find(({ formula }) => formula !== '')?.key;
  return (formula) => {
    if (dataset === undefined) return { code: 'unknown', path: 'formula', minimum: 0, maximum: 0 };
    try {
      lab.generate({ dataset, formula, samples: 2 });
      return undefined;
    } catch (error) {
      if (error instanceof EngineError && error.problems[0] !== undefined) return error.problems[0];
      throw error;
    }
  };
}

export function accessTo(lab: TrainingLab): TrainingAccess {
  const choices = { ...lab.choices, faultOf: faultFinder(lab) };
  return {
    lab,
    choices,
    makeData(state) {
      // The smallest network that these data fit.
      const trainer = lab.trainer(specOf(choices, consistent(choices, { ...state, layers: [] })));
      const { data } = trainer;
      trainer.dispose();
      return data;
    },
  };
}
