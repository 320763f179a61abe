import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Lab, loadLab } from '../../../web/src/engine/activation-lab';
import { bytes, engineErrorOf, loadBuiltLab, readWasm } from './support';

let lab: Lab;
beforeAll(async () => {
  lab = await loadBuiltLab();
});

const BLOCK = 16384;

describe('loadLab', () => {
  it('accepts bytes and a compiled module', async () => {
    const module = await WebAssembly.compile(await readWasm());
    const other = await loadLab({ wasm: module });
    expect(other.evaluate('relu', [-1, 2]).value).toEqual(Float32Array.of(0, 2));
  });

  it('finds the core by its file address in Node', async () => {
    const other = await loadLab();
    expect(other.catalogue).toEqual(lab.catalogue);
  });

  it('says what went wrong where it cannot load', async () => {
    await expect(loadLab({ wasm: new URL('file:///nowhere/core.wasm') })).rejects.toMatchObject({
      name: 'EngineError',
      code: 'load-failed',
      argument: 'wasm',
    });
    await expect(loadLab({ wasm: new Uint8Array([1, 2, 3]) })).rejects.toMatchObject({ code: 'load-failed' });
  });
});

describe('evaluate', () => {
  it('gives as many curves as the order asks for', () => {
    expect(Object.keys(lab.evaluate('tanh', [1]))).toEqual(['value']);
    expect(Object.keys(lab.evaluate('tanh', [1], { order: 1 }))).toEqual(['value', 'derivative']);
    expect(Object.keys(lab.evaluate('tanh', [1], { order: 2 }))).toEqual([
      'value',
      'derivative',
      'secondDerivative',
    ]);
  });

  it('gives the same numbers whatever the order, the length and the place in the array', () => {
    const { activations } = lab.catalogue;
    const x = new Float32Array(BLOCK * 2 + 5).map((_, index) => index / 2048 - 8);
    for (const { key } of activations) {
      const all = lab.evaluate(key, x, { order: 2 });
      expect(bytes(lab.evaluate(key, x).value).equals(bytes(all.value)), key).toBe(true);
      expect(bytes(lab.evaluate(key, x, { order: 1 }).derivative).equals(bytes(all.derivative)), key).toBe(
        true,
      );
      for (const index of [0, 1, BLOCK - 1, BLOCK, x.length - 1]) {
        const alone = lab.evaluate(key, x.subarray(index, index + 1), { order: 2 });
        expect([alone.value[0], alone.derivative?.[0], alone.secondDerivative?.[0]]).toEqual([
          all.value[index],
          all.derivative?.[index],
          all.secondDerivative?.[index],
        ]);
      }
    }
  });

  it('uses initial values for parameters that are left out, and forgets given ones afterwards', () => {
    expect(lab.evaluate('elu', [-20], { parameters: { alpha: 3 } }).value[0]).toBeCloseTo(-3, 6);
    expect(lab.evaluate('elu', [-20]).value[0]).toBeCloseTo(-1, 6);
  });

  it('returns copies that later calls leave alone', () => {
    const first = lab.evaluate('relu', [1, 2, 3]).value;
    lab.evaluate('relu', [7, 8, 9]);
    expect(first).toEqual(Float32Array.of(1, 2, 3));
  });

  it('leaves its input as it was', () => {
    const x = Float32Array.of(-1, 0, 1);
    lab.evaluate('sigmoid', x, { order: 2 });
    expect(x).toEqual(Float32Array.of(-1, 0, 1));
  });

  it('writes into given arrays, of which one may be the input', () => {
    const x = new Float32Array(BLOCK + 7).map((_, index) => index / 1024 - 8);
    const expected = lab.evaluate('silu', x, { order: 1 });
    const derivative = new Float32Array(x.length);
    const results = lab.evaluate('silu', x, { order: 1, into: { value: x, derivative } });
    expect(results.value).toBe(x);
    expect(results.derivative).toBe(derivative);
    expect(bytes(x).equals(bytes(expected.value))).toBe(true);
    expect(bytes(derivative).equals(bytes(expected.derivative))).toBe(true);
  });

  it('refuses arrays that results would overwrite each other in', () => {
    const memory = new Float32Array(12);
    const x = memory.subarray(0, 4);
    const refused: [object, string][] = [
      [{ value: new Float32Array(3) }, 'options.into.value'],
      [{ value: [0, 0, 0, 0] }, 'options.into.value'],
      [{ value: memory.subarray(1, 5) }, 'options.into.value'],
      [{ value: x, derivative: x }, 'options.into.derivative'],
      [{ value: memory.subarray(4, 8), derivative: memory.subarray(6, 10) }, 'options.into.derivative'],
    ];
    for (const [into, argument] of refused) {
      const error = engineErrorOf(() => lab.evaluate('relu', x, { order: 1, into }));
      expect([error.code, error.argument]).toEqual(['invalid-option', argument]);
    }
    lab.evaluate('relu', x, {
      order: 1,
      into: { value: memory.subarray(4, 8), derivative: memory.subarray(8) },
    });
  });

  it('refuses what it cannot take, and stays usable', () => {
    const detached = new Float32Array(4);
    structuredClone(detached, { transfer: [detached.buffer] });
    const refused: [() => unknown, string, string][] = [
      [() => lab.evaluate('no_such', [1]), 'unknown-activation', 'key'],
      [() => lab.evaluate(3 as never, [1]), 'unknown-activation', 'key'],
      [() => lab.evaluate('__proto__', [1]), 'unknown-activation', 'key'],
      [() => lab.evaluate('relu', []), 'invalid-input', 'x'],
      [() => lab.evaluate('relu', 'abc' as never), 'invalid-input', 'x'],
      [() => lab.evaluate('relu', null as never), 'invalid-input', 'x'],
      [() => lab.evaluate('relu', new Float64Array(2) as never), 'invalid-input', 'x'],
      [() => lab.evaluate('relu', [1, '2' as never]), 'invalid-input', 'x[1]'],
      [() => lab.evaluate('relu', { length: 2 ** 40 } as never), 'invalid-input', 'x'],
      [() => lab.evaluate('relu', detached), 'detached-buffer', 'x'],
      [() => lab.evaluate('relu', [1], { order: 3 as never }), 'invalid-option', 'options.order'],
      [() => lab.evaluate('relu', [1], 5 as never), 'invalid-option', 'options'],
      [
        () => lab.evaluate('relu', [1], { parameters: { alpha: 1 } }),
        'unknown-parameter',
        'parameters.alpha',
      ],
      [
        () => lab.evaluate('elu', [1], { parameters: { alpha: Number.NaN } }),
        'invalid-parameter',
        'parameters.alpha',
      ],
      [
        () => lab.evaluate('elu', [1], { parameters: { alpha: -1 } }),
        'invalid-parameter',
        'parameters.alpha',
      ],
      [
        () => lab.evaluate('elu', [1], { parameters: { alpha: '1' as never } }),
        'invalid-parameter',
        'parameters.alpha',
      ],
    ];
    for (const [call, code, argument] of refused) {
      const error = engineErrorOf(call);
      expect([error.code, error.argument]).toEqual([code, argument]);
      expect(error.message).toContain(argument);
      expect(lab.evaluate('relu', [-1, 1]).value).toEqual(Float32Array.of(0, 1));
    }
  });

  it('refuses more numbers than an answer can hold', () => {
    const huge = new Float32Array(2 ** 26 + 1);
    expect(engineErrorOf(() => lab.evaluate('relu', huge)).code).toBe('invalid-input');
  });

  it('never fails in any other way than by an EngineError', () => {
    const keys = lab.catalogue.activations.map(({ key }) => key);
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...keys), fc.anything()),
        fc.anything(),
        fc.anything(),
        (key, x, options) => {
          try {
            lab.evaluate(key as never, x as never, options as never);
          } catch (error) {
            expect(error).toHaveProperty('name', 'EngineError');
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('the catalogue', () => {
  it('holds at least forty activations, sorted by key', () => {
    const keys = lab.catalogue.activations.map(({ key }) => key);
    expect(keys.length).toBeGreaterThanOrEqual(40);
    expect(keys).toEqual([...keys].sort());
  });

  it('can be evaluated whole, with parameters at both ends of their sliders', () => {
    for (const { key, parameters } of lab.catalogue.activations) {
      for (const end of ['sliderMinimum', 'sliderMaximum', 'initial'] as const) {
        const chosen = Object.fromEntries(parameters.map((parameter) => [parameter.key, parameter[end]]));
        const { value } = lab.evaluate(key, [-2, 0.5, 2], { parameters: chosen });
        expect([...value].every(Number.isFinite), `${key} ${JSON.stringify(chosen)}`).toBe(true);
      }
    }
  });
});

describe('checkGradient', () => {
  it('finds three ways to the same derivative, for every activation away from kinks', () => {
    for (const { key } of lab.catalogue.activations) {
      const { analytic, automatic, finiteDifference } = lab.checkGradient(key, 0.7371);
      expect(Math.abs(analytic - automatic), key).toBeLessThan(3e-7);
      expect(Math.abs(analytic - finiteDifference), key).toBeLessThan(2e-5);
    }
  });

  it('refuses what is not a finite number', () => {
    expect(engineErrorOf(() => lab.checkGradient('relu', Number.NaN)).argument).toBe('x');
    expect(engineErrorOf(() => lab.checkGradient('relu', Number.POSITIVE_INFINITY)).code).toBe(
      'invalid-input',
    );
  });
});

describe('sample', () => {
  it('gives the same numbers for the same seed, whatever came before', () => {
    const normal = { kind: 'normal', mean: 1, deviation: 2 } as const;
    const first = lab.sample(normal, BLOCK + 100, 7);
    lab.sample({ kind: 'uniform', lower: 0, upper: 1 }, 10, 3);
    expect(bytes(lab.sample(normal, BLOCK + 100, 7)).equals(bytes(first))).toBe(true);
    expect(lab.sample(normal, 50, 7)).toEqual(first.slice(0, 50));
    expect(lab.sample(normal, 50, 8)).not.toEqual(first.slice(0, 50));
  });

  it('follows the distribution', () => {
    const moments = (numbers: Float32Array) => {
      const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
      const variance = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / numbers.length;
      return [mean, variance] as const;
    };
    const [mean, variance] = moments(lab.sample({ kind: 'normal', mean: 1, deviation: 2 }, 200_000));
    expect(mean).toBeCloseTo(1, 1);
    expect(variance).toBeCloseTo(4, 1);
    const [middle, spread] = moments(lab.sample({ kind: 'uniform', lower: -1, upper: 3 }, 200_000));
    expect(middle).toBeCloseTo(1, 1);
    expect(spread).toBeCloseTo(16 / 12, 1);
  });

  it('refuses distributions that do not exist', () => {
    const refused: [() => unknown, string][] = [
      [() => lab.sample({ kind: 'cauchy' } as never, 1), 'distribution.kind'],
      [() => lab.sample({ kind: 'normal', mean: 0, deviation: -1 }, 1), 'distribution.deviation'],
      [() => lab.sample({ kind: 'uniform', lower: 1, upper: 0 }, 1), 'distribution.upper'],
      [() => lab.sample({ kind: 'uniform', lower: 0, upper: 1 }, 0), 'count'],
      [() => lab.sample({ kind: 'uniform', lower: 0, upper: 1 }, 1, -1), 'seed'],
      [() => lab.sample(undefined as never, 1), 'distribution.kind'],
    ];
    for (const [call, argument] of refused) expect(engineErrorOf(call).argument).toBe(argument);
  });
});

describe('vector', () => {
  it('gives values and a Jacobian of matching shape', () => {
    const { value, jacobian } = lab.vector('softmax', [1, 2, 3]);
    expect(value).toHaveLength(3);
    expect(jacobian).toHaveLength(9);
    expect([...value].reduce((sum, probability) => sum + probability, 0)).toBeCloseTo(1, 6);
    expect(jacobian[1]).toBeCloseTo(-(value[0] as number) * (value[1] as number), 6);
  });

  it('takes every vector activation of the catalogue', () => {
    for (const { key } of lab.catalogue.vectors) {
      const { value, jacobian } = lab.vector(key, [1, -2, 3, 0.5]);
      expect(jacobian, key).toHaveLength(value.length * 4);
    }
  });

  it('refuses lengths that do not fit', () => {
    expect(engineErrorOf(() => lab.vector('glu', [1, 2, 3])).code).toBe('shape-mismatch');
    expect(engineErrorOf(() => lab.vector('softmax', new Float32Array(257))).code).toBe('invalid-input');
    expect(engineErrorOf(() => lab.vector('relu', [1])).code).toBe('unknown-activation');
  });
});
