import type { TrainingCore } from '#training-core';
import { EngineError, type EngineErrorCode } from '../errors';
import type { Problem } from '../problem';
import { jsonOf } from '../texts';
import { sentenceOf } from './problem-sentence';

/** What the core says of the call it has just refused. */
export function problemsOf(core: TrainingCore): readonly Problem[] {
  return jsonOf(core.problems()) as Problem[];
}

function pathIn(argument: string, path: string): string {
  return path === '' || path.startsWith('[') ? argument + path : `${argument}.${path}`;
}

/** The error that names the first problem and carries them all. */
export function refusal(code: EngineErrorCode, argument: string, problems: readonly Problem[]): EngineError {
  const [first] = problems as readonly [Problem];
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return new EngineError(
    first.code === 'too_large' ? 'too-large' : code,
    pathIn(argument, first.path),
    sentenceOf(first) + more,
    { problems },
  );
}
