import { EngineError } from '../engine/errors';
import type { Host } from './host';
import type { TrainingLabPort } from './ports';
import type { Answer, CallMessage, CallName } from './protocol';
import { readToWorker } from './protocol-reader';
import { refusalOf } from './refusal';
import { LATER, Workshop } from './workshop';

export type LoadLab = (wasm: WebAssembly.Module | string) => Promise<TrainingLabPort>;

/**
 * The worker's side of the protocol, wherever it runs. Every call is answered or refused, in order but for trials; what is
 * not understood is refused too; nothing is thrown.
 */
export class Handler {
  readonly #host: Host;
  readonly #loadLab: LoadLab;
  #workshop: Workshop | undefined;
  #isInitialised = false;
  #isTurning = false;

  constructor(host: Host, loadLab: LoadLab) {
    this.#host = host;
    this.#loadLab = loadLab;
  }

  receive(data: unknown): void {
    const reading = readToWorker(data);
    if ('wrong' in reading) {
      this.#refuse(reading.id, new EngineError('invalid-input', reading.wrong, 'is not what was expected'));
      return;
    }
    const { message } = reading;
    if (message.type === 'init') {
      void this.#init(message.wasm);
      return;
    }
    const id = message.type === 'call' ? message.id : null;
    const workshop = this.#workshop;
    if (workshop === undefined) {
      this.#refuse(id, new EngineError('load-failed', 'wasm', 'nothing is loaded'));
      return;
    }
    this.#attempt(id, () => {
      if (message.type === 'drawn') workshop.runner.drawn();
      else this.#answer(workshop, message);
    });
    this.#attempt(null, () => workshop.show());
    void this.#turn(workshop);
  }

  dispose(): void {
    this.#workshop?.dispose();
    this.#workshop = undefined;
  }

  async #init(wasm: WebAssembly.Module | string): Promise<void> {
    try {
      if (this.#isInitialised) throw new EngineError('invalid-input', 'wasm', 'was given already');
      this.#isInitialised = true;
      this.#workshop = new Workshop(this.#host, await this.#loadLab(wasm));
      this.#host.post({ type: 'ready' });
    } catch (error) {
      this.#refuse(null, error);
    }
  }

  #answer(workshop: Workshop, { id, name, given }: CallMessage): void {
    const answerTo = workshop.answers[name] as (
      given: unknown,
      id: number,
    ) => Answer<CallName> | typeof LATER;
    const answer = answerTo(given, id);
    if (answer !== LATER) this.#host.post({ type: 'answer', id, answer });
  }

  /** One slice after the other while there is something to train. */
  async #turn(workshop: Workshop): Promise<void> {
    if (this.#isTurning) return;
    this.#isTurning = true;
    while (workshop.isBusy) {
      try {
        workshop.slice();
        workshop.show();
      } catch (error) {
        this.#crash(error);
      }
      await this.#host.breathe();
    }
    this.#isTurning = false;
  }

  #attempt(id: number | null, action: () => void): void {
    try {
      action();
    } catch (error) {
      this.#refuse(id, error);
    }
  }

  #refuse(id: number | null, error: unknown): void {
    const refusal = refusalOf(error);
    if (refusal.code === 'crashed') this.#crash(error);
    else this.#host.post({ type: 'refused', id, refusal });
  }

  /** A core that has crashed takes everything with it. */
  #crash(error: unknown): void {
    this.#workshop?.abandon();
    this.#workshop = undefined;
    this.#host.post({ type: 'crashed', refusal: refusalOf(error) });
  }
}
