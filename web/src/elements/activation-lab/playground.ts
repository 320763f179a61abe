import type { TrainerSpec } from '../../engine/training/spec';
import { toPlaygroundLink } from '../../exchange/playground/write-link';
import type { ViewState } from '../network/model/view-state';
import type { LabTexts } from './lab-texts';

/** Where TensorFlow Playground opens a set-up, or what it has nothing like. */
export type Playground = { readonly link: string } | { readonly obstacles: readonly string[] };

/** @param spec complete, as `Trainer.spec` gives it */
export function playgroundOf(
  texts: LabTexts,
  spec: TrainerSpec,
  { test, discretise }: ViewState,
): Playground {
  const written = toPlaygroundLink(spec, { showTestData: test, discretize: discretise });
  return 'link' in written
    ? written
    : { obstacles: written.obstacles.map((obstacle) => texts.obstacles[obstacle]) };
}
