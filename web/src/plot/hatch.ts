import type { PixelArea } from './geometry';
import { clippedSegment } from './polyline';

/**
 * Path data of parallel lines rising at 45 degrees across `area`, `spacing` pixels apart horizontally.
 * Lines lie on one lattice of the plane, so that the hatching of neighbouring areas joins up.
 */
export function hatchPath(area: PixelArea, spacing: number): string {
  const height = area.bottom - area.top;
  let path = '';
  const first = Math.ceil((area.left + area.top) / spacing) * spacing;
  for (let sum = first; sum <= area.right + area.bottom; sum += spacing) {
    const foot = sum - area.bottom;
    const segment = clippedSegment(foot, area.bottom, foot + height, area.top, area);
    if (segment === undefined) continue;
    const [[x0, y0], [x1, y1]] = segment;
    if (x0 !== x1) path += `M${x0.toFixed(1)},${y0.toFixed(1)}L${x1.toFixed(1)},${y1.toFixed(1)}`;
  }
  return path;
}
