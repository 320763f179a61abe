import type { TrainingCore } from '#training-core';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Puts a text where the next call will take it. */
export function giveText(core: TrainingCore, text: string): void {
  const bytes = encoder.encode(text);
  core.textToGive(bytes.length).set(bytes);
}

/** Puts a value, as JSON, where the next call will take it. */
export function giveJson(core: TrainingCore, value: unknown): void {
  giveText(core, JSON.stringify(value));
}

export function giveNumbers(core: TrainingCore, numbers: Float32Array): void {
  core.numbersToGive(numbers.length).set(numbers);
}

/** What the core has just said. */
export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);

/** What the core has just said in JSON. */
export const jsonOf = (bytes: Uint8Array): unknown => JSON.parse(textOf(bytes));
