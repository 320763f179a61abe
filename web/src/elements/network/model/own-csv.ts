import type { TrainingLab } from '../../../engine/training/training-lab';
import type { NetworkState } from './network-state';
import { OWN_DATA, type OwnKind, samplesOf } from './own-points';

/** Names of classes that are nothing but their numbers need not be kept. */
const areNumbers = (names: readonly string[]): boolean =>
  names.every((name, index) => name === String(index));

/**
 * The state with the points of comma-separated values.
 *
 * @throws EngineError `invalid-csv`, with what is wrong and where
 */
export function ownStateOfCsv(
  lab: Pick<TrainingLab, 'readCsv'>,
  text: string,
  wanted: 'classes' | 'values',
): Partial<NetworkState> {
  const { points, names } = lab.readCsv(text, { target: wanted });
  const kind: OwnKind = wanted === 'classes' ? 'classes' : points.columns === 1 ? 'curve' : 'values';
  return {
    data: { key: OWN_DATA, parameters: {} },
    kind,
    points: samplesOf({ train: points }),
    labels:
      kind === 'classes' && !areNumbers(names.classes) ? names.classes.map((name) => name.slice(0, 24)) : [],
  };
}
