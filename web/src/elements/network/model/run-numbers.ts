import type { Evaluation, Snapshot } from '../../../engine/training/observation';
import type { Task } from '../../../engine/training/spec';
import { formatNumber } from '../../../i18n/number-format';
import type { TimeSeriesFormat } from '../../../plot/time-series-painter';
import type { NetworkTexts } from '../texts';

/** Numbers of a run as they are written everywhere. */

const isMissing = (value: number | null | undefined): value is null | undefined =>
  value === null || value === undefined || Number.isNaN(value);

export const lossText = (loss: number | null | undefined): string =>
  isMissing(loss) ? '–' : formatNumber(loss, { decimals: 4 });

const isClassification = (task: Task): boolean => task === 'binary' || task === 'multi_class';

/** Accuracy in per cent, or R². */
export function scoreText(score: number | null | undefined, task: Task): string {
  if (isMissing(score)) return '–';
  return isClassification(task)
    ? `${formatNumber(100 * score, { decimals: 1 })} %`
    : formatNumber(score, { decimals: 3 });
}

export const scoreName = (texts: NetworkTexts, task: Task): string =>
  isClassification(task) ? texts.accuracy : texts.rSquared;

/** A number at a tick of the curves. */
export const tickText: TimeSeriesFormat = (value, decimals) =>
  formatNumber(value, decimals === undefined ? { significant: 1 } : { decimals });

/** Epochs with their begun part: `12`, or `12.4` where an epoch has several steps. */
export function epochText(steps: number, stepsPerEpoch: number): string {
  const epochs = steps / stepsPerEpoch;
  return formatNumber(epochs, { decimals: Number.isInteger(epochs) ? 0 : 1 });
}

const hasNumbers = (evaluation: Evaluation | undefined): evaluation is Evaluation =>
  evaluation !== undefined && (evaluation.loss !== null || evaluation.score !== null);

/** Loss and score in one sentence. */
export function resultsText(texts: NetworkTexts, { train, test }: Snapshot, task: Task): string {
  const score = scoreName(texts, task);
  if (!hasNumbers(test)) {
    return `${texts.resultsTextTrain(lossText(train?.loss))} ${texts.scoreTextTrain(score, scoreText(train?.score, task))}`;
  }
  const loss = texts.resultsText(lossText(train?.loss), lossText(test.loss));
  return `${loss} ${texts.scoreText(score, scoreText(train?.score, task), scoreText(test.score, task))}`;
}
