import type { Core } from '#core';
import {
  checkInput,
  checkNumber,
  checkOptions,
  checkTargetBeside,
  describe,
  MAXIMUM_LENGTH,
  type Numbers,
  writeParameters,
} from './arguments';
import type { ActivationInfo, Catalogue, ParameterInfo, Properties, VectorInfo } from './catalogue';
import { EngineError } from './errors';

/** Parameters by key; those left out keep their initial value. */
export type Parameters = Readonly<Record<string, number>>;

export interface EvaluateOptions {
  readonly parameters?: Parameters;
  /** 0: the value; 1: also the derivative; 2: also the second derivative. Default 0. */
  readonly order?: 0 | 1 | 2;
  /**
   * Arrays to write to, each as long as `x`. One of them may be `x` itself; otherwise they must not overlap. What is
   * not given is made: fresh memory costs more than most activations, so a loop should give the same arrays each time.
   */
  readonly into?: Partial<Evaluation>;
}

/** One number for each input, in the order of the inputs. */
export interface Evaluation {
  readonly value: Float32Array;
  readonly derivative?: Float32Array;
  readonly secondDerivative?: Float32Array;
}

export interface VectorEvaluation {
  readonly value: Float32Array;
  /** Row-major, outputs x inputs: entry (i, j) is the derivative of output i by input j. */
  readonly jacobian: Float32Array;
}

export interface GradientCheck {
  /** The hand-written derivative as the float32 kernel gives it. */
  readonly analytic: number;
  /** Forward-mode automatic differentiation of the formula of f, in float64. */
  readonly automatic: number;
  /** (f(x + h) - f(x - h)) / 2h in float64. */
  readonly finiteDifference: number;
  /** h. */
  readonly step: number;
}

export type Distribution =
  | { readonly kind: 'normal'; readonly mean: number; readonly deviation: number }
  | { readonly kind: 'uniform'; readonly lower: number; readonly upper: number };

/** Longest input of the vector kind: its Jacobian holds up to this squared numbers, twice that for CReLU. */
export const MAXIMUM_VECTOR_LENGTH = 256;

const CURVES = ['value', 'derivative', 'secondDerivative'] as const;

interface Indexed<Info> {
  readonly index: number;
  readonly info: Info;
}

function indexByKey<Info extends { readonly key: string }>(
  infos: readonly Info[],
): ReadonlyMap<string, Indexed<Info>> {
  return new Map(infos.map((info, index) => [info.key, { index, info }]));
}

function find<Info>(map: ReadonlyMap<string, Indexed<Info>>, key: unknown): Indexed<Info> {
  const found = typeof key === 'string' ? map.get(key) : undefined;
  if (!found) throw new EngineError('unknown-activation', 'key', `no activation is called ${describe(key)}`);
  return found;
}

/** Where each curve of an order goes: into the given array, or a new one. */
function resultArrays(
  order: 0 | 1 | 2,
  input: Float32Array,
  into: Readonly<Record<string, unknown>>,
): readonly Float32Array[] {
  const results: Float32Array[] = [];
  for (const name of CURVES.slice(0, order + 1)) {
    const given = into[name];
    results.push(
      given === undefined
        ? new Float32Array(input.length)
        : checkTargetBeside(given, input, results, `options.into.${name}`),
    );
  }
  return results;
}

/**
 * The C++ core, ready for use. Every call checks its arguments first: a refused call throws an EngineError and leaves
 * the lab as it was. Numbers are the same, bit for bit, in every browser, in Node and natively.
 */
export class Lab {
  readonly catalogue: Catalogue;
  readonly #core: Core;
  readonly #activations: ReadonlyMap<string, Indexed<ActivationInfo>>;
  readonly #vectors: ReadonlyMap<string, Indexed<VectorInfo>>;
  #input: Float32Array;
  #outputs: readonly [Float32Array, Float32Array, Float32Array];

  /** Use `loadLab`. */
  constructor(core: Core) {
    this.#core = core;
    this.catalogue = JSON.parse(core.describeCatalogue()) as Catalogue;
    this.#activations = indexByKey(this.catalogue.activations);
    this.#vectors = indexByKey(this.catalogue.vectors);
    this.#input = core.inputView();
    this.#outputs = [core.valueView(), core.derivativeView(), core.secondDerivativeView()];
  }

