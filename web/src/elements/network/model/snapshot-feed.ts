import type { Snapshot } from '../../../engine/training/observation';
import type { NetworkShape } from './network-shape';

/** A network as it was at one moment. */
export interface NetworkView {
  readonly shape: NetworkShape;
  readonly snapshot: Snapshot;
}

export type FeedListener = () => void;

/** Brings every snapshot to the pictures that are painted from it, past the rendering of the elements around them. */
export class SnapshotFeed {
  readonly #listeners = new Set<FeedListener>();
  #latest: NetworkView | undefined;

  /** `undefined` until the first network was seen. */
  get latest(): NetworkView | undefined {
    return this.#latest;
  }

  publish(view: NetworkView | undefined): void {
    this.#latest = view;
    for (const listener of this.#listeners) listener();
  }

  subscribe(listener: FeedListener): void {
    this.#listeners.add(listener);
  }

  unsubscribe(listener: FeedListener): void {
    this.#listeners.delete(listener);
  }
}
