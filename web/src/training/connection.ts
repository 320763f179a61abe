import { EngineError } from '../engine/errors';
import type { Backend, BackendKind } from './backend';
import type { Answer, CallMessage, CallName, FromWorker, Given } from './protocol';
import { readFromWorker } from './protocol-reader';
import { errorOf } from './refusal';

/** What the worker says without being asked. */
export type News = Exclude<FromWorker, { readonly type: 'ready' | 'answer' | 'crashed' }>;

export interface ConnectionListener {
  news(news: News): void;
  /** The worker has crashed, hangs or says what it should not; it has been terminated. */
  lost(error: EngineError, unanswered: readonly PendingCall[]): void;
}

/** A call on its way. It can be handed to another worker. */
export interface PendingCall {
  readonly name: CallName;
  readonly given: unknown;
  readonly resolve: (answer: Answer<CallName>) => void;
  readonly reject: (error: unknown) => void;
  /** Workers that were given it. */
  readonly attempts: number;
}

/** They concern this worker and no other one. */
const OWN_CALLS: readonly CallName[] = ['ping', 'suspend'];

const BEAT_MS = 2000;
/** Counted in beats, not by the clock: a computer that slept is not a worker that died. */
const MOST_SILENT_BEATS = 5;

/** Calls to one worker, and the watch over it while something is expected of it. */
export class Connection {
  readonly #backend: Backend;
  readonly #listener: ConnectionListener;
  readonly #pending = new Map<number, PendingCall>();
  #nextId = 0;
  #beat: ReturnType<typeof setInterval> | undefined;
  #silentBeats = 0;
  #isRunning = false;
  #isSuspended = false;

  constructor(backend: Backend, listener: ConnectionListener) {
    this.#backend = backend;
    this.#listener = listener;
    backend.onmessage = (data) => this.#receive(data);
    backend.onfailure = (error) => this.#lose(error);
  }

  get backend(): BackendKind {
    return this.#backend.kind;
  }

  /** @throws EngineError where the worker refuses */
  call<Name extends CallName>(name: Name, given: Given<Name>): Promise<Answer<Name>> {
    return new Promise<Answer<Name>>((resolve, reject) => {
      this.#send({ name, given, resolve: resolve as PendingCall['resolve'], reject, attempts: 0 });
    });
  }

  /** A call that another worker left unanswered. */
  adopt(call: PendingCall): void {
    this.#send(call);
  }

  /** The page has drawn the last snapshot. */
  drawn(): void {
    this.#backend.post({ type: 'drawn' });
  }

  /** Ends the worker. @returns the calls that it leaves unanswered */
  close(): readonly PendingCall[] {
    clearInterval(this.#beat);
    this.#beat = undefined;
    this.#isRunning = false;
    this.#backend.onmessage = () => {};
    this.#backend.onfailure = () => {};
    this.#backend.terminate();
    const unanswered = [...this.#pending.values()].filter(({ name }) => !OWN_CALLS.includes(name));
    this.#pending.clear();
    return unanswered;
  }

  #send(call: PendingCall): void {
    const id = this.#nextId;
    this.#nextId += 1;
    this.#pending.set(id, { ...call, attempts: call.attempts + 1 });
    if (call.name === 'suspend') this.#isSuspended = (call.given as Given<'suspend'>).suspended;
    try {
      this.#backend.post({ type: 'call', id, name: call.name, given: call.given } as CallMessage);
    } catch (error) {
      this.#pending.delete(id);
      call.reject(new EngineError('invalid-input', call.name, `cannot be sent (${error})`, { cause: error }));
    }
    this.#watch();
  }

  #receive(data: unknown): void {
    const reading = readFromWorker(data);
    if ('wrong' in reading) {
      this.#lose(new EngineError('crashed', 'worker', `it said something strange (${reading.wrong})`));
      return;
    }
    this.#silentBeats = 0;
    const { message } = reading;
    if (message.type === 'crashed') this.#lose(errorOf(message.refusal));
    else if (message.type === 'answer')
      this.#settle(message.id, (call) => this.#accept(call, message.answer));
    else if (message.type === 'refused' && message.id !== null) {
      this.#settle(message.id, (call) => call.reject(errorOf(message.refusal)));
    } else if (message.type !== 'ready') {
      if (message.type === 'stopped') this.#isRunning = false;
      this.#listener.news(message);
    }
    this.#watch();
  }

  #settle(id: number, settle: (call: PendingCall) => void): void {
    const call = this.#pending.get(id);
    if (call === undefined) return;
    this.#pending.delete(id);
    settle(call);
  }

  #accept({ name, resolve }: PendingCall, answer: Answer<CallName>): void {
    if (name === 'run' || name === 'step') this.#isRunning = true;
    resolve(answer);
  }

  #lose(error: EngineError): void {
    this.#listener.lost(error, this.close());
  }

  /** The heart beats only while something is expected. */
  #watch(): void {
    const isWatched = !this.#isSuspended && (this.#isRunning || this.#pending.size > 0);
    if (isWatched === (this.#beat !== undefined)) return;
    clearInterval(this.#beat);
    this.#silentBeats = 0;
    this.#beat = isWatched ? setInterval(() => this.#onBeat(), BEAT_MS) : undefined;
  }

  #onBeat(): void {
    this.#silentBeats += 1;
    if (this.#silentBeats > MOST_SILENT_BEATS) {
      this.#lose(new EngineError('crashed', 'worker', 'it does not answer'));
    } else if (this.#silentBeats === 1) {
      this.call('ping', {}).catch(() => {});
    }
  }
}
