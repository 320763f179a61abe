import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EngineError } from '../../../web/src/engine/errors';
import type { ToWorker } from '../../../web/src/training/protocol';
import { EMPTY_MODULE } from './support';

vi.mock('../../../web/src/engine/training/compiled-core', () => ({
  compiledTrainingCore: async () => EMPTY_MODULE,
}));
const opened = vi.hoisted(() => ({ worker: () => {}, blobWorker: () => {} }) as unknown as Openers);
vi.mock('../../../web/src/training/worker-source', () => ({
  openWorker: () => opened.worker(),
  openBlobWorker: async () => opened.blobWorker(),
}));
vi.mock('../../../web/src/training/main-thread', () => ({
  mainThreadBackend: () => ({
    kind: 'main-thread',
    post() {
      queueMicrotask(() => this.onmessage({ type: 'ready' }));
    },
    onmessage: (_: unknown) => {},
    terminate() {},
  }),
}));

interface Openers {
  worker: () => BrowserWorker;
  blobWorker: () => BrowserWorker;
}

type Behaviour = 'answers' | 'is refused' | 'says nothing' | 'cannot be read' | 'cannot load';

/** As much of a browser's Worker as a backend uses. */
class BrowserWorker {
  onmessage = (_: { readonly data: unknown }) => {};
  onerror = (_: { readonly message: string; preventDefault(): void }) => {};
  onmessageerror = () => {};
  isTerminated = false;
  readonly #behaviour: Behaviour;

  constructor(behaviour: Behaviour) {
    this.#behaviour = behaviour;
    all.push(this);
  }

  postMessage(message: ToWorker): void {
    expect(message).toEqual({ type: 'init', wasm: EMPTY_MODULE });
    const refusal = { code: 'load-failed', argument: 'wasm', message: 'wasm: no memory', problems: [] };
    queueMicrotask(() => {
      if (this.#behaviour === 'answers') this.onmessage({ data: { type: 'ready' } });
      if (this.#behaviour === 'is refused') this.onerror({ message: '', preventDefault() {} });
      if (this.#behaviour === 'cannot be read') this.onmessageerror();
      if (this.#behaviour === 'cannot load') this.onmessage({ data: { type: 'refused', id: null, refusal } });
    });
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

let all: BrowserWorker[] = [];

beforeEach(() => {
  all = [];
  vi.resetModules();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** The backend of a page where both kinds of workers behave like this; `throws`: the browser does not even make one. */
async function startWhere(worker: Behaviour | 'throws', blobWorker: Behaviour | 'throws') {
  const open = (behaviour: Behaviour | 'throws') => () => {
    if (behaviour === 'throws') throw new DOMException('not in this frame', 'SecurityError');
    return new BrowserWorker(behaviour);
  };
  opened.worker = open(worker);
  opened.blobWorker = open(blobWorker);
  const { startBackend } = await import('../../../web/src/training/backend');
  const starting = startBackend();
  await vi.advanceTimersByTimeAsync(30_000);
  return { backend: await starting, startBackend };
}

describe('startBackend', () => {
  it.each<[string, Behaviour | 'throws', Behaviour | 'throws']>([
    ['worker', 'answers', 'throws'],
    ['blob-worker', 'throws', 'answers'],
    ['blob-worker', 'is refused', 'answers'],
    ['blob-worker', 'cannot be read', 'answers'],
    ['blob-worker', 'cannot load', 'answers'],
    ['main-thread', 'throws', 'throws'],
    ['main-thread', 'says nothing', 'is refused'],
  ])('gives a %s where a worker %s and one from a blob %s', async (kind, worker, blobWorker) => {
    const { backend } = await startWhere(worker, blobWorker);
    expect(backend.kind).toBe(kind);
    const used = kind === 'main-thread' ? 0 : 1;
    expect(all.filter(({ isTerminated }) => !isTerminated)).toHaveLength(used);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('remembers what this page does not allow', async () => {
    const { startBackend } = await startWhere('is refused', 'answers');
    const { length } = all;
    expect((await startBackend()).kind).toBe('blob-worker');
    expect(all).toHaveLength(length + 1);
  });

  it('passes on what the worker says, and that it failed', async () => {
    const { backend } = await startWhere('answers', 'throws');
    const [worker] = all as [BrowserWorker];
    const heard: unknown[] = [];
    backend.onmessage = (data) => void heard.push(data);
    backend.onfailure = (error) => void heard.push(error);
    worker.onmessage({ data: 'news' });
    const preventDefault = vi.fn();
    worker.onerror({ message: 'out of memory', preventDefault });
    expect(heard).toEqual(['news', new EngineError('crashed', 'worker', 'out of memory')]);
    expect(preventDefault).toHaveBeenCalled();
    backend.terminate();
    expect(worker.isTerminated).toBe(true);
  });
});
