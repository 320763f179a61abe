import type { TrainingCore } from '#training-core';
import { EngineError } from '../errors';

interface Holding {
  readonly core: TrainingCore;
  readonly trainer: number;
}

/** Frees what nobody disposed of. */
const forgotten = new FinalizationRegistry(({ core, trainer }: Holding) => {
  try {
    core.deleteTrainer(trainer);
  } catch {
    // A crashed core has nothing left to free.
  }
});

/** Owns a trainer of the core: until it is disposed of, or some time after nothing refers to the handle. */
export class TrainerHandle {
  readonly #core: TrainingCore;
  #trainer: number;

  constructor(core: TrainingCore, trainer: number) {
    this.#core = core;
    this.#trainer = trainer;
    forgotten.register(this, { core, trainer }, this);
  }

  /** @throws EngineError `disposed` */
  live(): number {
    if (this.#trainer === 0) throw new EngineError('disposed', 'trainer', 'it was disposed of');
    return this.#trainer;
  }

  dispose(): void {
    if (this.#trainer === 0) return;
    forgotten.unregister(this);
    const trainer = this.#trainer;
    this.#trainer = 0;
    this.#core.deleteTrainer(trainer);
  }
}
