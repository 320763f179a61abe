import { fileURLToPath } from 'node:url';

function fromRoot(path: string): string {
  return fileURLToPath(new URL(`../../../${path}`, import.meta.url));
}

export const WEB = fromRoot('web');
export const DIST = fromRoot('dist');
/** The Emscripten build of the core, without and with the network engine. */
export const CORE_GLUE = fromRoot('build/wasm/core.mjs');
export const CORE_WASM = fromRoot('build/wasm/core.wasm');
export const TRAINING_GLUE = fromRoot('build/wasm/training.mjs');
export const TRAINING_WASM = fromRoot('build/wasm/training.wasm');
/** Every character the math font has a glyph for. */
export const MATH_CHARACTERS = fromRoot('web/src/assets/math-characters.txt');
export const MATH_FONT_LICENCE = fromRoot('web/src/assets/activation-lab-math.LICENSE.txt');
export const LICENCE = fromRoot('LICENSE');
