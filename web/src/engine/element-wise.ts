import type { BlockCore } from '#core';
import {
  checkInput,
  checkOptions,
  checkTargetBeside,
  describe,
  type Numbers,
  writeParameters,
} from './arguments';
import type { CatalogueEntry, ParameterInfo } from './catalogue';
import { CatalogueIndex } from './catalogue-index';
import { EngineError } from './errors';

/** Parameters by key; those left out keep their initial value. */
export type Parameters = Readonly<Record<string, number>>;

const ORDERS = [0, 1, 2] as const;

/** f; also f'; also f''. */
export type Order = (typeof ORDERS)[number];

export interface EvaluateOptions<Available extends Order = Order> {
  readonly parameters?: Parameters;
  /** 0: the value; 1: also the derivative; 2: also the second derivative. Default 0. */
  readonly order?: Available;
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

/** What can say where the curves of activations run. */
export interface CurveSource {
  /** As `Lab.evaluate`. */
  evaluate(key: string, x: Numbers, options?: EvaluateOptions<0 | 1>): Evaluation;
}

const CURVES = ['value', 'derivative', 'secondDerivative'] as const;

/** Where each curve of an order goes: into the given array, or a new one. */
function resultArrays(
  order: Order,
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

/** What a core computes element by element, in blocks that fit its buffers. */
export class ElementWise {
  readonly #core: BlockCore;
  readonly #activations: CatalogueIndex<CatalogueEntry>;
  readonly #views: () => readonly Float32Array[];
  readonly #orders: readonly Order[];
  #buffers: readonly Float32Array[];

  /** @param curves views on where the core writes f, f' and, where it can, f'' */
  constructor(
    core: BlockCore,
    activations: readonly CatalogueEntry[],
    curves: () => readonly Float32Array[],
  ) {
    this.#core = core;
    this.#activations = new CatalogueIndex(activations);
    this.#views = () => [core.inputView(), ...curves()];
    this.#buffers = this.#views();
    this.#orders = ORDERS.slice(0, this.#buffers.length - 1);
  }

  /** The buffer of the input; valid until the memory of the core grows. */
  get input(): Float32Array {
    // Views have length 0 after the memory of the core has grown.
    if (this.#buffers[0]?.length === 0) this.#buffers = this.#views();
    return this.#buffers[0] as Float32Array;
  }

  /** @throws EngineError as `Lab.evaluate` */
  evaluate(key: string, x: Numbers, options?: EvaluateOptions): Evaluation {
    const { index, info } = this.#activations.find(key);
    const { order = 0, parameters, into } = checkOptions(options, 'options');
    this.#checkOrder(order);
    const input = checkInput(x);
    const results = resultArrays(order, input, checkOptions(into, 'options.into'));
    this.setParameters(info.parameters, parameters);
    this.run(index, order, input, results);
    const [value, derivative, secondDerivative] = results as [Float32Array, Float32Array, Float32Array];
    if (order === 0) return { value };
    return order === 1 ? { value, derivative } : { value, derivative, secondDerivative };
  }

  #checkOrder(order: unknown): asserts order is Order {
    if (this.#orders.includes(order as Order)) return;
    const orders = this.#orders.join(' or ');
    throw new EngineError('invalid-option', 'options.order', `must be ${orders}, not ${describe(order)}`);
  }

  /**
   * Gives the core the parameters of an activation.
   *
   * @returns the number that the core knows it by
   * @throws EngineError `unknown-activation`, `unknown-parameter` or `invalid-parameter`
   */
  choose(key: string, parameters: unknown): number {
    const { index, info } = this.#activations.find(key);
    this.setParameters(info.parameters, parameters);
    return index;
  }

  /** @throws EngineError `unknown-parameter` or `invalid-parameter` */
  setParameters(infos: readonly ParameterInfo[], parameters: unknown): void {
    writeParameters(this.#core.parameterView(), infos, checkOptions(parameters, 'parameters'));
  }

  /** Computes the curves of an order; `results` are as long as `input`. */
  run(index: number, order: Order, input: Float32Array, results: readonly Float32Array[]): void {
    const total = input.length;
    this.inBlocks(total, (start, size) => {
      this.input.set(size === total ? input : input.subarray(start, start + size));
      this.#core.evaluate(index, order, size);
      results.forEach((result, curve) => {
        result.set((this.#buffers[curve + 1] as Float32Array).subarray(0, size), start);
      });
    });
  }

  /** Calls `run` for piece after piece, each as long as the buffers at most. */
  inBlocks(total: number, run: (start: number, size: number) => void): void {
    const capacity = this.input.length;
    for (let start = 0; start < total; start += capacity) run(start, Math.min(capacity, total - start));
  }
}
