import type { Feature } from '../engine/training/spec';

/** Python expressions of the columns `x1` and `x2`; `ops` stands for the module with the functions. */
const EXPRESSIONS: Readonly<Record<Feature, string>> = {
  x1: 'x1',
  x2: 'x2',
  x1_squared: 'x1 * x1',
  x2_squared: 'x2 * x2',
  x1_x2: 'x1 * x2',
  sin_x1: 'ops.sin(x1)',
  sin_x2: 'ops.sin(x2)',
  cos_x1: 'ops.cos(x1)',
  cos_x2: 'ops.cos(x2)',
};

export function featureExpression(feature: Feature, module: string): string {
  return EXPRESSIONS[feature].replace(/\bops\b/, module);
}
