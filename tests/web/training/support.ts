import { afterEach, beforeEach, vi } from 'vitest';
import type { Backend } from '../../../web/src/training/backend';
import { Handler } from '../../../web/src/training/handler';
import type { Question } from '../../../web/src/training/ports';
import type { CallName, FromWorker, Given, Goal, ToWorker } from '../../../web/src/training/protocol';
import { FakeLab } from './fake-trainer';

export * from './fake-trainer';

export const FRAME_MS = 16;

/** A module that holds nothing. */
export const EMPTY_MODULE = new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));

/** Time, tasks and animation frames that pass only when a test lets them. */
export function useFakeTime(): void {
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
    });
    vi.stubGlobal('requestAnimationFrame', (draw: () => void) =>
      setTimeout(draw, FRAME_MS - (performance.now() % FRAME_MS)),
    );
    vi.stubGlobal('cancelAnimationFrame', (handle: ReturnType<typeof setTimeout>) => clearTimeout(handle));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}

export const pass = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

/** The worker's side alone: what is sent to it and what it says. */
export class FakeDesk {
  readonly lab = new FakeLab();
  readonly said: FromWorker[] = [];
  readonly buffers: Transferable[] = [];
  readonly #handler: Handler;
  #nextId = 0;
  /** Turns that are waiting to go on. */
  readonly #waiting: (() => void)[] = [];

  constructor() {
    this.#handler = new Handler(
      {
        now: () => this.lab.worked,
        breathe: () => new Promise<void>((resolve) => this.#waiting.push(resolve)),
        post: (message, buffers = []) => {
          this.said.push(message);
          this.buffers.push(...buffers);
        },
      },
      async () => this.lab,
    );
  }

  static async ready(): Promise<FakeDesk> {
    const desk = new FakeDesk();
    desk.send({ type: 'init', wasm: EMPTY_MODULE });
    await desk.settle();
    desk.said.length = 0;
    return desk;
  }

  send(message: ToWorker): void {
    this.#handler.receive(message);
  }

  sendAnything(data: unknown): void {
    this.#handler.receive(data);
  }

  /** Calls and gives what is said at once. */
  call<Name extends CallName>(name: Name, given: Given<Name>): readonly FromWorker[] {
    const before = this.said.length;
    this.send({ type: 'call', id: this.#nextId, name, given } as ToWorker);
    this.#nextId += 1;
    return this.said.slice(before);
  }

  run(goal: Goal | null = null): readonly FromWorker[] {
    return this.call('run', { goal, rule: null, ruleStates: null, isPaced: true });
  }

  ask(net: number, question: Question): readonly FromWorker[] {
    return this.call('ask', { net, question, given: [] });
  }

  /** Lets the next slice begin. */
  async breathe(): Promise<void> {
    this.#waiting.shift()?.();
    await this.settle();
  }

  /** Whether it would go on. */
  get isWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  async settle(): Promise<void> {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  }

  saidOf<Type extends FromWorker['type']>(type: Type): Extract<FromWorker, { readonly type: Type }>[] {
    return this.said.filter((message) => message.type === type) as Extract<
      FromWorker,
      { readonly type: Type }
    >[];
  }

  dispose(): void {
    this.#handler.dispose();
  }
}

/** A worker in the test's own process, with fake trainers, that can be killed. Needs `useFakeTime`. */
export class FakeWorker implements Backend {
  readonly kind = 'worker';
  readonly lab = new FakeLab();
  readonly received: ToWorker[] = [];
  onmessage: (data: unknown) => void = () => {};
  onfailure: Backend['onfailure'] = () => {};
  isTerminated = false;
  /** It takes messages and does nothing, like one in an endless loop, or one that the browser has ended. */
  isDead = false;
  readonly #handler: Handler;
  /** Work for which the clock has gone on. */
  #paid = 0;

  constructor() {
    this.#handler = new Handler(
      {
        now: () => performance.now() + this.#timeOwed,
        breathe: () => {
          const milliseconds = Math.ceil(this.#timeOwed);
          this.#paid = this.lab.worked;
          return this.#later(() => {}, milliseconds);
        },
        post: (message) => void this.#later(() => this.onmessage(message), Math.ceil(this.#timeOwed)),
      },
      async () => this.lab,
    );
    this.#handler.receive({ type: 'init', wasm: EMPTY_MODULE });
  }

  post(message: ToWorker): void {
    this.received.push(message);
    void this.#later(() => this.#handler.receive(message));
  }

  terminate(): void {
    this.isTerminated = true;
    this.#handler.dispose();
  }

  get #timeOwed(): number {
    return this.lab.worked - this.#paid;
  }

  /** A task of its own; never, if there is nobody left to do it. */
  #later(action: () => void, milliseconds = 0): Promise<void> {
    return new Promise((resolve) => {
      setTimeout(() => {
        if (this.isDead || this.isTerminated) return;
        action();
        resolve();
      }, milliseconds + 1);
    });
  }
}

/** Starts fake workers, one after the other. */
export class FakeWorkers {
  readonly all: FakeWorker[] = [];
  /** Called with each new one. */
  prepare: (worker: FakeWorker) => void = () => {};

  readonly start = async (): Promise<Backend> => {
    const worker = new FakeWorker();
    this.prepare(worker);
    this.all.push(worker);
    return worker;
  };

  get last(): FakeWorker {
    return this.all.at(-1) as FakeWorker;
  }
}
