/** Nanoseconds per value. */
export interface Cost {
  readonly core: number;
  readonly naive: number;
}

/** Two ways to the same numbers. Each call handles `values` values. */
export interface Contest {
  readonly values: number;
  core(): void;
  naive(): void;
}

export interface Bench {
  /** Milliseconds, never descending. */
  now(): number;
  /** Lets the page draw and react. */
  breathe(): Promise<void>;
  readonly signal: AbortSignal;
}

const SLICE_MS = 5;
/** Counted for a slice that the clock does not see. */
const SHORTEST_SLICE_MS = 0.1;
/** Enough for the compiler to settle on its fastest code. */
const WARM_UP_MS = 12;
const ROUNDS = 7;

/**
 * Times both contestants in turns, in slices of a few milliseconds, and gives the fastest slice of each: whatever else the machine
 * does can only add to it. The first slices only warm up.
 *
 * @throws the signal's reason when it is aborted
 */
export async function measure(contest: Contest, bench: Bench): Promise<Cost> {
  const core = await warmedUp(() => contest.core(), bench);
  const naive = await warmedUp(() => contest.naive(), bench);
  const fastest = { core: Number.POSITIVE_INFINITY, naive: Number.POSITIVE_INFINITY };
  for (let round = 0; round < ROUNDS; round++) {
    fastest.core = Math.min(fastest.core, await slice(core, bench));
    fastest.naive = Math.min(fastest.naive, await slice(naive, bench));
  }
  const perValue = (milliseconds: number): number => (milliseconds * 1e6) / contest.values;
  return { core: perValue(fastest.core), naive: perValue(fastest.naive) };
}

interface Repeated {
  readonly run: () => void;
  readonly repetitions: number;
}

/** Runs until the code is warm, then finds how many repetitions make a slice that is long enough for a coarse clock. */
async function warmedUp(run: () => void, bench: Bench): Promise<Repeated> {
  for (let spent = 0; spent < WARM_UP_MS; ) {
    const start = bench.now();
    await slice({ run, repetitions: 4 }, bench);
    spent += Math.max(SHORTEST_SLICE_MS, bench.now() - start);
  }
  for (let repetitions = 4; ; repetitions *= 2) {
    const milliseconds = (await slice({ run, repetitions }, bench)) * repetitions;
    if (milliseconds >= SLICE_MS / 2)
      return { run, repetitions: Math.ceil((repetitions * SLICE_MS) / milliseconds) };
  }
}

/** Milliseconds per run. */
async function slice({ run, repetitions }: Repeated, { now, breathe, signal }: Bench): Promise<number> {
  await breathe();
  signal.throwIfAborted();
  const start = now();
  for (let i = 0; i < repetitions; i++) run();
  return (now() - start) / repetitions;
}
