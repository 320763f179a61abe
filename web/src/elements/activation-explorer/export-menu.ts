import { define } from '../define';
import { type FileChoice, FileMenu } from '../shared/file-menu';
import type { DataTable } from './data-table';

type Format = 'svg' | 'png' | 'csv' | 'json';

/** Saves a picture as SVG or PNG and its numbers as CSV or JSON. */
export class ExportMenu extends FileMenu<Format> {
  static override properties = {
    ...FileMenu.properties,
    data: { attribute: false },
    picture: { attribute: false },
  };

  declare data: () => DataTable;
  /** The drawn picture; without one only numbers are offered. */
  declare picture: (() => SVGSVGElement | null | undefined) | undefined;

  protected override get label(): string {
    return this.t.explorer.stage.export;
  }

  protected override get choices(): readonly FileChoice<Format>[] {
    const { svg, png, csv, json } = this.t.explorer.stage;
    const pictures: readonly FileChoice<Format>[] = [
      { kind: 'svg', label: svg },
      { kind: 'png', label: png },
    ];
    return [
      ...(this.picture === undefined ? [] : pictures),
      { kind: 'csv', label: csv },
      { kind: 'json', label: json },
    ];
  }

  /** What writes files is fetched when the first one is asked for. */
  protected override async save(format: Format): Promise<void> {
    const { saveCsv, saveJson, savePng, saveSvg } = await import('./export-file');
    const data = this.data();
    const picture = this.picture?.();
    if (format === 'csv') saveCsv(data);
    else if (format === 'json') saveJson(data);
    else if (picture) (format === 'svg' ? saveSvg : savePng)(picture, data.name);
  }
}

define('al-export-menu', ExportMenu);

declare global {
  interface HTMLElementTagNameMap {
    'al-export-menu': ExportMenu;
  }
}
