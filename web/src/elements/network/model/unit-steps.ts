import type { UnitPlace } from './network-shape';

const STEPS: Readonly<Record<string, readonly [layers: number, units: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/**
 * Where a key leads from one unit: to its neighbour in the layer, to the unit at the same height in the next one, or to either end.
 *
 * @param units of each layer after the inputs
 * @returns undefined for a key that leads nowhere
 */
export function neighbourOf(
  { layer, unit }: UnitPlace,
  key: string,
  units: readonly number[],
): UnitPlace | undefined {
  const clamp = (value: number, count: number): number => Math.min(count - 1, Math.max(0, value));
  if (key === 'Home') return { layer: 0, unit: 0 };
  if (key === 'End') return { layer: units.length - 1, unit: (units.at(-1) ?? 1) - 1 };
  const step = STEPS[key];
  if (step === undefined) return undefined;
  const to = clamp(layer + step[0], units.length);
  const [here = 1, there = 1] = [units[layer], units[to]];
  // Layers are centred on each other.
  const level = to === layer ? unit + step[1] : Math.round(unit + (there - here) / 2);
  return { layer: to, unit: clamp(level, there) };
}
