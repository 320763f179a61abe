/** Training in workers, for pages and elements: what this layer offers. */
export type { BackendKind } from './backend';
export type { Goal, Net, Pace, StopReason, Unit } from './protocol';
export { type SessionListener, type SessionState, TrainingSession } from './session';
export { watchVisibility } from './visibility';
