import type { Problem } from '../problem';
import { refusal } from './refusal';
import { readGeneratedData } from './setup-reader';
import type { GeneratedData } from './spec';

/** Whether it is made from a seed. */
export function isGenerated(data: unknown): data is GeneratedData {
  return typeof data === 'object' && data !== null && 'dataset' in data;
}

/**
 * A copy, ready for JSON.
 *
 * @param argument that holds it, at `path`
 * @throws EngineError `invalid-setup` unless all types are right
 */
export function checkGeneratedData(given: unknown, argument: string, path: string): GeneratedData {
  const problems: Problem[] = [];
  const data = readGeneratedData(given, path, problems) as GeneratedData;
  if (problems.length > 0) throw refusal('invalid-setup', argument, problems);
  return data;
}

/** The core has data sets in the member `data` of a set-up. */
export function withoutData(problem: Problem): Problem {
  return { ...problem, path: problem.path.replace(/^data\.?/, '') };
}
