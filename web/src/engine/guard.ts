import { EngineError } from './errors';

type Call = (...all: unknown[]) => unknown;

/**
 * The same core, of which every call ends in an EngineError once one of them has crashed: out of memory, a core leaves its
 * memory as it is in the middle of something.
 */
export function guarded<C extends object>(core: C): C {
  let crash: unknown;
  const guard =
    (call: Call): Call =>
    (...all) => {
      if (crash === undefined) {
        try {
          return call(...all);
        } catch (cause) {
          crash = cause ?? 'unknown';
        }
      }
      throw new EngineError('crashed', 'lab', `the core has crashed (${crash}): load another one`, {
        cause: crash,
      });
    };
  const calls = Object.entries(core).filter(([, member]) => typeof member === 'function');
  return Object.fromEntries(calls.map(([name, call]) => [name, guard(call as Call)])) as C;
}
