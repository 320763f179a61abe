import { CanvasPlot } from '../../../plot/canvas-plot';
import { plotGeometry } from '../../../plot/geometry';
import type { PlotSize } from '../../../plot/sized-plot';
import type { ViewWindow } from '../../../plot/view-window';
import { define } from '../../define';
import type { SampleImage } from '../model/image';
import type { PointGroup } from '../model/point-groups';
import { paintImage } from '../output/image-painter';
import { paintPoints } from '../output/map-painter';

export interface DatasetPoints {
  /** Shown instead of the points. */
  readonly image?: SampleImage | undefined;
  readonly window: ViewWindow;
  readonly groups: readonly PointGroup[];
}

const MARK_RADIUS = 1.7;
const MARGINS = { left: 4, right: 4, top: 4, bottom: 4 };

/** A small picture of a data set, the same way up as the map. */
export class DatasetPicture extends CanvasPlot {
  static override properties = {
    ...CanvasPlot.properties,
    points: { attribute: false },
  };

  declare points: DatasetPoints;

  protected override paint(context: CanvasRenderingContext2D, { width, height }: PlotSize): void {
    const { palette } = this.theme;
    const { image } = this.points;
    if (image !== undefined) {
      paintImage(context, image, { left: 4, top: 4, side: Math.min(width, height) - 8 }, palette);
      return;
    }
    const geometry = plotGeometry(this.points.window, width, height, MARGINS);
    paintPoints(context, geometry, this.points.groups, palette, MARK_RADIUS);
  }
}

define('al-dataset-picture', DatasetPicture);

declare global {
  interface HTMLElementTagNameMap {
    'al-dataset-picture': DatasetPicture;
  }
}
