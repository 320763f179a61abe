import { EngineError } from '../engine/errors';
import type { Backend, BackendKind } from './backend';
import { Connection, type News, type PendingCall } from './connection';
import type { Answer, CallName, Given } from './protocol';

export interface SupervisorListener {
  news(news: News): void;
  /** Makes a new worker what the last one was. */
  restore(connection: Connection): Promise<void>;
  /** A worker has died; another one is on its way. */
  restarting(error: EngineError): void;
  restarted(): void;
  /** There is no worker, and none is tried before the next call. */
  failed(error: unknown): void;
}

/** Workers that may die in a row without having achieved anything. */
const MOST_DEATHS = 3;
/** A call that was underway in so many workers that died is taken for the cause. */
const MOST_ATTEMPTS = 2;

/** Has one worker: starts it with the first call, and another one when it dies. */
export class Supervisor {
  readonly #start: () => Promise<Backend>;
  readonly #listener: SupervisorListener;
  #opening: Promise<Connection> | undefined;
  #connection: Connection | undefined;
  #deaths = 0;
  /** The worker is what the last one was. */
  #isReady = false;
  #isActive = true;
  #isDisposed = false;
  /** Lets a start go on that waits for `isActive`. */
  #wake: () => void = () => {};

  constructor(start: () => Promise<Backend>, listener: SupervisorListener) {
    this.#start = start;
    this.#listener = listener;
  }

  get backend(): BackendKind | undefined {
    return this.#connection?.backend;
  }

  /** Whether there is a worker, or one is on its way. */
  get isStarted(): boolean {
    return this.#opening !== undefined;
  }

  get isActive(): boolean {
    return this.#isActive;
  }

  /** While it is false no worker is started, and one that is there neither trains nor shows anything. */
  set isActive(isActive: boolean) {
    if (isActive === this.#isActive) return;
    this.#isActive = isActive;
    if (this.#connection !== undefined) this.#tellActivity(this.#connection);
    this.#wake();
  }

  /** @throws EngineError where it is refused; `crashed` where workers do not survive it; `disposed` */
  async call<Name extends CallName>(name: Name, given: Given<Name>): Promise<Answer<Name>> {
    while (true) {
      this.#checkDisposed();
      const connection = await (this.#opening ?? this.#open([]));
      if (connection === this.#connection) return connection.call(name, given);
    }
  }

  /** The page has drawn the last snapshot. */
  drawn(): void {
    this.#connection?.drawn();
  }

  /** Something was achieved: should the worker die now, it is worth another one. */
  achieved(): void {
    this.#deaths = 0;
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const call of this.#connection?.close() ?? []) call.reject(disposed());
    this.#connection = undefined;
    this.#wake();
  }

  /** @param unanswered calls for the new worker */
  #open(unanswered: readonly PendingCall[]): Promise<Connection> {
    const opening = this.#connect().then((connection) => {
      for (const call of unanswered) connection.adopt(call);
      return connection;
    });
    opening.catch((error: unknown) => {
      for (const call of unanswered) call.reject(error);
      this.#giveUp(error);
    });
    this.#opening = opening;
    return opening;
  }

  async #connect(): Promise<Connection> {
    while (true) {
      await this.#untilActive();
      const backend = await this.#start();
      const connection = this.#connectionTo(backend);
      try {
        this.#checkDisposed();
        this.#connection = connection;
        if (!this.#isActive) this.#tellActivity(connection);
        await this.#listener.restore(connection);
        this.#isReady = true;
        return connection;
      } catch (error) {
        connection.close();
        this.#connection = undefined;
        if (!isCrash(error) || this.#hasDiedTooOften()) throw error;
      }
    }
  }

  #connectionTo(backend: Backend): Connection {
    return new Connection(backend, {
      news: (news) => this.#listener.news(news),
      lost: (error, unanswered) => {
        if (this.#isReady) this.#recover(error, unanswered);
        else for (const call of unanswered) call.reject(error);
      },
    });
  }

  #recover(error: EngineError, unanswered: readonly PendingCall[]): void {
    this.#isReady = false;
    this.#connection = undefined;
    const isHopeless = this.#hasDiedTooOften();
    const isSpent = (call: PendingCall): boolean => isHopeless || call.attempts >= MOST_ATTEMPTS;
    for (const call of unanswered.filter(isSpent)) call.reject(error);
    if (isHopeless) {
      this.#giveUp(error);
      return;
    }
    this.#listener.restarting(error);
    this.#open(unanswered.filter((call) => !isSpent(call))).then(
      () => this.#listener.restarted(),
      () => {},
    );
  }

  #giveUp(error: unknown): void {
    this.#opening = undefined;
    this.#deaths = 0;
    if (!this.#isDisposed) this.#listener.failed(error);
  }

  #hasDiedTooOften(): boolean {
    this.#deaths += 1;
    return this.#deaths > MOST_DEATHS;
  }

  #tellActivity(connection: Connection): void {
    connection.call('suspend', { suspended: !this.#isActive }).catch(() => {});
  }

  async #untilActive(): Promise<void> {
    while (!this.#isActive && !this.#isDisposed) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#checkDisposed();
  }

  #checkDisposed(): void {
    if (this.#isDisposed) throw disposed();
  }
}

function disposed(): EngineError {
  return new EngineError('disposed', 'session', 'it was disposed of');
}

function isCrash(error: unknown): boolean {
  return error instanceof EngineError && error.code === 'crashed';
}
