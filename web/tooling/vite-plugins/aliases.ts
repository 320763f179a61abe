import { CORE_GLUE, TRAINING_GLUE } from './places.ts';

/** The modules that Emscripten made of the C++ core, without and with the network engine. */
export const coreAliases = { '#core': CORE_GLUE, '#training-core': TRAINING_GLUE };
