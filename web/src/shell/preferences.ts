const PREFIX = 'activation-lab.';

/** What the reader chose at an earlier visit. An opaque origin has no storage: there nothing is remembered. */
export function recall(key: 'lang' | 'theme'): string | null {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

export function remember(key: 'lang' | 'theme', value: string): void {
  try {
    localStorage.setItem(PREFIX + key, value);
  } catch {
    // Nothing to do: see recall.
  }
}
