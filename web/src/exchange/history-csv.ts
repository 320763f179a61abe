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

/** A line for each point, numbers with all their digits. @param header names of the columns, in the reader's language */
export function historyCsv(
  points: readonly HistoryPoint[],
  header: Readonly<Record<HistoryColumn, string>>,
): string {
  const rows = points.map((point) => COLUMNS.map((column) => point[column]));
  return toCsv([COLUMNS.map((column) => header[column]), ...rows]);
}
