import type { DatasetInfo } from '../../../engine/training/choices';
import type { OwnData, Points } from '../../../engine/training/spec';
import { shortestDecimal } from '../../../exchange/decimal';
import { type Field, number, REFUSED } from '../../../state/codec';
import { LIMITS } from './limits';

/** The key of the reader's own points, beside those of the data sets of the engine. */
export const OWN_DATA = 'own';

export const OWN_KINDS = ['classes', 'values', 'curve'] as const;
/** What the targets are: classes 0, 1, 2 ..., a value for each point, or the ordinate of a curve. */
export type OwnKind = (typeof OWN_KINDS)[number];

/** The inputs of a sample, followed by its target. */
export type OwnSample = readonly number[];

/** Longer addresses are cut by some programs. */
export const MOST_POINTS_IN_A_LINK = 300;
const MOST_NUMBERS_IN_A_LINK = 1200;
/** Of any magnitude that a float holds without losing much. */
const LARGEST = 1e6;

/** Whether a link can hold these points. */
export const fitsIntoLink = (samples: readonly OwnSample[]): boolean =>
  samples.length <= MOST_POINTS_IN_A_LINK &&
  samples.length * (samples[0]?.length ?? 0) <= MOST_NUMBERS_IN_A_LINK;

const coordinate = number({ initial: 0, minimum: -LARGEST, maximum: LARGEST });

function readSample(text: string): OwnSample | typeof REFUSED {
  const numbers: number[] = [];
  for (const part of text.split(',')) {
    const value = coordinate.read(part);
    if (value === REFUSED) return REFUSED;
    numbers.push(Math.fround(value));
  }
  return numbers.length < 2 ? REFUSED : numbers;
}

/** `0.5,-1,0;0.2,0.3,1`: samples, each with its target at the end. Points that a link cannot hold are left out of it. */
export const pointsField: Field<readonly OwnSample[]> = {
  initial: [],
  read(text) {
    const samples: OwnSample[] = [];
    for (const part of text === '' ? [] : text.split(';')) {
      const sample = readSample(part);
      if (sample === REFUSED || sample.length !== (samples[0] ?? sample).length) return REFUSED;
      samples.push(sample);
    }
    return fitsIntoLink(samples) ? samples : REFUSED;
  },
  write: (samples) =>
    fitsIntoLink(samples) ? samples.map((sample) => sample.map(shortestDecimal).join(',')).join(';') : '',
};

/** Whether the numbers can be what they are said to be. */
export function isSound(kind: OwnKind, samples: readonly OwnSample[]): boolean {
  const [first] = samples;
  if (first === undefined) return false;
  const columns = first.length - 1;
  if (kind === 'curve') return columns === 1;
  if (kind === 'values') return columns >= 1;
  return samples.every((sample) => {
    const target = sample[columns] as number;
    return Number.isInteger(target) && target >= 0 && target < LIMITS.classes.maximum;
  });
}

/** How many classes there are; at least two, so that the first point of the second can be drawn. */
export function ownClassCount(samples: readonly OwnSample[]): number {
  return samples.reduce((most, sample) => Math.max(most, (sample.at(-1) as number) + 1), 2);
}

/** What the engine says of its data sets, of these points. */
export function ownDataset(
  kind: OwnKind,
  samples: readonly OwnSample[],
  labels: readonly string[],
): DatasetInfo {
  const columns = (samples[0]?.length ?? 3) - 1;
  const classes = kind === 'classes' ? ownClassCount(samples) : 0;
  const tasks = { classes: ['binary', 'multi_class'], values: ['regression'], curve: ['curve'] } as const;
  return {
    key: OWN_DATA,
    name: 'Your own points',
    nameZh: '自己的数据点',
    latex: '',
    parameters: [],
    pytorch: '',
    paper: { authors: '', year: 0, title: '', url: '' },
    tasks: tasks[kind],
    columns,
    measured: [],
    imageWidth: 0,
    fewestClasses: classes,
    mostClasses: classes,
    classNames: labels.map((name) => ({ name, nameZh: name })),
    fixedSize: samples.length,
    noise: 'none',
    splits: true,
    formula: '',
    extent: samples.reduce(
      (most, sample) => sample.slice(0, columns).reduce((larger, x) => Math.max(larger, Math.abs(x)), most),
      1,
    ),
    licence: '',
  };
}

/** Samples as the engine takes them: `columns` inputs of each, and its target. */
export function pointsOf(samples: readonly OwnSample[], columns: number): Points {
  return {
    columns,
    inputs: Array.from({ length: columns }, (_, column) =>
      samples.map((sample) => sample[column] as number),
    ).flat(),
    targets: samples.map((sample) => sample.at(-1) as number),
  };
}

/** Which samples are trained on: the share of each class, evenly over its samples in their order. */
class Splitter {
  readonly #seen = new Map<number, number>();
  readonly #share: number;
  readonly #groupOf: (sample: OwnSample) => number;

  constructor(kind: OwnKind, share: number) {
    this.#share = share;
    this.#groupOf = kind === 'classes' ? (sample) => sample.at(-1) as number : () => 0;
  }

  /** Whether this one would be trained on if it came next. The first one of each class always is. */
  trains(sample: OwnSample): boolean {
    const before = this.#seen.get(this.#groupOf(sample)) ?? 0;
    return Math.ceil((before + 1) * this.#share) > Math.ceil(before * this.#share);
  }

  take(sample: OwnSample): void {
    const group = this.#groupOf(sample);
    this.#seen.set(group, (this.#seen.get(group) ?? 0) + 1);
  }
}

/** Training and test data. */
export function splitSamples(kind: OwnKind, samples: readonly OwnSample[], share: number): OwnData {
  const columns = (samples[0]?.length ?? 3) - 1;
  const splitter = new Splitter(kind, share);
  const train: OwnSample[] = [];
  const test: OwnSample[] = [];
  for (const sample of samples) {
    (splitter.trains(sample) ? train : test).push(sample);
    splitter.take(sample);
  }
  return {
    train: pointsOf(train, columns),
    ...(test.length > 0 ? { test: pointsOf(test, columns) } : {}),
  };
}

function samplesIn({ columns, inputs, targets }: Points): OwnSample[] {
  return Array.from({ length: targets.length }, (_, index) => [
    ...Array.from({ length: columns }, (_, column) => inputs[column * targets.length + index] as number),
    targets[index] as number,
  ]);
}

/** Points of the engine as samples, training data first. */
export const samplesOf = ({ train, test }: OwnData): OwnSample[] =>
  [train, ...(test === undefined ? [] : [test])].flatMap(samplesIn);

/** Points of the engine as samples, in an order in which `splitSamples` parts them again, if there is one. */
export function interleavedSamples(kind: OwnKind, { train, test }: OwnData, share: number): OwnSample[] {
  const trained = samplesIn(train).reverse();
  const tested = (test === undefined ? [] : samplesIn(test)).reverse();
  const splitter = new Splitter(kind, share);
  const samples: OwnSample[] = [];
  while (trained.length + tested.length > 0) {
    const next = tested.at(-1);
    const isTestNext = next !== undefined && (trained.length === 0 || !splitter.trains(next));
    const sample = (isTestNext ? tested : trained).pop() as OwnSample;
    splitter.take(sample);
    samples.push(sample);
  }
  return samples;
}
