import type { Lab, Properties } from '../../engine/activation-lab';
import type { ActivationInfo } from '../../engine/catalogue';
import type { Chosen } from '../../state/chosen-field';

/** What the catalogue says of an activation that is known to be in it. */
export function infoOf(lab: Lab, key: string): ActivationInfo {
  const info = lab.catalogue.activations.find((activation) => activation.key === key);
  if (info === undefined) throw new RangeError(`no activation ${key}`);
  return info;
}

const remembered = new WeakMap<Chosen, Properties>();

/** The properties for these parameters, computed once for each choice. */
export function propertiesOf(lab: Lab, chosen: Chosen): Properties {
  let properties = remembered.get(chosen);
  if (properties === undefined) {
    properties = lab.properties(chosen.key, chosen.parameters);
    remembered.set(chosen, properties);
  }
  return properties;
}

/** Value and both derivatives at one point. */
export interface PointValues {
  readonly value: number;
  readonly derivative: number;
  readonly secondDerivative: number;
}

export function evaluateAt(lab: Lab, { key, parameters }: Chosen, x: number): PointValues {
  const { value, derivative, secondDerivative } = lab.evaluate(key, [x], { parameters, order: 2 });
  return {
    value: value[0] ?? Number.NaN,
    derivative: derivative?.[0] ?? Number.NaN,
    secondDerivative: secondDerivative?.[0] ?? Number.NaN,
  };
}
