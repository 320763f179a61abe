import { allParameters, type ExportLab, entryOf } from '../export-lab';
import { featureExpression } from '../features';
import type { TrainedLayer, TrainedNetwork } from '../trained-network';
import { fillCode } from './text';

/** What a framework calls the parts of a network. */
export interface Dialect {
  /** Stem of the members that multiply by weights. */
  readonly dense: string;
  /** Which code of the catalogue is its own. */
  readonly code: 'pytorch' | 'keras';
  /** The expression of the identity in it. */
  readonly identity: string;
  readonly functions: string;
  readonly axis: string;
  /** Further arguments of a batch normalisation. */
  readonly training: string;
}

function activationExpression(
  { setup, slope }: TrainedLayer,
  number: number,
  { code }: Dialect,
  lab: ExportLab,
): string {
  if (slope !== null) return `self.prelu${number}(x)`;
  const info = entryOf(lab.catalogue.activations, setup.activation);
  return fillCode(info.code[code], allParameters(info.parameters, setup.activationParameters));
}

function layerLines(layer: TrainedLayer, number: number, dialect: Dialect, lab: ExportLab): string[] {
  const activation = activationExpression(layer, number, dialect, lab);
  const { normalization, setup } = layer;
  const training = normalization?.kind === 'batch' ? dialect.training : '';
  return [
    ...(setup.residual ? ['skip = x'] : []),
    `x = self.${dialect.dense}${number}(x)`,
    ...(normalization ? [`x = self.norm${number}(x${training})`] : []),
    ...(activation === dialect.identity ? [] : [`x = ${activation}`]),
    ...(setup.residual ? ['x = x + skip'] : []),
  ];
}

function featureLines({ setup }: TrainedNetwork, { functions, axis }: Dialect): string[] {
  if (setup.features.length === 0) return [];
  const expressions = setup.features.map((feature) => featureExpression(feature, functions));
  const columns = setup.columns === 1 ? 'x1 = x[:, 0]' : 'x1, x2 = x[:, 0], x[:, 1]';
  return [columns, `x = ${functions}.stack([${expressions.join(', ')}], ${axis}=1)`];
}

/** From the columns of some samples, `x`, to what the last layer makes of them. */
export function forwardLines(network: TrainedNetwork, dialect: Dialect, lab: ExportLab): string[] {
  return [
    ...featureLines(network, dialect),
    ...network.layers.flatMap((layer, index) => layerLines(layer, index + 1, dialect, lab)),
    'return x',
  ];
}
