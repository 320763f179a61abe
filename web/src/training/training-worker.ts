import { instantiateTrainingLab } from '../engine/training/load';
import { Handler } from './handler';
import { nextTask } from './next-task';

const handler = new Handler(
  {
    now: () => performance.now(),
    breathe: nextTask,
    post: (message, buffers = []) => postMessage(message, { transfer: buffers }),
  },
  instantiateTrainingLab,
);
addEventListener('message', ({ data }) => handler.receive(data));
