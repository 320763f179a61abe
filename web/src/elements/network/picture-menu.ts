import type { CanvasPlot } from '../../plot/canvas-plot';
import { define } from '../define';
import { type FileChoice, FileMenu } from '../shared/file-menu';
import { textsOf } from './texts';

type Format = 'svg' | 'png';

/** Saves a picture of the network as it is at the moment. */
export class PictureMenu extends FileMenu<Format> {
  static override properties = {
    ...FileMenu.properties,
    name: { attribute: false },
    plot: { attribute: false },
  };

  /** Stem of the file names. */
  declare name: string;
  declare plot: () => CanvasPlot | null | undefined;

  protected override get label(): string {
    return textsOf(this).picture;
  }

  protected override get choices(): readonly FileChoice<Format>[] {
    return [
      { kind: 'svg', label: 'SVG' },
      { kind: 'png', label: 'PNG' },
    ];
  }

  /** What writes files is fetched when the first one is asked for. */
  protected override async save(format: Format): Promise<void> {
    const { savePicture } = await import('./picture-file');
    const plot = this.plot();
    if (plot) await savePicture(plot, this.name, format);
  }
}

define('al-picture-menu', PictureMenu);

declare global {
  interface HTMLElementTagNameMap {
    'al-picture-menu': PictureMenu;
  }
}
