import type { TrainingCore } from '#training-core';
import { checkNumbers, checkOptions, describe } from '../arguments';
import { EngineError } from '../errors';
import { refusal } from './refusal';
import type { Points } from './spec';

interface Float32Points {
  readonly columns: number;
  readonly inputs: Float32Array;
  readonly targets: Float32Array;
}

function checkPoints(points: unknown, argument: string): Float32Points {
  const { columns, inputs, targets } = checkOptions(points, argument);
  if (typeof columns !== 'number' || !Number.isInteger(columns)) {
    throw new EngineError(
      'invalid-input',
      `${argument}.columns`,
      `must be a whole number, not ${describe(columns)}`,
    );
  }
  const numbers: Float32Points = {
    columns,
    inputs: checkNumbers(inputs, `${argument}.inputs`),
    targets: checkNumbers(targets, `${argument}.targets`),
  };
  if (numbers.inputs.length !== columns * numbers.targets.length) {
    throw new EngineError(
      'shape-mismatch',
      `${argument}.inputs`,
      `must hold ${columns} x ${numbers.targets.length} numbers, not ${numbers.inputs.length}`,
    );
  }
  return numbers;
}

export interface GivenPoints {
  readonly columns: number;
  readonly train: number;
  readonly test: number;
}

/**
 * Puts the user's points where the core will take them, and says how many they are.
 *
 * @param largestBytes what one trainer may need
 */
export function givePoints(core: TrainingCore, data: unknown, largestBytes: number): GivenPoints {
  const { train, test } = checkOptions(data, 'spec.data');
  const trained = checkPoints(train, 'spec.data.train');
  const tested = test === undefined ? undefined : checkPoints(test, 'spec.data.test');
  if (tested && tested.columns !== trained.columns) {
    throw new EngineError('shape-mismatch', 'spec.data.test.columns', `must be ${trained.columns}`);
  }
  const arrays = [trained, ...(tested ? [tested] : [])].flatMap(({ inputs, targets }) => [inputs, targets]);
  const length = arrays.reduce((sum, array) => sum + array.length, 0);
  const bytes = length * Float32Array.BYTES_PER_ELEMENT;
  if (bytes > largestBytes) {
    throw refusal('too-large', 'spec.data', [
      { code: 'too_large', path: '', minimum: bytes, maximum: largestBytes },
    ]);
  }
  const given = core.numbersToGive(length);
  let offset = 0;
  for (const array of arrays) {
    given.set(array, offset);
    offset += array.length;
  }
  return {
    columns: trained.columns,
    train: trained.targets.length,
    test: tested?.targets.length ?? 0,
  };
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
