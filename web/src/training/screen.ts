import type { Snapshot } from '../engine/training/observation';

/** Shows snapshots in animation frames, one at a time. */
export class Screen {
  readonly #draw: (nets: readonly Snapshot[]) => unknown;
  readonly #drawn: () => void;
  #frame: number | undefined;

  /**
   * @param draw may give a promise of when it is done
   * @param drawn called then
   */
  constructor(draw: (nets: readonly Snapshot[]) => unknown, drawn: () => void) {
    this.#draw = draw;
    this.#drawn = drawn;
  }

  show(nets: readonly Snapshot[]): void {
    this.clear();
    this.#frame = requestAnimationFrame(() => {
      this.#frame = undefined;
      void this.#show(nets);
    });
  }

  /** Forgets what is not drawn yet. Whether there was something. */
  clear(): boolean {
    if (this.#frame === undefined) return false;
    cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    return true;
  }

  async #show(nets: readonly Snapshot[]): Promise<void> {
    try {
      await this.#draw(nets);
    } catch (error) {
      reportError(error);
    }
    this.#drawn();
  }
}
