import type { GridOptions, Snapshot, SnapshotRequest } from '../engine/training/observation';
import type { Host } from './host';
import type { Lockstep } from './lockstep';
import { refusalOf } from './refusal';

const buffersOf = ({ grid, gradientGrid, weights }: Snapshot): Transferable[] =>
  [grid?.values, gradientGrid?.values, weights].flatMap((array) => array?.buffer ?? []);

/** Arrays to write to would be given away with the first snapshot. */
function withoutTargets({ grid, gradientGrid, ...rest }: SnapshotRequest): SnapshotRequest {
  const plain = <Spec extends GridOptions>({ into: _into, ...spec }: Spec) => spec;
  return {
    ...rest,
    ...(grid ? { grid: plain(grid) } : {}),
    ...(gradientGrid ? { gradientGrid: plain(gradientGrid) } : {}),
  };
}

/** Shows nets to the page, but never again before the page has drawn what it was shown: nothing piles up. */
export class Showcase {
  readonly #host: Host;
  #request: SnapshotRequest = {};
  #isDrawn = true;
  #isChanged = false;
  #milliseconds = 0;

  constructor(host: Host) {
    this.#host = host;
  }

  /** That the last snapshot took. */
  get milliseconds(): number {
    return this.#milliseconds;
  }

  /** @throws EngineError where the nets cannot be shown like this; then the last request stays */
  setRequest(request: SnapshotRequest, nets: Lockstep | undefined): void {
    const kept = withoutTargets(request);
    nets?.observe(kept);
    this.#request = kept;
    this.#isChanged = true;
  }

  /** What the page shows is not what there is any more. */
  get hasNews(): boolean {
    return this.#isChanged;
  }

  drawn(): void {
    this.#isDrawn = true;
  }

  changed(): void {
    this.#isChanged = true;
  }

  /** Sends a snapshot if there is something new and somebody to see it. Whether it did. */
  show(nets: Lockstep): boolean {
    if (!this.#isDrawn || !this.#isChanged) return false;
    const start = this.#host.now();
    const snapshots = this.#observe(nets);
    this.#isDrawn = false;
    this.#isChanged = false;
    this.#host.post({ type: 'snapshot', nets: snapshots }, snapshots.flatMap(buffersOf));
    this.#milliseconds = this.#host.now() - start;
    return true;
  }

  /** A request may suit the last nets and not these: then they show their progress only. */
  #observe(nets: Lockstep): Snapshot[] {
    try {
      return nets.observe(this.#request);
    } catch (error) {
      this.#request = {};
      const snapshots = nets.observe(this.#request);
      this.#host.post({ type: 'refused', id: null, refusal: refusalOf(error) });
      return snapshots;
    }
  }
}
