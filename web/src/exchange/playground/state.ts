import type { Difference } from './difference';
import {
  ACTIVATIONS,
  CLASSIFICATION_DATA,
  type ClassificationData,
  CONTROLS,
  HIDE_SUFFIX,
  INPUTS,
  keysOf,
  type PlaygroundActivation,
  type PlaygroundControl,
  type PlaygroundInput,
  PROBLEMS,
  type Problem,
  REGRESSION_DATA,
  REGULARIZATIONS,
  type RegressionData,
  type Regularization,
  UNUSED_INPUTS,
} from './vocabulary';

/** What TensorFlow Playground keeps behind the `#` of its address. */
export interface PlaygroundState {
  readonly activation: PlaygroundActivation;
  readonly regularization: Regularization;
  readonly batchSize: number;
  readonly dataset: ClassificationData;
  readonly regDataset: RegressionData;
  readonly learningRate: number;
  readonly regularizationRate: number;
  /** In per cent. */
  readonly noise: number;
  /** Units of the hidden layers. */
  readonly networkShape: readonly number[];
  readonly seed: string;
  readonly showTestData: boolean;
  readonly discretize: boolean;
  /** In per cent. */
  readonly percTrainData: number;
  readonly inputs: readonly PlaygroundInput[];
  readonly problem: Problem;
  readonly initZero: boolean;
  readonly hideText: boolean;
  readonly hiddenControls: readonly PlaygroundControl[];
  readonly hiddenInputs: readonly PlaygroundInput[];
}

export interface StateReading {
  readonly state: PlaygroundState;
  readonly differences: readonly Difference[];
}

/** Without one there: a whole number, so that it is the engine's seed too. */
const NO_SEED = '1';
/** As many as the engine takes; one more layer is the output. */
const MOST_HIDDEN_LAYERS = 63;
const MOST_UNITS = 256;
/** Differences are shown to a reader, and a pasted text may be of any length. */
const LONGEST_SHOWN = 60;
const MOST_UNKNOWN_KEYS = 8;

const IGNORED_KEYS: readonly string[] = ['collectStats'];

