import { describe, expect, it } from 'vitest';
import { GoalWatch } from '../../../web/src/elements/activation-lab/goal-watch';
import type { TrainingProgress } from '../../../web/src/elements/activation-lab/progress';

const progress = (steps: number, train: number | null, test: number | null): TrainingProgress => ({
  running: true,
  steps,
  epochs: steps,
  train: { loss: train, score: train },
  test: { loss: test, score: test },
  diverged: false,
  hash: null,
});

function watching(split: 'train' | 'test', measure: 'loss' | 'score') {
  const reached: number[] = [];
  const watch = new GoalWatch(() => void reached.push(1));
  watch.goal = { measure, value: 0.9, split };
  return { watch, reached };
}

describe('a goal', () => {
  it('is reached once in a training, and again in the next', () => {
    const { watch, reached } = watching('test', 'score');
    for (const [steps, score] of [
      [0, 1],
      [1, 0.5],
      [2, 0.9],
      [3, 0.95],
      [0, 0.1],
      [5, 0.99],
    ] as const)
      watch.see(progress(steps, 0, score));
    expect(reached.length).toBe(2);
  });

  it('of a loss is to be below it', () => {
    const { watch, reached } = watching('train', 'loss');
    watch.see(progress(1, 0.9, 0));
    expect(reached.length).toBe(0);
    watch.see(progress(2, 0.89, 5));
    expect(reached.length).toBe(1);
  });

  it('is measured on the training data where there are no others', () => {
    const { watch, reached } = watching('test', 'score');
    watch.see(progress(1, 0.95, null));
    expect(reached.length).toBe(1);
  });
});
