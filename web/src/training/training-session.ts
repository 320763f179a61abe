/** Training in workers, for pages and elements: what this layer offers. */
export type { BackendKind } from './backend';
export {
  Ensemble,
  type EnsembleListener,
  type EnsembleOptions,
  type EnsembleSetup,
  MAXIMUM_SEEDS,
  type SeedOutcome,
} from './ensemble';
export type { Goal, Net, Pace, StopReason, Unit } from './protocol';
export { type SessionListener, type SessionState, TrainingSession } from './session';
export type { TrialResult } from './trial';
export { watchVisibility } from './visibility';
