import type { NetworkTexts } from '../texts';
import { classCount, datasetOf, isDrawable, outputWidth, taskOf } from './data-spec';
import { FEATURE_NAMES } from './feature-names';
import type { NetworkState } from './network-state';
import { type Choices, type DatasetInfo, entryOf } from './training-choices';
import { lossOf, outputActivation } from './training-spec';
import type { UnitNames } from './unit-reading';

/** What the columns of data that lie in no plane are called. */
export function columnNames(texts: NetworkTexts, { columns }: DatasetInfo): string[] {
  return Array.from({ length: columns }, (_, index) => texts.columnName(index + 1));
}

/** What everything in the network of a state is called. */
export function networkNames(texts: NetworkTexts, choices: Choices, state: NetworkState): UnitNames {
  const dataset = datasetOf(choices, state);
  // Chinese names hold an explanation, for which there is no room.
  const activation = (key: string): string => entryOf(choices.activations, key).name;
  const output = activation(outputActivation(lossOf(choices, state), taskOf(dataset, state)));
  const outputs = outputWidth(dataset, state);
  const classes = classCount(dataset, state);
  return {
    inputs: isDrawable(dataset)
      ? state.features.map((feature) => FEATURE_NAMES[feature])
      : columnNames(texts, dataset),
    activations: [...state.layers.map((layer) => activation(layer.activation.key)), output],
    units: [
      ...state.layers.map(({ width }, layer) =>
        Array.from({ length: width }, (_, unit) => texts.unit(texts.layer(layer + 1), unit + 1)),
      ),
      outputs === 1
        ? [texts.outputUnit]
        : Array.from({ length: classes }, (_, index) => texts.outputUnitOf(texts.classNumber(index + 1))),
    ],
  };
}
