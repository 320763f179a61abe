import type { ParameterInfo } from './catalogue';
import { EngineError } from './errors';

/** 256 MiB a curve: larger arrays are a mistake, or belong in pieces. */
export const MAXIMUM_LENGTH = 2 ** 26;

export const LARGEST_FLOAT = 3.4028234663852886e38;

export type Numbers = Float32Array | readonly number[];

function isDetached(array: Float32Array): boolean {
  if (array.length > 0) return false;
  try {
    new Uint8Array(array.buffer);
    return false;
  } catch {
    return true;
  }
}

function copyOf(numbers: readonly unknown[], argument: string): Float32Array {
  const copy = new Float32Array(numbers.length);
  numbers.forEach((number, index) => {
    if (typeof number !== 'number') {
      throw new EngineError(
        'invalid-input',
        `${argument}[${index}]`,
        `must be a number, not ${describe(number)}`,
      );
    }
    copy[index] = number;
  });
  return copy;
}

export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'object') return `a ${value.constructor?.name ?? 'object'}`;
  return typeof value === 'string' ? `"${value}"` : String(value);
}

/** The numbers as float32. @throws EngineError `invalid-input` or `detached-buffer` */
export function checkNumbers(x: unknown, argument: string, maximumLength = MAXIMUM_LENGTH): Float32Array {
  if (!(x instanceof Float32Array) && !Array.isArray(x)) {
    throw new EngineError(
      'invalid-input',
      argument,
      `must be a Float32Array or an array of numbers, not ${describe(x)}`,
    );
  }
  if (x instanceof Float32Array && isDetached(x)) {
    throw new EngineError('detached-buffer', argument, 'its buffer was transferred away');
  }
  if (x.length > maximumLength) {
    throw new EngineError(
      'invalid-input',
      argument,
      `holds ${x.length} numbers; at most ${maximumLength} are possible`,
    );
  }
  return x instanceof Float32Array ? x : copyOf(x, argument);
}

/** The input as float32. @throws EngineError `invalid-input` or `detached-buffer` */
export function checkInput(x: unknown, maximumLength = MAXIMUM_LENGTH, argument = 'x'): Float32Array {
  const numbers = checkNumbers(x, argument, maximumLength);
  if (numbers.length === 0) throw new EngineError('invalid-input', argument, 'must hold at least one number');
  return numbers;
}

/** @throws EngineError `invalid-input` unless the value is a finite number within the limits */
export function checkNumber(
  value: unknown,
  argument: string,
  minimum = -Number.MAX_VALUE,
  maximum = Number.MAX_VALUE,
): number {
  if (typeof value !== 'number' || !(value >= minimum && value <= maximum)) {
    throw new EngineError(
      'invalid-input',
      argument,
      `must be a number from ${minimum} to ${maximum}, not ${describe(value)}`,
    );
  }
  return value;
}

/** @throws EngineError `invalid-option` */
export function checkOptions(options: unknown, argument: string): Readonly<Record<string, unknown>> {
  if (options === undefined) return {};
  if (typeof options !== 'object' || options === null) {
    throw new EngineError('invalid-option', argument, `must be an object, not ${describe(options)}`);
  }
  return options as Readonly<Record<string, unknown>>;
}

/** Writes every parameter, given or initial, in catalogue order. @throws EngineError `unknown-parameter`, `invalid-parameter` */
export function writeParameters(
  target: Float32Array,
  infos: readonly ParameterInfo[],
  given: Readonly<Record<string, unknown>>,
): void {
  for (const key of Object.keys(given)) {
    if (!infos.some((info) => info.key === key)) {
      const known = infos.map((info) => info.key).join(', ') || 'none';
      throw new EngineError(
        'unknown-parameter',
        `parameters.${key}`,
        `no such parameter; there are: ${known}`,
      );
    }
  }
  infos.forEach((info, index) => {
    const value = given[info.key] ?? info.initial;
    if (typeof value !== 'number' || !(value >= info.minimum && value <= info.maximum)) {
      throw new EngineError(
        'invalid-parameter',
        `parameters.${info.key}`,
        `must be a number from ${info.minimum} to ${info.maximum}, not ${describe(value)}`,
      );
    }
    target[index] = value;
  });
}

function overlap(a: Float32Array, b: Float32Array): boolean {
  return (
    a.buffer === b.buffer &&
    a.byteOffset < b.byteOffset + b.byteLength &&
    b.byteOffset < a.byteOffset + a.byteLength
  );
}

/** An array that `length` results can be written to. @throws EngineError `invalid-option` or `detached-buffer` */
export function checkTarget(array: unknown, length: number, argument: string): Float32Array {
  if (!(array instanceof Float32Array)) {
    throw new EngineError('invalid-option', argument, `must be a Float32Array, not ${describe(array)}`);
  }
  if (isDetached(array))
    throw new EngineError('detached-buffer', argument, 'its buffer was transferred away');
  if (array.length !== length) {
    throw new EngineError('invalid-option', argument, `must hold ${length} numbers, not ${array.length}`);
  }
  return array;
}

/**
 * As `checkTarget`, for as many results as inputs: apart from the input and from the other results, or the input's own
 * numbers.
 */
export function checkTargetBeside(
  array: unknown,
  input: Float32Array,
  others: readonly Float32Array[],
  argument: string,
): Float32Array {
  const target = checkTarget(array, input.length, argument);
  const shifted = overlap(target, input) && target.byteOffset !== input.byteOffset;
  if (shifted || others.some((other) => overlap(target, other))) {
    throw new EngineError('invalid-option', argument, 'overlaps another array');
  }
  return target;
}
