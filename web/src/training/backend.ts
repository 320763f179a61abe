import { EngineError } from '../engine/errors';
import { compiledTrainingCore } from '../engine/training/compiled-core';
import type { ToWorker } from './protocol';
import { readFromWorker } from './protocol-reader';
import { errorOf } from './refusal';
import { openBlobWorker, openWorker } from './worker-source';

export type BackendKind = 'worker' | 'blob-worker' | 'main-thread';

/** A place that trains, ready to be called. */
export interface Backend {
  readonly kind: BackendKind;
  /** What it says; not yet looked at. */
  onmessage: (data: unknown) => void;
  /** It will not answer any more. */
  onfailure: (error: EngineError) => void;
  post(message: ToWorker): void;
  terminate(): void;
}

/** For a failure that nobody is told of. */
const PATIENCE_MS = 10_000;

function workerBackend(kind: BackendKind, worker: Worker): Backend {
  const backend: Backend = {
    kind,
    onmessage: () => {},
    onfailure: () => {},
    post: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
  };
  const fail = (message: string) => backend.onfailure(new EngineError('crashed', 'worker', message));
  worker.onmessage = ({ data }) => backend.onmessage(data);
  worker.onmessageerror = () => fail('a message could not be read');
  worker.onerror = (event) => {
    event.preventDefault();
    fail(event.message || 'it could not be started');
  };
  return backend;
}

/** Hands over the core and waits for the answer. @throws EngineError, and leaves nothing behind then */
async function initialised(backend: Backend, wasm: WebAssembly.Module): Promise<Backend> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(
        () => reject(new EngineError('load-failed', 'worker', 'it does not answer')),
        PATIENCE_MS,
      );
      backend.onfailure = reject;
      backend.onmessage = (data) => {
        const reading = readFromWorker(data);
        if ('message' in reading && reading.message.type === 'ready') resolve();
        else if ('message' in reading && 'refusal' in reading.message)
          reject(errorOf(reading.message.refusal));
      };
      backend.post({ type: 'init', wasm });
    });
    return backend;
  } catch (error) {
    backend.terminate();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

const WAYS: readonly (() => Promise<Backend>)[] = [
  async () => workerBackend('worker', openWorker()),
  async () => workerBackend('blob-worker', await openBlobWorker()),
  async () => (await import('./main-thread')).mainThreadBackend(),
];

/** The first one that has not failed on this page. */
let bestWay = 0;

/**
 * A worker, where the page may have one; else the page itself, in between its frames. The numbers are the same.
 *
 * @throws EngineError `load-failed` where the core itself cannot be had
 */
export async function startBackend(): Promise<Backend> {
  const wasm = await compiledTrainingCore();
  let failure: unknown;
  for (let way = bestWay; way < WAYS.length; way += 1) {
    try {
      const backend = await initialised(await (WAYS[way] as () => Promise<Backend>)(), wasm);
      bestWay = Math.max(bestWay, way);
      return backend;
    } catch (error) {
      failure = error;
    }
  }
  throw failure instanceof EngineError
    ? failure
    : new EngineError('load-failed', 'worker', `there is none to be had (${failure})`, { cause: failure });
}
