import type { LayerSpec, TrainerSpec } from '../../../engine/training/spec';
import { defaultChoice } from '../../../state/chosen-field';
import {
  classCount,
  dataSpecOf,
  datasetOf,
  featuresFor,
  featuresOf,
  isDrawable,
  outputWidth,
  taskOf,
} from './data-spec';
import { PLAIN_LAYER } from './layers-state';
import type { NetworkState } from './network-state';
import { isSound, OWN_DATA } from './own-points';
import { type Choices, entryOf } from './training-choices';
import { hyperParametersOf, lossesOf, lossOf, outputActivation, trainingSpecOf } from './training-spec';
import { AUTOMATIC } from './training-state';

/** What is learned from where there are no own points. */
const WITHOUT_POINTS = 'circle';

/** The state with everything that does not go together replaced by what does. */
export function consistent(choices: Choices, state: NetworkState): NetworkState {
  if (state.data.key === OWN_DATA && !isSound(state.kind, state.points))
    return consistent(choices, { ...state, data: defaultChoice(entryOf(choices.datasets, WITHOUT_POINTS)) });
  const dataset = datasetOf(choices, state);
  const task = taskOf(dataset, state);
  const allowed = featuresFor(dataset.columns);
  const features = allowed.filter((feature) => state.features.includes(feature));
  const fits =
    state.loss.key === AUTOMATIC || lossesOf(choices, task).some(({ key }) => key === state.loss.key);
  return {
    ...state,
    features: isDrawable(dataset) ? (features.length > 0 ? features : ['x1']) : state.features,
    loss: fits ? state.loss : { key: AUTOMATIC, parameters: {} },
  };
}

function layerSpecsOf(choices: Choices, state: NetworkState): LayerSpec[] {
  const dataset = datasetOf(choices, state);
  const initial = {
    initializer: state.init.key,
    initializerParameters: state.init.parameters,
  };
  const hidden = state.layers.map(
    ({ width, activation, bias, normalization, residual }, index): LayerSpec => ({
      width,
      activation: activation.key,
      activationParameters: activation.parameters,
      bias,
      normalization,
      residual: residual && state.layers[index - 1]?.width === width,
      ...initial,
    }),
  );
  const output: LayerSpec = {
    ...PLAIN_LAYER,
    width: outputWidth(dataset, state),
    activation: outputActivation(lossOf(choices, state), taskOf(dataset, state)),
    bias: state.outputBias,
    ...initial,
  };
  return [...hidden, output];
}

export function specOf(choices: Choices, state: NetworkState): TrainerSpec {
  const classes = classCount(datasetOf(choices, state), state);
  const training = trainingSpecOf(choices, state);
  return {
    ...training,
    ...(training.task === 'multi_class' ? { classes } : {}),
    features: featuresOf(datasetOf(choices, state), state),
    layers: layerSpecsOf(choices, state),
    seed: state.seed,
    shuffleSeed: state.seed,
    data: dataSpecOf(choices, state),
  };
}

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

const DATA_KEYS = ['data', 'samples', 'classes', 'noise', 'share', 'dataSeed', 'kind', 'points'] as const;

/** Whether two states have the same points. */
export const isSameData = (choices: Choices, a: NetworkState, b: NetworkState): boolean =>
  DATA_KEYS.every((key) => a[key] === b[key]) || isSame(dataSpecOf(choices, a), dataSpecOf(choices, b));

/** Whether two states differ in nothing but the reader's own points, which can change while it trains. */
export function differsInPointsOnly(choices: Choices, a: NetworkState, b: NetworkState): boolean {
  const without = (state: NetworkState) => ({ ...specOf(choices, state), data: null });
  return (
    a.data.key === OWN_DATA &&
    b.data.key === OWN_DATA &&
    a.points[0]?.length === b.points[0]?.length &&
    isSame(without(a), without(b))
  );
}

export const isSameHyperParameters = (a: NetworkState, b: NetworkState): boolean =>
  isSame(hyperParametersOf(a), hyperParametersOf(b));

/** Whether two states train the same network: the others differ in what can change on the way, or only in what is shown. */
export const isSameTraining = (choices: Choices, a: NetworkState, b: NetworkState): boolean =>
  isSame(
    { ...specOf(choices, a), ...hyperParametersOf(b) },
    { ...specOf(choices, b), ...hyperParametersOf(b) },
  );

/** Whether two states have networks of the same numbers, drawn in the same way. */
export function hasSameParameters(choices: Choices, a: NetworkState, b: NetworkState): boolean {
  const parametersOf = (state: NetworkState) => {
    const dataset = datasetOf(choices, state);
    return {
      layers: layerSpecsOf(choices, state),
      features: featuresOf(dataset, state),
      columns: dataset.columns,
      seed: state.seed,
    };
  };
  return isSame(parametersOf(a), parametersOf(b));
}
