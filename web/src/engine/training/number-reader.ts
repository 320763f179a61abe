/** Takes numbers that the core has put one after the other. */
export class NumberReader<Numbers extends Float32Array | Float64Array> {
  readonly #numbers: Numbers;
  #position = 0;

  /** @param numbers a copy: views on memory of the core do not last */
  constructor(numbers: Numbers) {
    this.#numbers = numbers;
  }

  get length(): number {
    return this.#numbers.length;
  }

  next(): number {
    const number = this.#numbers[this.#position] as number;
    this.#position += 1;
    return number;
  }

  /** `null` where it is not finite. */
  finite(): number | null {
    return finiteOrNull(this.next());
  }

  /** A view on the copy. */
  list(length: number): Numbers {
    const start = this.#position;
    this.#position += length;
    return this.#numbers.subarray(start, this.#position) as Numbers;
  }
}

export const finiteOrNull = (number: number): number | null => (Number.isFinite(number) ? number : null);
