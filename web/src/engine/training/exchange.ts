import type { TrainingCore } from '#training-core';

const encoder = new TextEncoder();

/** Puts a text where the next call will take it. */
export function giveText(core: TrainingCore, text: string): void {
  const bytes = encoder.encode(text);
  core.textToGive(bytes.length).set(bytes);
}

/** JSON has no NaN and no infinity; a number too large for any range is refused with the range by the core. */
const TOO_LARGE = '1e999';

/** Puts a value, as JSON, where the next call will take it. */
export function giveJson(core: TrainingCore, value: unknown): void {
  const largest = Number.MAX_VALUE;
  const json = JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'number' && !Number.isFinite(member) ? largest : member,
  );
  giveText(core, json.replaceAll(String(largest), TOO_LARGE));
}

export function giveNumbers(core: TrainingCore, numbers: Float32Array): void {
  core.numbersToGive(numbers.length).set(numbers);
}
