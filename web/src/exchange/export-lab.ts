import type { Catalogue, Properties } from '../engine/catalogue';
import type { Lab } from '../engine/lab';
import type { Choices } from '../engine/training/choices';
import type { NamedParameters } from '../engine/training/spec';

/** What the exporters ask of the engine. */
export interface ExportLab {
  readonly catalogue: Pick<Catalogue, 'activations'>;
  readonly choices: Pick<Choices, 'losses' | 'optimizers'>;
  properties(key: string, parameters?: NamedParameters): Pick<Properties, 'range'>;
}

/** @param lab what says how an activation is written elsewhere */
export const exportLabOf = (
  lab: Pick<Lab, 'catalogue' | 'properties'>,
  choices: ExportLab['choices'],
): ExportLab => ({
  catalogue: lab.catalogue,
  choices,
  properties: (key, parameters) => lab.properties(key, parameters),
});

/** @throws RangeError where there is no such entry */
export function entryOf<Entry extends { readonly key: string }>(
  entries: readonly Entry[],
  key: string,
): Entry {
  const entry = entries.find((candidate) => candidate.key === key);
  if (!entry) throw new RangeError(`nothing is called ${key}`);
  return entry;
}

/** All parameters of an entry: the given ones, and the others at their initial value. */
export function allParameters(
  infos: readonly { readonly key: string; readonly initial: number }[],
  given: NamedParameters = {},
): NamedParameters {
  return Object.fromEntries(infos.map(({ key, initial }) => [key, given[key] ?? initial]));
}
