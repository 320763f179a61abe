import { answerResizer, greet, tellCompletion, tellHeight } from './height';
import { type FromLab, type Progress, readMessage, type ToLab } from './messages';

/** What this layer needs of the lab. */
export interface LabPort {
  readonly state: string;
  /** @returns the keys whose values could not be used, once the lab is there to judge them; the last good values stay */
  restore(state: string): Promise<readonly string[]>;
  readonly progress: Progress | undefined;
  run(): void;
  pause(): void;
  restart(): void;
}

export interface EmbeddedLabOptions {
  readonly lab: LabPort;
  /** The page around the frame. */
  readonly host: Window;
  /** The window of the frame. */
  readonly own: Window;
}

/** A height that differs by less is not told again: a scroll bar that comes and goes must not make the frame swing. */
const SMALLEST_CHANGE = 2;

/**
 * A lab in a frame of another page: tells how high it would like to be and how far it is, and obeys the page around it.
 *
 * Who listens is known only from a first message: until then what is told, which is nothing private, goes to whoever is there;
 * afterwards to the origin of that message and no other.
 */
export class EmbeddedLab {
  readonly #lab: LabPort;
  readonly #host: Window;
  readonly #own: Window;
  #origin = '*';
  #height = 0;

  constructor({ lab, host, own }: EmbeddedLabOptions) {
    this.#lab = lab;
    this.#host = host;
    this.#own = own;
    own.addEventListener('message', this.#hear);
    greet(host);
    this.#tell({ type: 'activation-lab.ready', version: 1 });
  }

  /** In CSS pixels. */
  set height(height: number) {
    if (Math.abs(height - this.#height) < SMALLEST_CHANGE) return;
    this.#height = height;
    tellHeight(this.#host, height, this.#own.location.href);
  }

  stateChanged(): void {
    this.#tell({ type: 'activation-lab.state', state: this.#lab.state });
  }

  progressed(progress: Progress): void {
    this.#tell({ ...progress, type: 'activation-lab.progress' });
  }

  completed(progress: Progress): void {
    tellCompletion(this.#host);
    this.#tell({ ...progress, type: 'activation-lab.complete' });
  }

  dispose(): void {
    this.#own.removeEventListener('message', this.#hear);
  }

  #tell(message: FromLab): void {
    this.#host.postMessage(message, this.#origin);
  }

  readonly #hear = (event: MessageEvent): void => {
    if (event.source !== this.#host || answerResizer(this.#host, event.data, this.#height)) return;
    const reading = readMessage(event.data);
    if (reading === undefined) return;
    // A page without an origin of its own can only be reached by the sign for all.
    this.#origin = event.origin === 'null' || event.origin === '' ? '*' : event.origin;
    if ('problem' in reading) this.#tell({ type: 'activation-lab.error', ...reading });
    else void this.#obey(reading.message);
  };

  async #obey(message: ToLab): Promise<void> {
    const { id } = message;
    const answered = id === undefined ? {} : { id };
    switch (message.type) {
      case 'activation-lab.set-state': {
        const keys = await this.#lab.restore(message.state.replace(/^#/, ''));
        this.stateChanged();
        if (keys.length === 0) break;
        this.#tell({ type: 'activation-lab.error', problem: 'state', keys, ...answered });
        return;
      }
      case 'activation-lab.run':
        this.#lab.run();
        break;
      case 'activation-lab.pause':
        this.#lab.pause();
        break;
      case 'activation-lab.reset':
        this.#lab.restart();
        break;
      case 'activation-lab.snapshot': {
        const { progress, state } = this.#lab;
        this.#tell({ ...progress, type: 'activation-lab.snapshot', state, ...answered });
        return;
      }
    }
    if (id !== undefined) this.#tell({ type: 'activation-lab.done', id });
  }
}
