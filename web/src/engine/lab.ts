import type { Core } from '#core';
import {
  checkInput,
  checkNumber,
  checkOptions,
  describe,
  LARGEST_FLOAT,
  MAXIMUM_LENGTH,
  type Numbers,
} from './arguments';
import type { Catalogue, Properties, VectorInfo } from './catalogue';
import { CatalogueIndex } from './catalogue-index';
import { ElementWise, type EvaluateOptions, type Evaluation, type Parameters } from './element-wise';
import { EngineError } from './errors';
import { jsonOf } from './texts';

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

/**
 * The C++ core, ready for use. Every call checks its arguments first: a refused call throws an EngineError and leaves
 * the lab as it was. Numbers are the same, bit for bit, in every browser, in Node and natively.
 */
export class Lab {
  readonly catalogue: Catalogue;
  readonly #core: Core;
  readonly #elementWise: ElementWise;
  readonly #vectors: CatalogueIndex<VectorInfo>;

  /** Use `loadLab`. */
  constructor(core: Core) {
    this.#core = core;
    this.catalogue = jsonOf(core.describeCatalogue()) as Catalogue;
    this.#elementWise = new ElementWise(core, this.catalogue.activations, () => [
      core.valueView(),
      core.derivativeView(),
      core.secondDerivativeView(),
    ]);
    this.#vectors = new CatalogueIndex(this.catalogue.vectors);
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
    return this.#elementWise.evaluate(key, x, options);
  }

  /**
   * An activation of a whole vector, with its Jacobian.
   *
   * @param x 1 to 256 numbers; the gated kinds need an even length, maxout a multiple of `pieces`
   * @throws EngineError as `evaluate`, and `shape-mismatch` where the length does not fit
   */
  vector(key: string, x: Numbers, options?: { readonly parameters?: Parameters }): VectorEvaluation {
    const { index, info } = this.#vectors.find(key);
    const { parameters } = checkOptions(options, 'options');
    const input = checkInput(x, MAXIMUM_VECTOR_LENGTH);
    this.#elementWise.setParameters(info.parameters, parameters);
    const outputs = this.#core.vectorOutputLength(index, input.length);
    if (outputs === 0) {
      throw new EngineError('shape-mismatch', 'x', `${info.name} cannot take ${input.length} numbers`);
    }
    this.#elementWise.input.set(input);
    this.#core.evaluateVector(index, input.length);
    return {
      value: this.#core.valueView().slice(0, outputs),
      jacobian: this.#core.jacobianView().slice(0, outputs * input.length),
    };
  }

  /** What holds for this choice of parameters; the measured part takes about a millisecond. */
  properties(key: string, parameters?: Parameters): Properties {
    const index = this.#elementWise.choose(key, parameters);
    return jsonOf(this.#core.describeProperties(index)) as Properties;
  }

  /** f'(x) obtained in three independent ways. */
  checkGradient(key: string, x: number, parameters?: Parameters): GradientCheck {
    const at = Math.fround(checkNumber(x, 'x', -LARGEST_FLOAT, LARGEST_FLOAT));
    const index = this.#elementWise.choose(key, parameters);
    const derivative = new Float32Array(1);
    this.#elementWise.run(index, 1, Float32Array.of(at), [new Float32Array(1), derivative]);
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
    this.#elementWise.inBlocks(total, (start, size) => {
      fill(size);
      samples.set(this.#elementWise.input.subarray(0, size), start);
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
}
