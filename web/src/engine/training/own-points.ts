import type { TrainingCore } from '#training-core';
import { checkNumbers, checkOptions } from '../arguments';
import { EngineError } from '../errors';
import { checkWhole } from './arguments';
import { refusal } from './refusal';
import type { Points } from './spec';

interface Float32Points {
  readonly columns: number;
  readonly inputs: Float32Array;
  readonly targets: Float32Array;
}

/** @throws EngineError `invalid-input`, `shape-mismatch` or `detached-buffer` */
function checkPoints(points: unknown, argument: string): Float32Points {
  const given = checkOptions(points, argument);
  const columns = checkWhole(given.columns, `${argument}.columns`, 1, 2 ** 24);
  const inputs = checkNumbers(given.inputs, `${argument}.inputs`);
  const targets = checkNumbers(given.targets, `${argument}.targets`);
  if (inputs.length !== columns * targets.length) {
    throw new EngineError(
      'shape-mismatch',
      `${argument}.inputs`,
      `must hold ${columns} x ${targets.length} numbers, not ${inputs.length}`,
    );
  }
  return { columns, inputs, targets };
}

/** @throws EngineError `too-large` */
function give(
  core: TrainingCore,
  splits: readonly Float32Points[],
  largestBytes: number,
  argument: string,
): void {
  const arrays = splits.flatMap(({ inputs, targets }) => [inputs, targets]);
  const length = arrays.reduce((sum, array) => sum + array.length, 0);
  const bytes = length * Float32Array.BYTES_PER_ELEMENT;
  if (bytes > largestBytes) {
    throw refusal('too-large', argument, [
      { code: 'too_large', path: '', minimum: bytes, maximum: largestBytes },
    ]);
  }
  const given = core.numbersToGive(length);
  let offset = 0;
  for (const array of arrays) {
    given.set(array, offset);
    offset += array.length;
  }
}

export interface GivenSplits {
  readonly columns: number;
  /** How many samples. */
  readonly train: number;
  readonly test: number;
}

/**
 * Puts the user's data where the core will take them.
 *
 * @param largestBytes what one trainer may need
 * @throws EngineError `invalid-input`, `shape-mismatch`, `detached-buffer` or `too-large`
 */
export function giveData(
  core: TrainingCore,
  data: unknown,
  largestBytes: number,
  argument: string,
): GivenSplits {
  const given = checkOptions(data, argument);
  const train = checkPoints(given.train, `${argument}.train`);
  const test = given.test === undefined ? undefined : checkPoints(given.test, `${argument}.test`);
  if (test && test.columns !== train.columns) {
    throw new EngineError('shape-mismatch', `${argument}.test.columns`, `must be ${train.columns}`);
  }
  give(core, test ? [train, test] : [train], largestBytes, argument);
  return { columns: train.columns, train: train.targets.length, test: test?.targets.length ?? 0 };
}

/** The same for finite points. @throws EngineError as `giveData` */
export function givePoints(
  core: TrainingCore,
  given: unknown,
  largestBytes: number,
): Omit<GivenSplits, 'test'> {
  const points = checkPoints(given, 'points');
  for (const name of ['inputs', 'targets'] as const) {
    const index = points[name].findIndex((number) => !Number.isFinite(number));
    if (index >= 0) throw new EngineError('invalid-input', `points.${name}[${index}]`, 'must be finite');
  }
  give(core, [points], largestBytes, 'points');
  return { columns: points.columns, train: points.targets.length };
}

/** The core's inputs and targets, one after the other, as points. */
export function pointsOf(numbers: Float32Array, columns: number): Points {
  const count = numbers.length / (columns + 1);
  return {
    columns,
    inputs: numbers.slice(0, columns * count),
    targets: numbers.slice(columns * count),
  };
}
