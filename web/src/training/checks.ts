/** Whether a value can be taken for what it should be. */
export type Check = (value: unknown) => boolean;

export type Fields = Readonly<Record<string, Check>>;

export const text: Check = (value) => typeof value === 'string';

export const number: Check = (value) => typeof value === 'number';

export const boolean: Check = (value) => typeof value === 'boolean';

export const anything: Check = () => true;

export const record: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

export const numbers: Check = (value) => value instanceof Float32Array;

/** An integer that a double holds exactly. */
export const whole =
  (minimum: number, maximum = Number.MAX_SAFE_INTEGER): Check =>
  (value) =>
    Number.isSafeInteger(value) && (value as number) >= minimum && (value as number) <= maximum;

export const word =
  (...words: readonly unknown[]): Check =>
  (value) =>
    words.includes(value);

export const list =
  (item: Check, minimum = 0, maximum = Number.POSITIVE_INFINITY): Check =>
  (value) =>
    Array.isArray(value) && value.length >= minimum && value.length <= maximum && value.every(item);

export const either =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));

/** The first of these fields that is missing or cannot be taken; `undefined`: all are well. Others are not looked at. */
export function wrongField(value: unknown, fields: Fields): string | undefined {
  if (!record(value)) return '';
  const given = value as Readonly<Record<string, unknown>>;
  return Object.keys(fields).find((key) => !(fields[key] as Check)(given[key]));
}

export const object =
  (fields: Fields): Check =>
  (value) =>
    wrongField(value, fields) === undefined;
