/** An editor that saves several files, or one file in several writes, shall cause one build. */
const QUIET_MILLISECONDS = 150;

/** Runs a build after changes have calmed down, never twice at a time, and again if something changed meanwhile. */
export class Rebuilder {
  /** @param {() => Promise<void>} build must not reject */
  constructor(build) {
    this.build = build;
    this.isRunning = false;
    this.isRequested = false;
    /** @type {NodeJS.Timeout | undefined} */
    this.timer = undefined;
  }

  /** Something changed. */
  request() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#run(), QUIET_MILLISECONDS);
  }

  async #run() {
    this.isRequested = true;
    if (this.isRunning) return;
    this.isRunning = true;
    while (this.isRequested) {
      this.isRequested = false;
      await this.build();
    }
    this.isRunning = false;
  }
}
