/** Indices from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Drawn on either side of what is in view, so that a fast scroll meets no gap. */
const MARGIN = 3;

/** Which of `count` items of one size, in pixels, lie in a window of `extent` pixels that was scrolled by `offset`. */
export function visibleSpan(offset: number, extent: number, size: number, count: number): Span {
  const start = Math.floor(offset / size) - MARGIN;
  const end = Math.ceil((offset + extent) / size) + MARGIN;
  return within({ start, end }, count);
}

/** The part of a span that lies among `count` items. */
export function within({ start, end }: Span, count: number): Span {
  return { start: Math.max(0, Math.min(start, count)), end: Math.max(0, Math.min(end, count)) };
}
