import { beforeAll, describe, expect, it } from 'vitest';
import { measure } from '../../../web/src/elements/activation-explorer/cost-measurement';
import type { Lab } from '../../../web/src/engine/activation-lab';
import { defaultChoice } from '../../../web/src/state/chosen-field';
import { naiveLoops } from '../../../web/tooling/vite-plugins/naive-loops';
import { loadBuiltLab } from './support';

interface Loops {
  value(input: Float32Array, parameters: Readonly<Record<string, number>>): Float32Array;
  both(
    input: Float32Array,
    parameters: Readonly<Record<string, number>>,
  ): readonly [Float32Array, Float32Array];
}

let lab: Lab;
let loops: Readonly<Record<string, Loops>>;
beforeAll(async () => {
  lab = await loadBuiltLab();
  const source = naiveLoops(lab.catalogue.activations);
  loops = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(source)}`)).loops;
});

/** Away from the places where a formula in float64 and a kernel in float32 may take different branches. */
const positions = Float32Array.from({ length: 400 }, (_, i) => -4 + i * 0.02 + 0.0037);

/** JavaScript has no erf: its formulas hold the published approximations. */
const TOLERANCE = 1e-5;

describe('the plain JavaScript loops', () => {
  it('compute what the core computes, for every activation', () => {
    for (const info of lab.catalogue.activations) {
      const { key, parameters } = defaultChoice(info);
      const { value, derivative } = lab.evaluate(key, positions, { parameters, order: 1 });
      const loop = loops[key] as Loops;
      const [naive, slope] = loop.both(positions, parameters);
      expect(loop.value(positions, parameters)).toEqual(naive);
      for (let i = 0; i < positions.length; i++) {
        const scale = Math.max(1, Math.abs(value[i] as number));
        expect(
          Math.abs((naive[i] as number) - (value[i] as number)) / scale,
          `${key}(${positions[i]})`,
        ).toBeLessThan(TOLERANCE);
        const slopeScale = Math.max(1, Math.abs(derivative?.[i] as number));
        expect(
          Math.abs((slope[i] as number) - (derivative?.[i] as number)) / slopeScale,
          `${key}′(${positions[i]})`,
        ).toBeLessThan(TOLERANCE);
      }
    }
  });

  it('are refused for a parameter that the activation does not have', () => {
    const [info] = lab.catalogue.activations;
    if (info === undefined) throw new Error('the catalogue is empty');
    const broken = { ...info, code: { ...info.code, javascript: '{nonsense} * x' } };
    expect(() => naiveLoops([broken])).toThrow(/nonsense/);
  });
});

describe('measure', () => {
  /** A clock that advances by what the contestants cost. */
  function fakeBench(controller = new AbortController()) {
    let time = 0;
    let breaths = 0;
    return {
      bench: {
        now: () => time,
        breathe: async () => {
          breaths++;
        },
        signal: controller.signal,
      },
      spend: (milliseconds: number) => () => {
        time += milliseconds;
      },
      breaths: () => breaths,
    };
  }

  it('gives nanoseconds per value', async () => {
    const { bench, spend } = fakeBench();
    const cost = await measure({ values: 1000, core: spend(0.001), naive: spend(0.004) }, bench);
    expect(cost.core).toBeCloseTo(1, 6);
    expect(cost.naive).toBeCloseTo(4, 6);
  });

  it('takes the fastest slice', async () => {
    const { bench, spend } = fakeBench();
    let calls = 0;
    const disturbed = () => spend(calls++ % 100_000 < 90_000 ? 0.001 : 0.5)();
    const cost = await measure({ values: 1000, core: disturbed, naive: spend(0.004) }, bench);
    expect(cost.core).toBeCloseTo(1, 6);
  });

  it('lets the page breathe between slices of a few milliseconds', async () => {
    const { bench, spend, breaths } = fakeBench();
    await measure({ values: 1, core: spend(1), naive: spend(1) }, bench);
    expect(breaths()).toBeGreaterThan(14);
  });

  it('stops when it is cancelled', async () => {
    const controller = new AbortController();
    const { bench, spend } = fakeBench(controller);
    controller.abort(new Error('enough'));
    await expect(measure({ values: 1, core: spend(1), naive: spend(1) }, bench)).rejects.toThrow('enough');
  });
});
