import { CORE_GLUE } from './places.ts';

/** `#core` is the module that Emscripten made of the C++ core. */
export const coreAliases = { '#core': CORE_GLUE };
