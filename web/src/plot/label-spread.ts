/**
 * Positions as close as possible to the wanted ones, at least `gap` apart and inside [`start`, `end`] as far as there is room.
 * Order is kept: result `i` belongs to `wanted[i]`.
 */
export function spreadLabels(wanted: readonly number[], gap: number, start: number, end: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] as number) - (wanted[b] as number));
  const placed = new Array<number>(wanted.length).fill(0);
  let lowest = start;
  for (const i of order) {
    placed[i] = Math.max(lowest, wanted[i] as number);
    lowest = (placed[i] as number) + gap;
  }
  let highest = end;
  for (const i of order.reverse()) {
    placed[i] = Math.min(highest, placed[i] as number);
    highest = (placed[i] as number) - gap;
  }
  return placed;
}
