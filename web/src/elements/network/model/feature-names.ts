import type { Feature } from '../../../engine/training/spec';

/** The same in every language. */
export const FEATURE_NAMES: Readonly<Record<Feature, string>> = {
  x1: 'x₁',
  x2: 'x₂',
  x1_squared: 'x₁²',
  x2_squared: 'x₂²',
  x1_x2: 'x₁x₂',
  sin_x1: 'sin x₁',
  sin_x2: 'sin x₂',
  cos_x1: 'cos x₁',
  cos_x2: 'cos x₂',
};
