import type { Shape } from '../../../engine/training/shape';
import { type ExportLab, exportLabOf } from '../../../exchange/export-lab';
import { historyCsv } from '../../../exchange/history-csv';
import { toOnnx } from '../../../exchange/onnx';
import { toKeras } from '../../../exchange/python/keras';
import { toPyTorch } from '../../../exchange/python/pytorch';
import { readTrainedNetwork } from '../../../exchange/trained-network';
import type { SeriesHistory } from '../../../plot/series-history';
import { whenLab } from '../../lab-instance';
import { SERIES } from '../model/experiment';

export type NetworkFileKind = 'pytorch' | 'keras' | 'onnx' | 'session' | 'history';

/** The document of a trainer and the shape of the same one. */
export interface SavedNetwork {
  readonly document: string;
  readonly shape: Shape;
}

export interface NetworkFileSource {
  /** Asked only where a program is written. */
  readonly lab: () => Promise<ExportLab>;
  readonly save: () => Promise<SavedNetwork>;
  /** Both losses over the epochs. */
  readonly history: SeriesHistory;
  /** Names of the columns of the history. */
  readonly header: Readonly<Record<'epoch' | 'trainLoss' | 'testLoss', string>>;
}

export interface NetworkFile {
  readonly name: string;
  /** Of the content, by RFC 2046. */
  readonly type: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

const FORMS: Readonly<Record<NetworkFileKind, Pick<NetworkFile, 'name' | 'type'>>> = {
  pytorch: { name: 'mini-network-pytorch.py', type: 'text/x-python;charset=utf-8' },
  keras: { name: 'mini-network-keras.py', type: 'text/x-python;charset=utf-8' },
  onnx: { name: 'mini-network.onnx', type: 'application/octet-stream' },
  session: { name: 'mini-network.json', type: 'application/json' },
  history: { name: 'mini-network-loss.csv', type: 'text/csv;charset=utf-8' },
};

/** @throws EngineError `load-failed` */
export const whenExportLab = async (choices: ExportLab['choices']): Promise<ExportLab> =>
  exportLabOf(await whenLab(), choices);

/** @throws EngineError where the network cannot be saved or written in this form */
export async function networkFile(kind: NetworkFileKind, source: NetworkFileSource): Promise<NetworkFile> {
  return { ...FORMS[kind], content: await contentOf(kind, source) };
}

async function contentOf(
  kind: NetworkFileKind,
  { lab, save, history, header }: NetworkFileSource,
): Promise<NetworkFile['content']> {
  if (kind === 'history') return historyCsv(pointsOf(history), header);
  const { document, shape } = await save();
  switch (kind) {
    case 'session':
      return document;
    case 'pytorch':
      return toPyTorch(readTrainedNetwork(document, shape), await lab());
    case 'keras':
      return toKeras(readTrainedNetwork(document, shape), await lab());
    case 'onnx':
      return toOnnx(readTrainedNetwork(document, shape), await lab());
  }
}

function pointsOf(history: SeriesHistory): { epoch: number; trainLoss: number; testLoss: number }[] {
  const [train, test] = [SERIES.indexOf('trainLoss'), SERIES.indexOf('testLoss')];
  return Array.from({ length: history.length }, (_, index) => ({
    epoch: history.x(index),
    trainLoss: history.value(train, index),
    testLoss: history.value(test, index),
  }));
}
