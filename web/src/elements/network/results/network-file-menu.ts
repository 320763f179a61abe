import { EngineError } from '../../../engine/errors';
import type { TrainingLab } from '../../../engine/training/training-lab';
import type { SeriesHistory } from '../../../plot/series-history';
import { define } from '../../define';
import { download } from '../../shared/download';
import { type FileChoice, FileMenu } from '../../shared/file-menu';
import { refusalText } from '../problem-text';
import { textsOf } from '../texts';
import type { NetworkFileKind, SavedNetwork } from './network-file';

const KINDS: readonly NetworkFileKind[] = ['pytorch', 'keras', 'onnx', 'session', 'history'];

/** Saves the trained network for other programs, or its history. */
export class NetworkFileMenu extends FileMenu<NetworkFileKind> {
  static override properties = {
    ...FileMenu.properties,
    lab: { attribute: false },
    saved: { attribute: false },
    history: { attribute: false },
  };

  declare lab: Pick<TrainingLab, 'choices'>;
  /** The network as it is at the call. */
  declare saved: () => Promise<SavedNetwork>;
  declare history: SeriesHistory;

  protected override get label(): string {
    return textsOf(this).export;
  }

  protected override get choices(): readonly FileChoice<NetworkFileKind>[] {
    const { files } = textsOf(this);
    return KINDS.map((kind) => ({ kind, label: files[kind] }));
  }

  /** What writes files is fetched when the first one is asked for. */
  protected override async save(kind: NetworkFileKind): Promise<void> {
    const { networkFile, whenExportLab } = await import('./network-file');
    const { lab: trainingLab, saved, history } = this;
    const lab = () => whenExportLab(trainingLab.choices);
    const { historyColumns: header } = textsOf(this);
    const { name, type, content } = await networkFile(kind, { lab, save: saved, history, header });
    download(name, new Blob([content], { type }));
  }

  protected override failureText(reason: unknown): string {
    if (!(reason instanceof EngineError)) return super.failureText(reason);
    const texts = textsOf(this);
    return texts.together(texts.notExported, refusalText(texts, reason));
  }
}

define('al-network-file-menu', NetworkFileMenu);

declare global {
  interface HTMLElementTagNameMap {
    'al-network-file-menu': NetworkFileMenu;
  }
}
