/** Lets a call through at most once in an interval: the first at once, the last of those in between at its end. */
export class Throttle {
  readonly #interval: number;
  readonly #call: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isWaiting = false;

  /** `interval` in milliseconds. */
  constructor(interval: number, call: () => void) {
    this.#interval = interval;
    this.#call = call;
  }

  request(): void {
    if (this.#timer === undefined) this.#pass();
    else this.#isWaiting = true;
  }

  /** What waits is dropped. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isWaiting = false;
  }

  readonly #pass = (): void => {
    this.#isWaiting = false;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#isWaiting) this.#pass();
    }, this.#interval);
    this.#call();
  };
}
