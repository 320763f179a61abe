import { type Lab, loadLab } from '../engine/activation-lab';

let shared: Promise<Lab> | undefined;

/** The one lab of the page, loaded at the first call. After a failure the next call tries again. */
export function whenLab(): Promise<Lab> {
  shared ??= loadLab().catch((error: unknown) => {
    shared = undefined;
    throw error;
  });
  return shared;
}
