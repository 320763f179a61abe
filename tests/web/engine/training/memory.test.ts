import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it, vi } from 'vitest';
import { loadTrainingLab } from '../../../../web/src/engine/activation-lab';
import { engineErrorOf, loadTrainingLabWithMemory, readWasm } from '../support';
import { CIRCLE, VARIED, XOR } from './specs';

describe('the memory', () => {
  it('is where it was after 10,000 trainers', async () => {
    const { lab, memorySize } = await loadTrainingLabWithMemory();
    const cycle = (index: number) => {
      const trainer = lab.trainer([XOR, CIRCLE, VARIED][index % 3] ?? XOR);
      trainer.step(3);
      trainer.snapshot({ evaluation: true, weights: true, grid: { size: 20, units: true } });
      if (index % 10 < 3) trainer.observe();
      if (index % 10 === 4) trainer.setData({ dataset: 'circle', samples: 20 + (index % 7), classes: 2 });
      if (index % 10 < 3) lab.loadTrainer(trainer.save()).dispose();
      trainer.dispose();
    };
    for (let index = 0; index < 300; index += 1) cycle(index);
    const size = memorySize();
    for (let index = 0; index < 10_000; index += 1) cycle(index);
    expect(memorySize()).toBe(size);
  }, 60_000);

  it('is where it was after the steps of an hour', async () => {
    const { lab, memorySize } = await loadTrainingLabWithMemory();
    const trainer = lab.trainer(CIRCLE);
    const [frames, stepsPerFrame, framesPerLook] = [60 * 60 * 60, 10, 200];
    const train = () => {
      for (let frame = 0; frame < framesPerLook; frame += 1) trainer.step(stepsPerFrame);
      trainer.snapshot({
        evaluation: true,
        grid: { size: 100, units: true },
        layers: true,
        weights: true,
      });
    };
    train();
    const size = memorySize();
    for (let frame = framesPerLook; frame < frames; frame += framesPerLook) train();
    expect(trainer.progress().steps).toBe(frames * stepsPerFrame);
    expect(memorySize()).toBe(size);
  }, 60_000);

  it('may grow, and what was given stays as it was', async () => {
    const { lab, memorySize } = await loadTrainingLabWithMemory();
    const small = lab.trainer(XOR);
    small.step(10);
    const weights = small.weights();
    const grid = small.grid({ size: 10, units: true });
    const [weightsBefore, gridBefore] = [weights.slice(), grid.values.slice()];
    const hash = small.hash();
    const size = memorySize();
    const large = lab.trainer({
      ...XOR,
      layers: [...Array(20).fill({ width: 256 }), { width: 1, activation: 'identity' }],
    });
    small.grid({ size: 1024, units: true });
    large.step();
    expect(memorySize()).toBeGreaterThan(2 * size);
    expect(weights).toEqual(weightsBefore);
    expect(grid.values).toEqual(gridBefore);
    expect(small.hash()).toBe(hash);
    expect(small.grid({ size: 10, units: true })).toEqual(grid);
    expect(lab.evaluate('relu', [-1, 2]).value).toEqual(Float32Array.of(0, 2));
    large.dispose();
    expect(small.step()).toBe(1);
  });

  it('is bounded for all trainers together, and given back', async () => {
    const { lab } = await loadTrainingLabWithMemory();
    const spec = {
      ...XOR,
      optimizer: 'adam',
      layers: [...Array(30).fill({ width: 256 }), { width: 1, activation: 'identity' }],
    };
    const trainers: { dispose(): void }[] = [];
    const error = engineErrorOf(() => {
      for (;;) trainers.push(lab.trainer(spec));
    });
    expect([error.code, error.argument]).toEqual(['too-large', 'spec']);
    expect(error.problems[0]?.maximum).toBe(512 * 1024 * 1024);
    expect(trainers.length).toBeGreaterThan(5);
    trainers.pop()?.dispose();
    trainers.pop()?.dispose();
    const again = lab.trainer(spec);
    expect(again.step()).toBe(1);
    // Exchanged data count as often as there are data.
    for (let count = 0; count < 40; count += 1) again.setData({ dataset: 'circle', samples: 100_000 });
    again.setData({ dataset: 'circle' });
    expect(() => lab.trainer({ ...XOR }).step()).not.toThrow();
  }, 60_000);

  it('of a trainer that nothing refers to is given back some time', async () => {
    const { lab, core } = await loadTrainingLabWithMemory();
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    (() => {
      for (let index = 0; index < 10; index += 1) lab.trainer(XOR);
    })();
    const kept = lab.trainer(XOR);
    await vi.waitFor(() => {
      collect();
      for (let handle = 1; handle <= 10; handle += 1) {
        expect(core.describeTrainer(handle).length).toBe(0);
      }
    });
    expect(kept.step()).toBe(1);
  });
});

describe('a core that runs out of memory', () => {
  it('says so at once and at every later call', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const { lab, core } = await loadTrainingLabWithMemory();
    const trainer = lab.trainer(XOR);
    const calls = [
      () => core.numbersToGive(2 ** 30),
      () => trainer.step(),
      () => lab.trainer(XOR),
      () => lab.evaluate('relu', [1]),
      () => trainer.dispose(),
    ];
    for (const call of calls) {
      const error = engineErrorOf(call);
      expect([error.code, error.argument]).toEqual(['crashed', 'lab']);
      expect(error.cause).toBeInstanceOf(WebAssembly.RuntimeError);
    }
    vi.restoreAllMocks();
  });
});

describe('loadTrainingLab', () => {
  it('knows where the core lies', async () => {
    const lab = await loadTrainingLab();
    expect(lab.choices.activations.length).toBeGreaterThan(40);
  });

  it('refuses a core without trainers', async () => {
    await expect(loadTrainingLab({ wasm: await readWasm() })).rejects.toMatchObject({
      name: 'EngineError',
      code: 'load-failed',
    });
  });
});
