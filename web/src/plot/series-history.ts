/**
 * Several series over one ascending abscissa, in bounded memory: when the room is full, neighbours are joined, and each point
 * stands for twice as many samples. It keeps their smallest and largest value, so no spike is lost, and the last sample whole.
 */
export class SeriesHistory {
  readonly seriesCount: number;
  readonly capacity: number;
  readonly #x: Float64Array;
  readonly #values: readonly Float64Array[];
  readonly #lows: readonly Float64Array[];
  readonly #highs: readonly Float64Array[];
  #length = 0;
  /** Samples that a full point stands for, and that the last point has so far. */
  #samplesPerPoint = 1;
  #samplesInLast = 0;

  /** `capacity`: points kept at most, an even number. */
  constructor(seriesCount: number, capacity: number) {
    const arrays = (): Float64Array[] =>
      Array.from({ length: seriesCount }, () => new Float64Array(capacity));
    this.seriesCount = seriesCount;
    this.capacity = capacity;
    this.#x = new Float64Array(capacity);
    this.#values = arrays();
    this.#lows = arrays();
    this.#highs = arrays();
  }

  get length(): number {
    return this.#length;
  }

  clear(): void {
    this.#length = 0;
    this.#samplesPerPoint = 1;
    this.#samplesInLast = 0;
  }

  /** Forgets every point after `x`: the samples that follow will be others, or come again. */
  rewind(x: number): void {
    const before = this.#length;
    while (this.#length > 0 && this.x(this.#length - 1) > x) this.#length--;
    if (this.#length < before) this.#samplesInLast = this.#samplesPerPoint;
    if (this.#length === 0) this.clear();
  }

  /** A sample of every series; NaN for one that has none. `x` must not descend. */
  append(x: number, values: readonly number[]): void {
    const starts = this.#length === 0 || this.#samplesInLast === this.#samplesPerPoint;
    if (starts && this.#length === this.capacity) this.#halve();
    if (starts) this.#length++;
    this.#samplesInLast = starts ? 1 : this.#samplesInLast + 1;
    const at = this.#length - 1;
    this.#x[at] = x;
    for (let series = 0; series < this.seriesCount; series++) {
      const value = values[series] ?? Number.NaN;
      const low = starts ? value : smaller(this.low(series, at), value);
      const high = starts ? value : larger(this.high(series, at), value);
      this.#write(series, at, value, low, high);
    }
  }

  /** Abscissa of a point: that of its last sample. */
  x(index: number): number {
    return this.#x[index] as number;
  }

  /** The last of the samples that a point stands for; NaN for none. */
  value(series: number, index: number): number {
    return (this.#values[series] as Float64Array)[index] as number;
  }

  /** The smallest of them. */
  low(series: number, index: number): number {
    return (this.#lows[series] as Float64Array)[index] as number;
  }

  /** The largest of them. */
  high(series: number, index: number): number {
    return (this.#highs[series] as Float64Array)[index] as number;
  }

  /** The point whose abscissa is nearest; -1 if there is none. */
  nearest(x: number): number {
    let low = 0;
    let high = this.#length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.x(middle) < x) low = middle + 1;
      else high = middle;
    }
    return low > 0 && x - this.x(low - 1) <= this.x(low) - x ? low - 1 : Math.min(low, this.#length - 1);
  }

  #write(series: number, at: number, value: number, low: number, high: number): void {
    (this.#values[series] as Float64Array)[at] = value;
    (this.#lows[series] as Float64Array)[at] = low;
    (this.#highs[series] as Float64Array)[at] = high;
  }

  #halve(): void {
    this.#length /= 2;
    for (let at = 0; at < this.#length; at++) {
      const [first, second] = [2 * at, 2 * at + 1];
      this.#x[at] = this.x(second);
      for (let series = 0; series < this.seriesCount; series++) {
        const low = smaller(this.low(series, first), this.low(series, second));
        const high = larger(this.high(series, first), this.high(series, second));
        this.#write(series, at, this.value(series, second), low, high);
      }
    }
    this.#samplesPerPoint *= 2;
    this.#samplesInLast = this.#samplesPerPoint;
  }
}

/** NaN only says that there is no number. */
function smaller(a: number, b: number): number {
  return Number.isNaN(a) || b < a ? b : a;
}

function larger(a: number, b: number): number {
  return Number.isNaN(a) || b > a ? b : a;
}
