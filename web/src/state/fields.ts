/** A value that a field cannot take. */
export const REFUSED: unique symbol = Symbol('refused');

/** How one value of a state is written and read. `read` never throws. */
export interface Field<T> {
  readonly initial: T;
  read(text: string): T | typeof REFUSED;
  write(value: T): string;
}

export interface NumberLimits {
  readonly initial: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly integer?: boolean;
}

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** A finite number between `minimum` and `maximum`, both included. */
export function number({
  initial,
  minimum = -Number.MAX_VALUE,
  maximum = Number.MAX_VALUE,
  integer = false,
}: NumberLimits): Field<number> {
  return {
    initial,
    read(text) {
      const value = DECIMAL.test(text) ? Number(text) : Number.NaN;
      const allowed = value >= minimum && value <= maximum && (!integer || Number.isInteger(value));
      return allowed ? value : REFUSED;
    },
    write: (value) => String(value).replace('e+', 'e'),
  };
}

/** One of a fixed set of words. */
export function choice<const T extends string>(values: readonly T[], initial: NoInfer<T>): Field<T> {
  return {
    initial,
    read: (text) => values.find((value) => value === text) ?? REFUSED,
    write: (value) => value,
  };
}

/** `1` or `0`. */
export function boolean(initial: boolean): Field<boolean> {
  return {
    initial,
    read: (text) => (text === '1' ? true : text === '0' ? false : REFUSED),
    write: (value) => (value ? '1' : '0'),
  };
}

/** Any text of at most `maximumLength` UTF-16 units. */
export function text(initial: string, maximumLength: number): Field<string> {
  return {
    initial,
    read: (value) => (value.length <= maximumLength ? value : REFUSED),
    write: (value) => value,
  };
}

export interface ListLimits<T> {
  readonly initial: readonly T[];
  readonly minimumLength?: number;
  readonly maximumLength: number;
  /** Must not occur in an item's text. Default `,`. */
  readonly separator?: string;
}

/** Items of one kind, refused as a whole when one item is refused. */
export function list<T>(
  item: Omit<Field<T>, 'initial'>,
  { initial, minimumLength = 0, maximumLength, separator = ',' }: ListLimits<T>,
): Field<readonly T[]> {
  return {
    initial,
    read(source) {
      const parts = source === '' ? [] : source.split(separator);
      if (parts.length < minimumLength || parts.length > maximumLength) return REFUSED;
      const items: T[] = [];
      for (const part of parts) {
        const value = item.read(part);
        if (value === REFUSED) return REFUSED;
        items.push(value);
      }
      return items;
    },
    write: (values) => values.map((value) => item.write(value)).join(separator),
  };
}
