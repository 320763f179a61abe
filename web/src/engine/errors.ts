import type { Problem } from './problem';

/** What went wrong, as a stable key: use it to choose a message in the user's language. */
export type EngineErrorCode =
  | 'unknown-activation'
  | 'unknown-parameter'
  | 'invalid-parameter'
  | 'invalid-input'
  | 'invalid-option'
  | 'invalid-setup'
  | 'invalid-document'
  | 'too-large'
  | 'detached-buffer'
  | 'shape-mismatch'
  | 'load-failed'
  | 'crashed'
  | 'disposed';

export interface EngineErrorOptions extends ErrorOptions {
  readonly problems?: readonly Problem[];
}

/**
 * The only error the engine throws. What threw it stays usable, except after `load-failed`, `disposed` and `crashed`:
 * the memory of a core that ran out of it cannot be trusted, so every later call ends with `crashed`.
 *
 * `argument` names the argument that was refused, as the caller wrote it: `key`, `parameters.alpha`, `options.order` ...
 */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: EngineErrorCode;
  readonly argument: string;
  /** Everything that is wrong with a set-up or a document; empty for other errors. */
  readonly problems: readonly Problem[];

  constructor(code: EngineErrorCode, argument: string, message: string, options: EngineErrorOptions = {}) {
    super(`${argument}: ${message}`, options);
    this.code = code;
    this.argument = argument;
    this.problems = options.problems ?? [];
  }
}
