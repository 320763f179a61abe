import type { PixelArea } from './geometry';
import type { Histogram } from './histogram';

export interface BarLayout {
  readonly area: PixelArea;
  /** `up`: bins run from left to right and bars grow upwards; `right`: bins run from bottom to top and bars grow rightwards. */
  readonly direction: 'up' | 'right';
  /** The count that fills the area. */
  readonly fullCount: number;
}

/** Path data of the bars of a histogram that spans its area exactly; empty bins give none. */
export function barsPath({ counts }: Histogram, { area, direction, fullCount }: BarLayout): string {
  const length = direction === 'up' ? area.bottom - area.top : area.right - area.left;
  const breadth = (direction === 'up' ? area.right - area.left : area.bottom - area.top) / counts.length;
  let path = '';
  counts.forEach((count, bin) => {
    if (count === 0) return;
    const size = Math.min(1, count / fullCount) * length;
    path +=
      direction === 'up'
        ? rectangle(area.left + bin * breadth, area.bottom - size, breadth, size)
        : rectangle(area.left, area.bottom - (bin + 1) * breadth, size, breadth);
  });
  return path;
}

const rectangle = (x: number, y: number, width: number, height: number): string =>
  `M${x.toFixed(2)},${y.toFixed(2)}h${width.toFixed(2)}v${height.toFixed(2)}h${(-width).toFixed(2)}z`;

/** The largest count of a histogram, at least 1. */
export const highestCount = ({ counts }: Histogram): number =>
  counts.reduce((most, count) => Math.max(most, count), 1);
