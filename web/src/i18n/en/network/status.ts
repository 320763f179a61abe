import { countOf } from '../../plural';

export const status = {
  running: 'Training.',
  pausedAt: (epochs: string, results: string) => `Paused at epoch ${epochs}. ${results}`,
  wasReset: 'Back at the initial weights.',
  restarted: (steps: number) =>
    `The computation was interrupted and has been started again, ${countOf(steps, 'step')} back.`,
  refused: 'This network cannot be trained.',
  stillBefore: 'The pictures still show the one before.',
  weightCount: (count: number) => `${count} numbers`,
} as const;
