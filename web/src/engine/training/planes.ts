import type { TrainingCore } from '#training-core';
import { checkNumber, checkOptions, checkTarget, LARGEST_FLOAT } from '../arguments';
import { checkBoolean, checkWhole } from './arguments';
import type { Planes } from './observation';
import { problemsOf, refusal } from './refusal';
import type { Shape } from './shape';

type Square = readonly [
  size: number,
  x1Minimum: number,
  x1Maximum: number,
  x2Minimum: number,
  x2Maximum: number,
];

function checkSquare(options: Readonly<Record<string, unknown>>, argument: string): Square {
  const bound = (name: string, initial: number) =>
    checkNumber(options[name] ?? initial, `${argument}.${name}`, -LARGEST_FLOAT, LARGEST_FLOAT);
  return [
    checkWhole(options.size, `${argument}.size`, 2, 1024),
    bound('x1Minimum', -6),
    bound('x1Maximum', 6),
    bound('x2Minimum', -6),
    bound('x2Maximum', 6),
  ];
}

/** Copies the planes of the core, between which there may be padding. */
function copyPlanes(padded: Float32Array, size: number, count: number, values: Float32Array): Planes {
  const points = size * size;
  const stride = padded.length / count;
  if (stride === points) {
    values.set(padded);
    return { size, count, values };
  }
  for (let plane = 0; plane < count; plane += 1) {
    values.set(padded.subarray(plane * stride, plane * stride + points), plane * points);
  }
  return { size, count, values };
}

function makePlanes(
  core: TrainingCore,
  evaluate: (square: Square) => Float32Array,
  count: number,
  options: Readonly<Record<string, unknown>>,
  argument: string,
): Planes {
  const square = checkSquare(options, argument);
  const [size] = square;
  const { into } = options;
  const length = count * size * size;
  if (into !== undefined) checkTarget(into, length, `${argument}.into`);
  const planes = evaluate(square);
  if (planes.length === 0) throw refusal('invalid-option', argument, problemsOf(core));
  return copyPlanes(planes, size, count, (into as Float32Array | undefined) ?? new Float32Array(length));
}

/** @throws EngineError `invalid-input`, `invalid-option` or `too-large` */
export function outputPlanes(
  core: TrainingCore,
  trainer: number,
  { unitCount, outputs }: Shape,
  given: unknown,
  argument: string,
): Planes {
  const options = checkOptions(given, argument);
  const all = checkBoolean(options.units ?? false, `${argument}.units`);
  return makePlanes(
    core,
    (square) => core.grid(trainer, ...square, all),
    all ? unitCount : outputs,
    options,
    argument,
  );
}

/** @throws EngineError as `outputPlanes` */
export function gradientPlanes(
  core: TrainingCore,
  trainer: number,
  { outputs }: Shape,
  given: unknown,
  argument: string,
): Planes {
  const options = checkOptions(given, argument);
  return makePlanes(core, (square) => core.gradientGrid(trainer, ...square), 2 * outputs, options, argument);
}
