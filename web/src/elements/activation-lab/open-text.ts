import type { TrainerSpec } from '../../engine/training/spec';
import type { TrainingLab } from '../../engine/training/training-lab';
import type { NetworkState } from '../network/model/network-state';
import { ownStateOfCsv } from '../network/model/own-csv';
import type { StateOfSpec } from '../network/model/state-of-spec';
import { refusalText } from '../network/problem-text';
import type { NetworkTexts } from '../network/texts';
import { differenceText } from './difference-text';
import type { LabTexts } from './lab-texts';
import type { Opened } from './open-dialog';
import { readText } from './read-text';

/** What opening a text needs of the lab. */
export interface OpeningLab {
  readonly texts: LabTexts;
  readonly networkTexts: NetworkTexts;
  readonly lab: Pick<TrainingLab, 'readCsv'>;
  readonly model: NetworkState;
  /** `undefined`: it was refused, which is said elsewhere. */
  readonly openDocument: (document: string) => Promise<StateOfSpec['unshown'] | undefined>;
  readonly stateOf: (spec: TrainerSpec) => StateOfSpec;
  readonly take: (values: Partial<NetworkState>) => void;
  readonly takeState: (state: string) => void;
}

/** Opens whatever the text is. @throws EngineError where the engine refuses it */
export async function openText(text: string, into: OpeningLab): Promise<Opened> {
  const { texts, networkTexts } = into;
  const found = readText(text);
  switch (found.kind) {
    case 'session': {
      const unshown = await into.openDocument(found.document);
      if (unshown === undefined) return { refusal: networkTexts.problems.syntax, remarks: [] };
      return { remarks: unshown.length === 0 ? [] : [texts.unshown(unshown.join(', '))] };
    }
    case 'lab':
      into.takeState(found.state);
      return { remarks: [] };
    case 'playground': {
      const { state } = into.stateOf(found.spec);
      into.take({ ...state, test: found.test, discretise: found.discretise, weights: [] });
      return { remarks: found.differences.map((difference) => differenceText(texts, difference)) };
    }
    case 'csv':
      try {
        into.take(ownStateOfCsv(into.lab, found.text, 'classes'));
        return { remarks: [] };
      } catch (failure) {
        return { refusal: refusalText(networkTexts, failure), remarks: [] };
      }
    case 'unknown':
      return { refusal: texts.openUnknown, remarks: [] };
  }
}
