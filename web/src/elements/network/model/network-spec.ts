import type { LayerSpec, TrainerSpec } from '../../../engine/training/spec';
import { classCount, dataSpecOf, datasetOf, featuresFor, outputWidth, taskOf } from './data-spec';
import { PLAIN_LAYER } from './layers-state';
import type { NetworkState } from './network-state';
import type { Choices } from './training-choices';
import { hyperParametersOf, lossesOf, lossOf, outputActivation, trainingSpecOf } from './training-spec';
import { AUTOMATIC } from './training-state';

/** The state with everything that does not go together replaced by what does. */
export function consistent(choices: Choices, state: NetworkState): NetworkState {
  const dataset = datasetOf(choices, state);
  const task = taskOf(dataset, state);
  const allowed = featuresFor(dataset.columns);
  const features = allowed.filter((feature) => state.features.includes(feature));
  const fits =
    state.loss.key === AUTOMATIC || lossesOf(choices, task).some(({ key }) => key === state.loss.key);
  return {
    ...state,
    features: features.length > 0 ? features : ['x1'],
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
    features: state.features,
    layers: layerSpecsOf(choices, state),
    seed: state.seed,
    shuffleSeed: state.seed,
    data: dataSpecOf(choices, state),
  };
}

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Whether two states have the same points. */
export const isSameData = (choices: Choices, a: NetworkState, b: NetworkState): boolean =>
  isSame(dataSpecOf(choices, a), dataSpecOf(choices, b));

export const isSameHyperParameters = (a: NetworkState, b: NetworkState): boolean =>
  isSame(hyperParametersOf(a), hyperParametersOf(b));

/** Whether two states train the same network: the others differ in what can change on the way, or only in what is shown. */
export const isSameTraining = (choices: Choices, a: NetworkState, b: NetworkState): boolean =>
  isSame(
    { ...specOf(choices, a), ...hyperParametersOf(b) },
    { ...specOf(choices, b), ...hyperParametersOf(b) },
  );
