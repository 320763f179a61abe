import type { FromWorker } from './protocol';
import type { Clock } from './slicer';

/** The place where nets are trained: a worker, or the page itself. */
export interface Host {
  readonly now: Clock;
  /** Lets messages in and, in the page, lets it draw. */
  breathe(): Promise<unknown>;
  /** The buffers change hands. */
  post(message: FromWorker, buffers?: Transferable[]): void;
}
