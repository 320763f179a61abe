/** A short name for a formula, so that the page need not hold every LaTeX text twice: 32-bit FNV-1a, in base 36. */
export function formulaKey(latex: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < latex.length; index += 1) {
    hash = Math.imul(hash ^ latex.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

/** Formulas lie on this many shelves, each fetched when a formula of it is shown: a reader sees few of them. */
export const SHELF_COUNT = 8;

export function shelfOf(key: string): number {
  return Number.parseInt(key, 36) % SHELF_COUNT;
}
