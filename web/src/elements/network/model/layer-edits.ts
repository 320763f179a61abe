import type { CatalogueEntry } from '../../../engine/catalogue';
import { type Chosen, defaultChoice } from '../../../state/chosen-field';
import { type HiddenLayer, PLAIN_LAYER } from './layers-state';
import { MOST_LAYERS, MOST_UNITS } from './limits';
import type { NetworkState } from './network-state';

type Edit = Pick<NetworkState, 'layers'>;

function replaced(
  { layers }: NetworkState,
  index: number,
  change: (layer: HiddenLayer) => HiddenLayer,
): Edit {
  return { layers: layers.map((layer, at) => (at === index ? change(layer) : layer)) };
}

/** So many units, within the limits. */
export const withUnits = (state: NetworkState, index: number, width: number): Edit =>
  replaced(state, index, (layer) => ({ ...layer, width: Math.min(MOST_UNITS, Math.max(1, width)) }));

/** Other options than its activation and its units. */
export const withOptions = (state: NetworkState, index: number, options: Partial<HiddenLayer>): Edit =>
  replaced(state, index, (layer) => ({ ...layer, ...options }));

/** The activation of one layer in all of them. */
export const withActivationEverywhere = ({ layers }: NetworkState, index: number): Edit => {
  const activation = layers[index]?.activation;
  return { layers: activation === undefined ? layers : layers.map((layer) => ({ ...layer, activation })) };
};

/** The layer one place further to the left or to the right. */
export function withLayerMoved({ layers }: NetworkState, index: number, by: 1 | -1): Edit {
  const [layer, other] = [layers[index], layers[index + by]];
  if (layer === undefined || other === undefined) return { layers };
  return { layers: layers.with(index, other).with(index + by, layer) };
}

/** Another activation at its defaults. */
export const withActivation = (state: NetworkState, index: number, info: CatalogueEntry): Edit =>
  replaced(state, index, (layer) => ({ ...layer, activation: defaultChoice(info) }));

/** The same activation with other parameters, or another one with some. */
export const withChosenActivation = (state: NetworkState, index: number, activation: Chosen): Edit =>
  replaced(state, index, (layer) => ({ ...layer, activation }));

export const withoutLayer = ({ layers }: NetworkState, index: number): Edit => ({
  layers: layers.filter((_, at) => at !== index),
});

export const canAddLayer = ({ layers }: NetworkState): boolean => layers.length < MOST_LAYERS;

/** Another layer before the output, like the last one; the first one is made of `fallback`. */
export function withLayer(state: NetworkState, fallback: CatalogueEntry): Edit {
  if (!canAddLayer(state)) return { layers: state.layers };
  const last = state.layers.at(-1) ?? { width: 4, activation: defaultChoice(fallback), ...PLAIN_LAYER };
  return { layers: [...state.layers, last] };
}
