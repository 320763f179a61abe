import type { CanvasPlot } from '../../plot/canvas-plot';
import { SvgContext } from '../../plot/svg-context';
import { download, downloadText } from '../shared/download';

/** In device pixels of an ordinary screen: sharp on paper and on a projector. */
const PNG_SCALE = 2;

function openCanvas(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * PNG_SCALE);
  canvas.height = Math.round(height * PNG_SCALE);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('canvas: no 2d context');
  context.scale(PNG_SCALE, PNG_SCALE);
  return context;
}

export async function savePicture(plot: CanvasPlot, name: string, format: 'svg' | 'png'): Promise<void> {
  if (format === 'svg') {
    const context = plot.export((width, height) => new SvgContext(width, height));
    downloadText(`${name}.svg`, 'image/svg+xml', context.text(plot.label));
    return;
  }
  const { canvas } = plot.export(openCanvas);
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (file !== null) download(`${name}.png`, file);
}
