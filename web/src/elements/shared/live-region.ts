const SHORTEST_INTERVAL_MS = 1000;

/** A polite live region that speaks at most once a second; of the texts that come in between, the last one is said. */
export class LiveRegion {
  readonly node: HTMLElement = document.createElement('div');
  #waiting: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.node.className = 'visually-hidden';
    this.node.setAttribute('aria-live', 'polite');
    this.node.setAttribute('aria-atomic', 'true');
  }

  say(text: string): void {
    this.#waiting = text;
    if (this.#timer === undefined) this.#speak();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
  }

  readonly #speak = (): void => {
    this.#timer = undefined;
    if (this.#waiting === undefined) return;
    this.node.textContent = this.#waiting;
    this.#waiting = undefined;
    this.#timer = setTimeout(this.#speak, SHORTEST_INTERVAL_MS);
  };
}