  /**
   * An activation, element by element.
   *
   * @param key of the catalogue, e.g. `relu`
   * @param x 1 to 2^26 numbers, rounded to float32; NaN gives NaN, infinities give the limit where there is one
   * @throws EngineError `unknown-activation`, `unknown-parameter`, `invalid-parameter`, `invalid-input`,
   *   `invalid-option` or `detached-buffer`
   */
  evaluate(key: string, x: Numbers, options?: EvaluateOptions): Evaluation {
    const { index, info } = find(this.#activations, key);
    const { order = 0, parameters, into } = checkOptions(options, 'options');
    if (order !== 0 && order !== 1 && order !== 2) {
      throw new EngineError('invalid-option', 'options.order', `must be 0, 1 or 2, not ${describe(order)}`);
    }
    const input = checkInput(x);
    const results = resultArrays(order, input, checkOptions(into, 'options.into'));
    this.#setParameters(info.parameters, parameters);
    this.#evaluate(index, order, input, results);
    const [value, derivative, secondDerivative] = results as [Float32Array, Float32Array, Float32Array];
    if (order === 0) return { value };
    return order === 1 ? { value, derivative } : { value, derivative, secondDerivative };
  }

  /**
   * An activation of a whole vector, with its Jacobian.
   *
   * @param x 1 to 256 numbers; the gated kinds need an even length, maxout a multiple of `pieces`
   * @throws EngineError as `evaluate`, and `shape-mismatch` where the length does not fit
   */
  vector(key: string, x: Numbers, options?: { readonly parameters?: Parameters }): VectorEvaluation {
    const { index, info } = find(this.#vectors, key);
    const { parameters } = checkOptions(options, 'options');
    const input = checkInput(x, MAXIMUM_VECTOR_LENGTH);
    this.#setParameters(info.parameters, parameters);
    const outputs = this.#core.vectorOutputLength(index, input.length);
    if (outputs === 0) {
      throw new EngineError('shape-mismatch', 'x', `${info.name} cannot take ${input.length} numbers`);
    }
    this.#refreshViews();
    this.#input.set(input);
    this.#core.evaluateVector(index, input.length);
    return {
      value: this.#core.valueView().slice(0, outputs),
      jacobian: this.#core.jacobianView().slice(0, outputs * input.length),
    };
  }

  /** What holds for this choice of parameters; the measured part takes about a millisecond. */
  properties(key: string, parameters?: Parameters): Properties {
    const { index, info } = find(this.#activations, key);
    this.#setParameters(info.parameters, parameters);
    return JSON.parse(this.#core.describeProperties(index)) as Properties;
  }

  /** f'(x) obtained in three independent ways. */
  checkGradient(key: string, x: number, parameters?: Parameters): GradientCheck {
    const { index, info } = find(this.#activations, key);
    const at = Math.fround(checkNumber(x, 'x', -3.4028234663852886e38, 3.4028234663852886e38));
    this.#setParameters(info.parameters, parameters);
    const derivative = new Float32Array(1);
    this.#evaluate(index, 1, Float32Array.of(at), [new Float32Array(1), derivative]);
    // The core's float64 functions are good to 2^-34: their cube root balances rounding against truncation.
    const step = 2 ** -11 * Math.max(1, Math.abs(at));
    const above = this.#sample(index, at + step).value;
    const below = this.#sample(index, at - step).value;
    return {
      analytic: derivative[0] as number,
      automatic: this.#sample(index, at).automatic,
      finiteDifference: (above - below) / (2 * step),
      step,
    };
  }

  /**
   * Random numbers, the same for the same seed everywhere.
   *
   * @param count 1 to 2^26
   * @param seed an integer from 0 to 2^32 - 1
   */
  sample(distribution: Distribution, count: number, seed = 1): Float32Array {
    const { kind } = checkOptions(distribution, 'distribution');
    const total = Math.trunc(checkNumber(count, 'count', 1, MAXIMUM_LENGTH));
    this.#core.seedRandom(Math.trunc(checkNumber(seed, 'seed', 0, 2 ** 32 - 1)));
    const fill = this.#filler(distribution, kind);
    const samples = new Float32Array(total);
    this.#inBlocks(total, (start, size) => {
      fill(size);
      samples.set(this.#input.subarray(0, size), start);
    });
    return samples;
  }

  #filler(distribution: Distribution, kind: unknown): (count: number) => void {
    if (kind === 'normal') {
      const { mean, deviation } = distribution as Distribution & { kind: 'normal' };
      checkNumber(mean, 'distribution.mean');
      checkNumber(deviation, 'distribution.deviation', 0);
      return (size) => this.#core.fillNormal(mean, deviation, size);
    }
    if (kind === 'uniform') {
      const { lower, upper } = distribution as Distribution & { kind: 'uniform' };
      checkNumber(lower, 'distribution.lower');
      checkNumber(upper, 'distribution.upper', lower);
      return (size) => this.#core.fillUniform(lower, upper, size);
    }
    throw new EngineError(
      'invalid-option',
      'distribution.kind',
      `must be "normal" or "uniform", not ${describe(kind)}`,
    );
  }

  #setParameters(infos: readonly ParameterInfo[], parameters: unknown): void {
    this.#refreshViews();
    writeParameters(this.#core.parameterView(), infos, checkOptions(parameters, 'parameters'));
  }

  #evaluate(index: number, order: 0 | 1 | 2, input: Float32Array, results: readonly Float32Array[]): void {
    this.#refreshViews();
    const total = input.length;
    this.#inBlocks(total, (start, size) => {
      this.#input.set(size === total ? input : input.subarray(start, start + size));
      this.#core.evaluate(index, order, size);
      results.forEach((result, curve) => {
        result.set((this.#outputs[curve] as Float32Array).subarray(0, size), start);
      });
    });
  }

  #sample(index: number, x: number): { readonly value: number; readonly automatic: number } {
    this.#core.sample(index, x);
    const [value, , , automatic] = this.#core.sampleView() as unknown as readonly [
      number,
      number,
      number,
      number,
    ];
    return { value, automatic };
  }

  #inBlocks(total: number, run: (start: number, size: number) => void): void {
    const capacity = this.#input.length;
    for (let start = 0; start < total; start += capacity) run(start, Math.min(capacity, total - start));
  }

  /** Views have length 0 after the memory of the core has grown. */
  #refreshViews(): void {
    if (this.#input.length > 0) return;
    this.#input = this.#core.inputView();
    this.#outputs = [this.#core.valueView(), this.#core.derivativeView(), this.#core.secondDerivativeView()];
  }
}
