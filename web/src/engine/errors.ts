/** What went wrong, as a stable key: use it to choose a message in the user's language. */
export type EngineErrorCode =
  | 'unknown-activation'
  | 'unknown-parameter'
  | 'invalid-parameter'
  | 'invalid-input'
  | 'invalid-option'
  | 'detached-buffer'
  | 'shape-mismatch'
  | 'load-failed'
  | 'disposed';

/**
 * The only error the engine throws. The instance that threw it stays usable, except after `load-failed` and `disposed`.
 *
 * `argument` names the argument that was refused, as the caller wrote it: `key`, `parameters.alpha`, `options.order` ...
 */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: EngineErrorCode;
  readonly argument: string;

  constructor(code: EngineErrorCode, argument: string, message: string, options?: ErrorOptions) {
    super(`${argument}: ${message}`, options);
    this.code = code;
    this.argument = argument;
  }
}
