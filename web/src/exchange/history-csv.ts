import { toCsv } from './csv';

/** What is known of a network after an epoch; `null` where it is not. */
export interface HistoryPoint {
  readonly epoch: number;
  readonly steps: number;
  readonly learningRate: number;
  readonly trainLoss: number | null;
  readonly testLoss: number | null;
  /** Accuracy, or R^2 for regression and curves. */
  readonly trainScore: number | null;
  readonly testScore: number | null;
}

export type HistoryColumn = keyof HistoryPoint;

const COLUMNS: readonly HistoryColumn[] = [
  'epoch',
  'steps',
  'learningRate',
  'trainLoss',
  'testLoss',
  'trainScore',
  'testScore',
];

/**
 * A line for each point, numbers with all their digits.
 *
 * @param header names of the columns that are wanted, in the reader's language
 */
export function historyCsv<Column extends HistoryColumn>(
  points: readonly Pick<HistoryPoint, Column>[],
  header: Readonly<Record<Column, string>>,
): string {
  const columns = COLUMNS.filter((column): column is Column => column in header);
  const rows = points.map((point) => columns.map((column) => point[column]));
  return toCsv([columns.map((column) => header[column]), ...rows]);
}