interface NumberRule {
  readonly initial: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly round?: (value: number) => number;
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** Initial values as there; limits of the engine. */
const NUMBERS = {
  batchSize: { initial: 10, minimum: 1, maximum: 4096, round: Math.round },
  learningRate: { initial: 0.03, minimum: 0, maximum: 1000 },
  regularizationRate: { initial: 0, minimum: 0, maximum: 100 },
  noise: { initial: 0, minimum: 0, maximum: 100, round: hundredths },
  percTrainData: { initial: 50, minimum: 0, maximum: 100, round: hundredths },
} as const satisfies Readonly<Record<string, NumberRule>>;

function shown(text: string): string {
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`;
}

/** A link may have passed through a program that escapes commas. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** What stands between an equals sign and the next one; the last one of a key counts, as there. */
function valuesOf(hash: string): ReadonlyMap<string, string | undefined> {
  return new Map(
    hash.split('&').map((part) => {
      const [key = '', value] = part.split('=');
      return [key, value === undefined ? undefined : decoded(value)] as const;
    }),
  );
}

class StateReader {
  readonly differences: Difference[] = [];
  readonly #values: ReadonlyMap<string, string | undefined>;
  readonly #known = new Set<string>(IGNORED_KEYS);

  constructor(hash: string) {
    this.#values = valuesOf(hash);
  }

  /** Undefined where it is missing or blank. */
  text(key: string): string | undefined {
    this.#known.add(key);
    const value = this.#values.get(key);
    return value === undefined || value.trim() === '' ? undefined : value;
  }

  /** Everything but `false` is true, as there. */
  flag(key: string, initial = false): boolean {
    const value = this.text(key);
    return value === undefined ? initial : value !== 'false';
  }

  isHidden(name: string): boolean {
    return this.text(name + HIDE_SUFFIX) === 'true';
  }

  word<Word extends string>(key: string, words: readonly Word[], initial: Word): Word {
    const value = this.text(key);
    if (value === undefined) return initial;
    const known = words.find((word) => word === value);
    if (known === undefined) this.#unknown(key, value);
    return known ?? initial;
  }

  number(key: keyof typeof NUMBERS): number {
    const { initial, minimum, maximum, round = (value) => value }: NumberRule = NUMBERS[key];
    const text = this.text(key);
    if (text === undefined) return initial;
    const given = Number(text);
    if (Number.isNaN(given)) {
      this.#unknown(key, text);
      return initial;
    }
    const used = round(Math.min(Math.max(given, minimum), maximum));
    if (used !== given) this.#adjusted(key, text, String(used));
    return used;
  }

  /** Widths; an empty text is no layer, and a fraction is one unit more, as there. */
  shape(): readonly number[] {
    const key = 'networkShape';
    this.#known.add(key);
    const text = this.#values.get(key);
    if (text === undefined) return [4, 2];
    if (text.trim() === '') return [];
    const given = text.split(',').map((entry) => Math.ceil(Number(entry)));
    const filled = given.filter((units) => units > 0);
    if (filled.length < given.length) this.differences.push({ code: 'empty_layer' });
    const used = filled.slice(0, MOST_HIDDEN_LAYERS).map((units) => Math.min(units, MOST_UNITS));
    if (used.join() !== filled.join()) this.#adjusted(key, text, used.join());
    return used;
  }

  noteUnknownKeys(): void {
    const unknown = [...this.#values.keys()].filter((key) => key !== '' && !this.#known.has(key));
    for (const key of unknown.slice(0, MOST_UNKNOWN_KEYS)) {
      this.differences.push({ code: 'unknown_key', key: shown(key) });
    }
  }

  #unknown(key: string, given: string): void {
    this.differences.push({ code: 'unknown_value', key, given: shown(given) });
  }

  #adjusted(key: string, given: string, used: string): void {
    this.differences.push({ code: 'adjusted_value', key, given: shown(given), used: shown(used) });
  }
}

/** Reads what stands behind the `#`, as TensorFlow Playground itself would. Never throws. */
export function readState(hash: string): StateReading {
  const reader = new StateReader(hash);
  const names = keysOf(INPUTS);
  const hiddenInputs = names.filter((name) => reader.isHidden(name));
  // A hidden input is not only out of sight: it is taken from the network too.
  const inputs = names.filter(
    (name) => reader.flag(name, name === 'x' || name === 'y') && !hiddenInputs.includes(name),
  );
  const seed = reader.text('seed');
  const state: PlaygroundState = {
    activation: reader.word('activation', keysOf(ACTIVATIONS), 'tanh'),
    regularization: reader.word('regularization', REGULARIZATIONS, 'none'),
    batchSize: reader.number('batchSize'),
    dataset: reader.word('dataset', keysOf(CLASSIFICATION_DATA), 'circle'),
    regDataset: reader.word('regDataset', keysOf(REGRESSION_DATA), 'reg-plane'),
    learningRate: reader.number('learningRate'),
    regularizationRate: reader.number('regularizationRate'),
    noise: reader.number('noise'),
    networkShape: reader.shape(),
    seed: seed ?? NO_SEED,
    showTestData: reader.flag('showTestData'),
    discretize: reader.flag('discretize'),
    percTrainData: reader.number('percTrainData'),
    inputs,
    problem: reader.word('problem', PROBLEMS, 'classification'),
    initZero: reader.flag('initZero'),
    hideText: reader.flag('hideText'),
    hiddenControls: CONTROLS.filter((name) => reader.isHidden(name)),
    hiddenInputs,
  };
  if (seed === undefined) reader.differences.push({ code: 'no_seed' });
  if (UNUSED_INPUTS.filter((name) => reader.flag(name)).length > 0) {
    reader.differences.push({ code: 'cosine_input' });
  }
  if (reader.text('tutorial') !== undefined) reader.differences.push({ code: 'tutorial' });
  reader.noteUnknownKeys();
  return { state, differences: reader.differences };
}
