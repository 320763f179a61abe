import { checkNumber, describe } from '../arguments';
import { EngineError } from '../errors';

/** @throws EngineError `invalid-input` unless the value is an integer within the limits */
export function checkWhole(value: unknown, argument: string, minimum: number, maximum: number): number {
  const number = checkNumber(value, argument, minimum, maximum);
  if (Number.isInteger(number)) return number;
  throw new EngineError('invalid-input', argument, `must be a whole number, not ${number}`);
}

/** @throws EngineError `invalid-option` */
export function checkBoolean(value: unknown, argument: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new EngineError('invalid-option', argument, `must be true or false, not ${describe(value)}`);
}
