const decoder = new TextDecoder();

/** What the core has just said. */
export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);

/** What the core has just said in JSON. */
export const jsonOf = (bytes: Uint8Array): unknown => JSON.parse(textOf(bytes));
