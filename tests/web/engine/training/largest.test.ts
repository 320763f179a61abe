import { describe, expect, it } from 'vitest';
import { EngineError, type TrainerSpec } from '../../../../web/src/engine/activation-lab';
import { engineErrorOf, loadTrainingLabWithMemory } from '../support';
import { XOR } from './specs';

const BUDGET = 64 * 1024 * 1024;

/** As many layers as there may be, most of them as wide as they may be: more of those do not fit. */
const deepest = (narrow: number): TrainerSpec => ({
  ...XOR,
  layers: [
    ...Array(60).fill({ width: 256 }),
    ...Array(3).fill({ width: narrow }),
    { width: 1, activation: 'identity' },
  ],
});

describe('the largest network that fits', () => {
  it('trains, is shown, saved and loaded, and leaves the memory as it was; the next one is refused', async () => {
    const { lab, memorySize } = await loadTrainingLabWithMemory();
    const neededBy = (narrow: number): number => {
      const error = engineErrorOf(() => lab.trainer(deepest(narrow)));
      expect([error.code, error.argument]).toEqual(['too-large', 'spec']);
      const [problem] = error.problems;
      expect(problem).toMatchObject({ code: 'too_large', maximum: BUDGET });
      const needed = problem?.minimum as number;
      expect(error.message).toContain(`would need ${needed} bytes; at most ${BUDGET} are possible`);
      return needed;
    };
    let [fits, beyond] = [1, 256];
    expect(neededBy(beyond)).toBeGreaterThan(BUDGET);
    while (beyond - fits > 1) {
      const narrow = (fits + beyond) >> 1;
      try {
        lab.trainer(deepest(narrow)).dispose();
        fits = narrow;
      } catch (error) {
        expect(error).toBeInstanceOf(EngineError);
        beyond = narrow;
      }
    }
    const needed = neededBy(beyond);
    expect(needed).toBeGreaterThan(BUDGET);
    expect(needed).toBeLessThan(1.01 * BUDGET);

    const live = (): string => {
      const trainer = lab.trainer(deepest(fits));
      const start = trainer.hash();
      trainer.step(3);
      expect(trainer.hash()).not.toBe(start);
      expect(trainer.grid({ size: 4 }).values.every(Number.isFinite)).toBe(true);
      const copy = trainer.save();
      trainer.step();
      const next = trainer.hash();
      trainer.dispose();
      const loaded = lab.loadTrainer(copy);
      loaded.step();
      expect(loaded.hash()).toBe(next);
      loaded.dispose();
      return next;
    };
    const first = live();
    const grown = memorySize();
    expect(live()).toBe(first);
    expect(memorySize()).toBe(grown);
  }, 60_000);
});
