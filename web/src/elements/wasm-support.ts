export type MissingFeature = 'no-webassembly' | 'no-simd';

/** A module whose only function returns `i8x16.splat(0)`: valid exactly where SIMD128 is there. */
const SIMD_PROBE = new Uint8Array([
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b, 0x03, 0x02, 0x01,
  0x00, 0x0a, 0x0a, 0x01, 0x08, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0xfd, 0x62, 0x0b,
]);

/** What this browser lacks for the core to run, or `undefined`. */
export function missingFeature(): MissingFeature | undefined {
  if (typeof WebAssembly !== 'object') return 'no-webassembly';
  return WebAssembly.validate(SIMD_PROBE) ? undefined : 'no-simd';
}
