/** Ordered `key=value` pairs in the syntax of URLSearchParams, leaving readable what a URL fragment may hold as it is. */
export type Pairs = readonly (readonly [key: string, value: string])[];

const READABLE_IN_A_FRAGMENT = /%(?:2C|3A|3B|40|2F|24)/g;

function readable(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(READABLE_IN_A_FRAGMENT, decodeURIComponent);
}

export function writeQuery(pairs: Pairs): string {
  return pairs.map(([key, value]) => `${readable(key)}=${readable(value)}`).join('&');
}

export function readQuery(text: string): Pairs {
  return [...new URLSearchParams(text)];
}

/** `a=1` under the scope `plot` is `plot.a=1`. */
export function intoScope(scope: string, text: string): Pairs {
  return readQuery(text).map(([key, value]) => [`${scope}.${key}`, value] as const);
}

/** The pairs of a scope, without its name, as text. */
export function fromScope(scope: string, pairs: Pairs): string {
  const prefix = `${scope}.`;
  const own = pairs.filter(([key]) => key.startsWith(prefix));
  return writeQuery(own.map(([key, value]) => [key.slice(prefix.length), value] as const));
}
