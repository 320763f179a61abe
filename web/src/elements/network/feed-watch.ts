import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SnapshotFeed } from './model/snapshot-feed';

interface FeedHost extends ReactiveControllerHost {
  readonly feed: SnapshotFeed;
}

/** Calls back at every snapshot of its host's feed, while the host is in a page. */
export class FeedWatch implements ReactiveController {
  readonly #host: FeedHost;
  readonly #seen: () => void;
  #watched: SnapshotFeed | undefined;

  /** `seen` is called up to once a frame: no place to render or to measure anything. */
  constructor(host: FeedHost, seen: () => void) {
    this.#host = host;
    this.#seen = seen;
    host.addController(this);
  }

  hostConnected(): void {
    this.#watch(this.#host.feed);
  }

  hostDisconnected(): void {
    this.#watch(undefined);
  }

  hostUpdate(): void {
    this.#watch(this.#host.feed);
  }

  #watch(feed: SnapshotFeed | undefined): void {
    if (feed === this.#watched) return;
    this.#watched?.unsubscribe(this.#seen);
    feed?.subscribe(this.#seen);
    this.#watched = feed;
  }
}
