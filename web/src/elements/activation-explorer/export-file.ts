import { paint } from '../../plot/paint';
import { readPicture, svgFile } from '../../plot/picture';
import { download, downloadText } from '../shared/download';
import { type DataTable, tableCsv, toJson } from './data-table';

/** In device pixels of an ordinary screen: sharp on paper and on a projector. */
const PNG_SCALE = 2;

export function saveSvg(svg: SVGSVGElement, name: string): void {
  downloadText(`${name}.svg`, 'image/svg+xml', svgFile(readPicture(svg), name));
}

export function savePng(svg: SVGSVGElement, name: string): void {
  paint(readPicture(svg), PNG_SCALE).toBlob((file) => {
    if (file !== null) download(`${name}.png`, file);
  }, 'image/png');
}

export function saveCsv(data: DataTable): void {
  downloadText(`${data.name}.csv`, 'text/csv', tableCsv(data));
}

export function saveJson(data: DataTable): void {
  downloadText(`${data.name}.json`, 'application/json', toJson(data));
}
