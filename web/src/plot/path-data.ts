const known = new WeakMap<Path2D, string>();

/** A path whose data can be asked for again, which a canvas does not allow. */
export function pathOf(data: string): Path2D {
  const path = new Path2D(data);
  known.set(path, data);
  return path;
}

/** Empty for a path that `pathOf` has not made. */
export const dataOfPath = (path: Path2D): string => known.get(path) ?? '';
