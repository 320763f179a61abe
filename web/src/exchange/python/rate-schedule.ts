import type { Schedule } from '../../engine/training/spec';
import { fillCode } from './text';

/**
 * The factor on the learning rate as a Python expression of `step`, which is 0 for the first one.
 *
 * @param functions where `floor`, `cos` and `minimum` are
 */
export function scheduleFactor(
  { kind, steps, factor }: Required<Schedule>,
  functions: { readonly floor: string; readonly cos: string; readonly minimum: string },
): string | null {
  const { floor, cos, minimum } = functions;
  const templates = {
    constant: null,
    step: `{factor} ** ${floor}(step / {steps})`,
    cosine: `{factor} + (1 - {factor}) * (1 + ${cos}(math.pi * ${minimum}(step / {steps}, 1.0))) / 2`,
    warm_up: `${minimum}((step + 1) / {steps}, 1.0)`,
  } as const;
  const template = templates[kind];
  return template && fillCode(template, { steps, factor });
}
