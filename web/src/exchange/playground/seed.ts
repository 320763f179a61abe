/** There a seed is a text, usually `0.` and five digits; here it is a whole number. */

const DIGITS = 5;
const FRACTION = /^0?\.(\d{1,5})$/;
const WHOLE = /^\d{1,16}$/;

/** FNV-1a, so that any other text is a seed too: the same one each time. */
function hash(text: string): number {
  let result = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) result = Math.imul(result ^ byte, 0x01000193) >>> 0;
  return result;
}

/** `0.41234` is 41234, `41234` is too. */
export function engineSeed(text: string): number {
  const digits = FRACTION.exec(text)?.[1];
  if (digits !== undefined) return Number(digits.padEnd(DIGITS, '0'));
  const whole = WHOLE.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(whole) ? whole : hash(text);
}

/** A text that `engineSeed` takes for this seed, in their form where there is room for it. */
export function playgroundSeed(seed: number): string {
  return seed < 10 ** DIGITS ? `0.${String(seed).padStart(DIGITS, '0')}` : String(seed);
}
