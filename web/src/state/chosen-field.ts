import type { CatalogueEntry, ParameterInfo } from '../engine/catalogue';
import { type Field, number, REFUSED } from './fields';

/** An entry of a catalogue with the value of every parameter: an activation, a data set, a loss, an optimiser ... */
export interface Chosen {
  readonly key: string;
  readonly parameters: Readonly<Record<string, number>>;
}

export function parameterDefaults(info: CatalogueEntry): Readonly<Record<string, number>> {
  return Object.fromEntries(info.parameters.map(({ key, initial }) => [key, initial]));
}

export function defaultChoice(info: CatalogueEntry): Chosen {
  return { key: info.key, parameters: parameterDefaults(info) };
}

function readParameter(
  known: readonly ParameterInfo[],
  assignment: string,
): readonly [string, number] | typeof REFUSED {
  const [key, text = ''] = assignment.split(':');
  const info = known.find((parameter) => parameter.key === key);
  if (info === undefined) return REFUSED;
  const value = number(info).read(text);
  return value === REFUSED ? REFUSED : [info.key, value];
}

/**
 * Writes `elu` for an entry at its defaults and `elu(alpha:1.5)` otherwise, several parameters as `(lower:0.1;upper:0.3)`.
 * Use it as the item of a `list` field: its text holds no comma.
 */
export function chosenItem(catalogue: readonly CatalogueEntry[]): Omit<Field<Chosen>, 'initial'> {
  const byKey = new Map(catalogue.map((info) => [info.key, info]));
  return {
    read(text) {
      const [, key = '', assignments] = /^(\w+)(?:\(([^()]*)\))?$/.exec(text) ?? [];
      const info = byKey.get(key);
      if (info === undefined) return REFUSED;
      const parameters: Record<string, number> = { ...parameterDefaults(info) };
      for (const assignment of assignments === undefined ? [] : assignments.split(';')) {
        const parameter = readParameter(info.parameters, assignment);
        if (parameter === REFUSED) return REFUSED;
        parameters[parameter[0]] = parameter[1];
      }
      return { key, parameters };
    },
    write({ key, parameters }) {
      const changed = (byKey.get(key)?.parameters ?? []).filter(
        (info) => (parameters[info.key] ?? info.initial) !== info.initial,
      );
      const assignments = changed.map(
        (info) => `${info.key}:${number(info).write(parameters[info.key] ?? info.initial)}`,
      );
      return assignments.length === 0 ? key : `${key}(${assignments.join(';')})`;
    },
  };
}

/** One entry of a catalogue, at first `initial` at its defaults. */
export function chosen(catalogue: readonly CatalogueEntry[], initial: string): Field<Chosen> {
  const info = catalogue.find(({ key }) => key === initial);
  if (info === undefined) throw new RangeError(`no entry ${initial}`);
  return { ...chosenItem(catalogue), initial: defaultChoice(info) };
}
