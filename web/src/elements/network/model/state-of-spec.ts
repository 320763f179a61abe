import type { CatalogueEntry } from '../../../engine/catalogue';
import type { LayerSpec, NamedParameters, TrainerSpec } from '../../../engine/training/spec';
import { type Chosen, parameterDefaults } from '../../../state/chosen-field';
import { datasetOf } from './data-spec';
import type { HiddenLayer } from './layers-state';
import { LIMITS, MOST_LAYERS, MOST_UNITS, type NumberKey } from './limits';
import { specOf } from './network-spec';
import type { NetworkState } from './network-state';
import { interleavedSamples, isSound, OWN_DATA, type OwnKind } from './own-points';
import { type Choices, entryOf } from './training-choices';
import { SCHEDULES } from './training-state';

/** A part of a set-up that the state of the page has no place for. */
export type Unshown = keyof TrainerSpec;

export interface StateOfSpec {
  readonly state: NetworkState;
  /** Empty: the state makes the very same set-up. */
  readonly unshown: readonly Unshown[];
}

function chosenOf(
  entries: readonly CatalogueEntry[],
  key: string | undefined,
  parameters: NamedParameters | undefined,
): Chosen {
  const info = entryOf(entries, key ?? '');
  return { key: info.key, parameters: { ...parameterDefaults(info), ...parameters } };
}

function limited(key: NumberKey, value: number | undefined): number {
  const { minimum, maximum } = LIMITS[key];
  return Math.min(maximum, Math.max(minimum, value ?? minimum));
}

function hiddenLayer(choices: Choices, layer: LayerSpec): HiddenLayer {
  const { width, activation, activationParameters, bias, normalization, residual } = layer;
  return {
    width: Math.min(MOST_UNITS, width),
    activation: chosenOf(choices.activations, activation, activationParameters),
    bias: bias ?? true,
    normalization: normalization ?? 'none',
    residual: residual ?? false,
  };
}

function kindOf({ task }: TrainerSpec): OwnKind {
  if (task === 'curve') return 'curve';
  return task === 'regression' ? 'values' : 'classes';
}

function dataOf(choices: Choices, spec: TrainerSpec, current: NetworkState): Partial<NetworkState> {
  const { data } = spec;
  if ('train' in data) {
    const kind = kindOf(spec);
    const { length } = data.train.targets;
    const share = limited('share', length / (length + (data.test?.targets.length ?? 0)));
    const points = interleavedSamples(kind, data, share);
    if (!isSound(kind, points)) return {};
    return { data: { key: OWN_DATA, parameters: {} }, kind, points, share, labels: [] };
  }
  return {
    data: chosenOf(choices.datasets, data.dataset, data.parameters),
    samples: limited('samples', data.samples),
    classes: limited('classes', data.classes ?? current.classes),
    noise: limited('noise', data.noise),
    share: limited('share', data.trainShare),
    dataSeed: limited('dataSeed', data.seed),
    formula: data.formula ?? '',
  };
}

/** Two set-ups differ in these parts, as far as what is trained depends on them. */
function differences(made: TrainerSpec, wanted: TrainerSpec): Unshown[] {
  return (Object.keys(wanted) as Unshown[]).filter(
    (part) =>
      JSON.stringify(made[part]) !== JSON.stringify(wanted[part]) &&
      (part !== 'shuffleSeed' || wanted.shuffle !== false),
  );
}

/**
 * The state that shows a set-up.
 *
 * @param spec complete, as `Trainer.spec` gives it
 * @param current what the set-up does not say, such as how it is shown
 * @param complete gives a set-up with all its defaults
 */
export function stateOfSpec(
  choices: Choices,
  spec: TrainerSpec,
  current: NetworkState,
  complete: (spec: TrainerSpec) => TrainerSpec,
): StateOfSpec {
  const { schedule = { kind: 'constant' } } = spec;
  const { kind, ...rest } = schedule;
  const numbers: Readonly<Record<string, number | undefined>> = rest;
  const known = SCHEDULES.find(({ key }) => key === kind) ?? SCHEDULES[0];
  const parameters = Object.fromEntries(
    known.parameters.map(({ key, initial }) => [key, numbers[key] ?? initial]),
  );
  const last = spec.layers.at(-1);
  const data = dataOf(choices, spec, current);
  const features = spec.features?.length ? spec.features : current.features;
  const columns = datasetOf(choices, { ...current, ...data }).columns;
  const state: NetworkState = {
    ...current,
    ...data,
    features: spec.features?.length ? features : columns === 1 ? ['x1'] : ['x1', 'x2'],
    layers: spec.layers
      .slice(0, -1)
      .slice(0, MOST_LAYERS)
      .map((layer) => hiddenLayer(choices, layer)),
    outputBias: last?.bias ?? true,
    init: chosenOf(choices.initializers, last?.initializer, last?.initializerParameters),
    seed: limited('seed', spec.seed),
    weights: [],
    loss: chosenOf(choices.losses, spec.loss, spec.lossParameters),
    optimizer: chosenOf(choices.optimizers, spec.optimizer, spec.optimizerParameters),
    rate: limited('rate', spec.learningRate),
    schedule: { key: known.key, parameters },
    batch: limited('batch', spec.batchSize),
    l1: limited('l1', spec.l1),
    l2: limited('l2', spec.l2),
    clip: limited('clip', spec.clipNorm),
    leftover: spec.leftover ?? 'keep',
    shuffle: spec.shuffle ?? true,
    coding: spec.targetCoding ?? 'automatic',
  };
  return { state, unshown: differences(complete(specOf(choices, state)), spec) };
}
