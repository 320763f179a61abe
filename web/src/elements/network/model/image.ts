import type { Points } from '../../../engine/training/spec';
import type { DatasetInfo } from './training-choices';

/** A sample that is an image: ink from 0 to 1, row by row from the top. */
export interface SampleImage {
  readonly width: number;
  readonly ink: Float32Array;
}

/** `undefined` where the samples are no images. */
export function imageOf(
  { imageWidth, columns }: Pick<DatasetInfo, 'imageWidth' | 'columns'>,
  { inputs, targets }: Points,
  sample: number,
): SampleImage | undefined {
  if (imageWidth === 0) return undefined;
  // The network sees -1 to 1.
  const ink = Float32Array.from({ length: columns }, (_, column) => {
    const value = inputs[column * targets.length + sample] ?? -1;
    return Math.min(1, Math.max(0, (value + 1) / 2));
  });
  return { width: imageWidth, ink };
}
