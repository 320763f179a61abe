import { EngineError } from '../engine/errors';
import type { Refusal } from './protocol';

/** An error as plain data. What is no EngineError is a fault of the program and ends the worker's usefulness. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof EngineError) {
    const { code, argument, message, problems } = error;
    return { code, argument, message, problems };
  }
  return { code: 'crashed', argument: 'worker', message: `worker: ${error}`, problems: [] };
}

/** The EngineError that was refused with. */
export function errorOf({ code, argument, message, problems }: Refusal): EngineError {
  const sentence = message.startsWith(`${argument}: `) ? message.slice(argument.length + 2) : message;
  return new EngineError(code, argument, sentence, { problems });
}
