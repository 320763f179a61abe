import { formatNumber } from '../../../i18n/number-format';
import type { NetworkTexts } from '../texts';
import { type NetworkShape, type UnitPlace, unitWeights } from './network-shape';

/** What goes into one unit, in words and numbers. */
export interface UnitReading {
  readonly title: string;
  readonly terms: readonly UnitTerm[];
}

export interface UnitTerm {
  readonly name: string;
  readonly value: number;
}

/** Names of everything in one network. */
export interface UnitNames {
  readonly inputs: readonly string[];
  /** By layer after the inputs. */
  readonly activations: readonly string[];
  /** By layer and unit. */
  readonly units: readonly (readonly string[])[];
}

export const weightText = (value: number): string => formatNumber(value, { decimals: 2, signed: true });

/** `numbers`: all weights. */
export function readUnit(
  texts: NetworkTexts,
  names: UnitNames,
  shape: NetworkShape,
  numbers: Float32Array,
  place: UnitPlace,
): UnitReading {
  const { weights, bias } = unitWeights(shape, numbers, place);
  const from = (input: number): string =>
    place.layer === 0 ? (names.inputs[input] ?? '') : texts.fromUnit(input + 1);
  return {
    title: titleOf(texts, names, place),
    terms: [
      ...Array.from(weights, (value, input) => ({ name: from(input), value })),
      ...(bias === undefined ? [] : [{ name: texts.bias, value: bias }]),
    ],
  };
}

export function titleOf(
  texts: NetworkTexts,
  { units, activations }: UnitNames,
  { layer, unit }: UnitPlace,
): string {
  return texts.weightsOf(units[layer]?.[unit] ?? '', activations[layer] ?? '');
}

/** As one sentence, for a screen reader. */
export const readingText = ({ title, terms }: UnitReading): string =>
  terms.length === 0
    ? title
    : `${title}: ${terms.map(({ name, value }) => `${name} ${weightText(value)}`).join(', ')}`;
