/** What the core says of itself. Made by the C++ catalogue; nothing here is repeated in TypeScript. */

/** A real interval; `null` stands for an infinite end. */
export interface Range {
  readonly lower: number | null;
  readonly upper: number | null;
  /** Whether the end itself is attained. */
  readonly lowerClosed: boolean;
  readonly upperClosed: boolean;
}

export interface ParameterInfo {
  /** The name PyTorch uses where it has the parameter, e.g. `negative_slope`. */
  readonly key: string;
  /** LaTeX, e.g. `\alpha`. */
  readonly symbol: string;
  readonly initial: number;
  /** Values the mathematics allows; the engine refuses others. */
  readonly minimum: number;
  readonly maximum: number;
  /** A slider moves between these, in these steps; numeric entry may go further, to `minimum` and `maximum`. */
  readonly sliderMinimum: number;
  readonly sliderMaximum: number;
  readonly step: number;
}

/** What all catalogues have in common. */
export interface CatalogueEntry {
  readonly key: string;
  readonly parameters: readonly ParameterInfo[];
}

export interface FrameworkCode {
  /** `torch.nn` constructor, e.g. `nn.ELU(alpha={alpha})`; empty where PyTorch has no module. */
  readonly pytorchModule: string;
  /** Differentiable PyTorch expression of `x`; `{alpha}` stands for the parameter. Never empty. */
  readonly pytorch: string;
  /** Keras expression of `x`; empty where Keras has no such activation. */
  readonly keras: string;
  /** JAX expression of `x`; empty where JAX has none. */
  readonly jax: string;
  /** ONNX operator with attributes, e.g. `Elu(alpha={alpha})`; empty where ONNX has none. */
  readonly onnx: string;
  /** Plain JavaScript expressions of `x` for f and f' (helper functions of `Math` only); empty for the vector kind. */
  readonly javascript: string;
  readonly javascriptDerivative: string;
}

export interface Paper {
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  /** An https address, or empty where there is no paper. */
  readonly url: string;
}

/** `rectifier` max-like, `sigmoidal` bounded and monotone, `gated` x times a gate, `shrinkage`, `periodic`, `radial`, `elementary`. */
export type Family = 'elementary' | 'rectifier' | 'sigmoidal' | 'gated' | 'shrinkage' | 'periodic' | 'radial';

/** Largest deviation from the exact result: within `ulp` units in the last place, or within `absolute`. */
export interface ErrorBound {
  readonly ulp: number;
  readonly absolute: number;
}

export interface ActivationInfo {
  readonly key: string;
  readonly name: string;
  /** Chinese name where the field has one of its own, else the same as `name`. */
  readonly nameZh: string;
  readonly aliases: readonly string[];
  readonly family: Family;
  /** LaTeX of f(x), f'(x) and f''(x). */
  readonly latex: string;
  readonly latexDerivative: string;
  readonly latexSecondDerivative: string;
  readonly parameters: readonly ParameterInfo[];
  readonly code: FrameworkCode;
  readonly paper: Paper;
  readonly accuracy: {
    readonly value: ErrorBound;
    readonly derivative: ErrorBound;
    readonly secondDerivative: ErrorBound;
  };
}

export interface VectorInfo {
  readonly key: string;
  readonly name: string;
  readonly nameZh: string;
  readonly latex: string;
  readonly latexJacobian: string;
  readonly parameters: readonly ParameterInfo[];
  readonly code: FrameworkCode;
  readonly paper: Paper;
  /** The absolute part holds for inputs up to 1 in magnitude and grows with the largest input beyond. */
  readonly accuracy: { readonly value: ErrorBound; readonly jacobian: ErrorBound };
}

export interface Catalogue {
  readonly activations: readonly ActivationInfo[];
  readonly vectors: readonly VectorInfo[];
}

/** Declared and measured properties of an activation for one choice of its parameters. */
export interface Properties {
  readonly range: Range;
  readonly monotone: boolean;
  /** `odd`: f(-x) = -f(x), so zero-centred for symmetric inputs; `even`: f(-x) = f(x). */
  readonly symmetry: 'odd' | 'even' | 'none';
  readonly zeroCentred: boolean;
  /** f'(x) tends to 0 as x tends to minus infinity / plus infinity. */
  readonly saturatesLeft: boolean;
  readonly saturatesRight: boolean;
  /** Points where f or f' jumps. */
  readonly kinks: readonly number[];
  /** Largest |f'|; `null` where f jumps or f' is unbounded. */
  readonly lipschitz: number | null;
  /** Largest and smallest f', and where they are attained; `null` values where unbounded. */
  readonly largestDerivative: { readonly value: number | null; readonly at: number | null };
  readonly smallestDerivative: { readonly value: number | null; readonly at: number | null };
  /** Isolated solutions of f(x) = x with f' there; |slope| < 1 attracts. */
  readonly fixedPoints: readonly { readonly x: number; readonly slope: number }[];
  /** Interval on which f(x) = x identically, or `null`. */
  readonly identityOn: Range | null;
}
