import { instantiateTrainingLab } from '../engine/training/load';
import type { Backend } from './backend';
import { Handler } from './handler';

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** For pages that may have no worker: a slice of training between two frames. Messages travel as they do to a worker. */
export function mainThreadBackend(): Backend {
  const { port1, port2 } = new MessageChannel();
  const handler = new Handler(
    {
      now: () => performance.now(),
      breathe: nextFrame,
      post: (message, buffers = []) => port2.postMessage(message, buffers),
    },
    instantiateTrainingLab,
  );
  const backend: Backend = {
    kind: 'main-thread',
    onmessage: () => {},
    onfailure: () => {},
    post: (message) => port1.postMessage(message),
    terminate: () => {
      port1.close();
      port2.close();
      handler.dispose();
    },
  };
  port1.onmessage = ({ data }) => backend.onmessage(data);
  port2.onmessage = ({ data }) => handler.receive(data);
  return backend;
}
