import { EngineError } from '../errors';

type Call = (...all: unknown[]) => unknown;

/** Embind counts the arguments of a call; what the core exports itself takes more than it needs, and is called often. */
const EXPORTED_ITSELF = /^_/;

/**
 * The same core, of which every call ends in an EngineError once one of them has crashed: out of memory, a core leaves its
 * memory as it is in the middle of something.
 */
export function guarded<C extends object>(core: C): C {
  let crash: unknown;
  const end = (): never => {
    throw new EngineError('crashed', 'lab', `the core has crashed (${crash}): load another one`, {
      cause: crash,
    });
  };
  const crashed = (cause: unknown): never => {
    crash = cause ?? 'unknown';
    return end();
  };
  const guard =
    (call: Call): Call =>
    (...all) => {
      if (crash !== undefined) return end();
      try {
        return call(...all);
      } catch (cause) {
        return crashed(cause);
      }
    };
  // Gathering the arguments of a short call would take as long as the call; and the first call puts the export in the place
  // of what stood there before.
  const guardExport = (name: string): Call => {
    const exports = core as Record<string, Call>;
    return (first, second) => {
      if (crash !== undefined) return end();
      try {
        return (exports[name] as Call)(first, second);
      } catch (cause) {
        return crashed(cause);
      }
    };
  };
  const calls = Object.entries(core).filter(([, member]) => typeof member === 'function');
  return Object.fromEntries(
    calls.map(([name, call]) => [name, EXPORTED_ITSELF.test(name) ? guardExport(name) : guard(call as Call)]),
  ) as C;
}
