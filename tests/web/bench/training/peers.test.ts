import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { largestDifference } from '../../../bench/agreement.mjs';
import { PLAIN } from '../../../bench/names.mjs';
import { type Peer, peers } from '../../../bench/training/peers.mjs';
import { prepareTraining } from '../../../bench/training/prepare.mjs';
import { makeSetup, type Task } from '../../../bench/training/tasks.mjs';

const PLACE = { root: pathToFileURL(`${process.cwd()}/`).href, module: 'web/src/engine/activation-lab.ts' };
const XOR = { sizes: '2-4-2-1', hidden: 'tanh', samples: 200, batchSize: 10, learningRate: 0.03 } as const;
const TASKS: Task[] = [
  { ...XOR, work: { kind: 'steps', steps: 1 } },
  { ...XOR, hidden: 'relu', work: { kind: 'steps', steps: 1 } },
  { ...XOR, sizes: '64-20-10', hidden: 'relu', batchSize: 8, work: { kind: 'steps', steps: 1 } },
  { ...XOR, work: { kind: 'maps', size: 7 } },
  { ...XOR, work: { kind: 'frame', steps: 30, size: 7 } },
  { ...XOR, sizes: '2-4-1', work: { kind: 'seeds', seeds: 3, steps: 25 } },
];

const plain = peers.find(({ name }) => name === PLAIN) as Peer;
const others = peers.filter((peer) => peer !== plain);

// TensorFlow.js takes seconds to load.
describe.each(others)('$name', { timeout: 60_000 }, (peer) => {
  it.each(TASKS.filter((task) => peer.supports(task)))(
    'computes what a plain loop does: %j',
    async (task) => {
      const setup = makeSetup(task);
      const { outputs, expected } = await prepareTraining(peer, task, setup, PLACE);
      const reference = expected ?? (await prepareTraining(plain, task, setup, PLACE)).outputs;
      expect(largestDifference(reference, outputs)).toBeLessThan(1e-5);
    },
  );
});
