import { countOf } from '../../plural';

export const status = {
  running: 'Training.',
  pausedAt: (epochs: string, results: string) => `Paused at epoch ${epochs}. ${results}`,
  wasReset: 'Back at the initial weights.',
  restarted: (steps: number) =>
    `The computation was interrupted and has been started again, ${countOf(steps, 'step')} back.`,
  refused: 'This network cannot be trained.',
  stillBefore: 'The pictures still show the one before.',
  /** One sentence after the other; either can be empty. */
  together: (before: string, after: string) =>
    [before, after].filter((sentence) => sentence !== '').join(' '),
  weightCount: (count: number) => `${count} numbers`,
} as const;
