import type { Problem, ProblemCode } from '../problem';

/** Copies what it knows of a value; notes a problem for everything else, and gives `undefined` then. */
type Reader = (value: unknown, path: string, problems: Problem[]) => unknown;

/** No list of a set-up may be longer, so no more needs to be looked at to refuse one. */
const LONGEST_LIST = 1024;

function refuse(problems: Problem[], code: ProblemCode, path: string): undefined {
  problems.push({ code, path, minimum: 0, maximum: 0 });
}

const number: Reader = (value, path, problems) =>
  typeof value === 'number' ? value : refuse(problems, 'wrong_type', path);

const boolean: Reader = (value, path, problems) =>
  typeof value === 'boolean' ? value : refuse(problems, 'wrong_type', path);

const text: Reader = (value, path, problems) =>
  typeof value === 'string' ? value : refuse(problems, 'wrong_type', path);

const list =
  (item: Reader): Reader =>
  (value, path, problems) => {
    if (!Array.isArray(value)) return refuse(problems, 'wrong_type', path);
    return Array.from(value.slice(0, LONGEST_LIST + 1), (entry: unknown, index) =>
      item(entry, `${path}[${index}]`, problems),
    );
  };

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Members that are `undefined` count as left out. */
const record =
  (readerOf: (key: string) => Reader | undefined): Reader =>
  (value, path, problems) => {
    if (!isRecord(value)) return refuse(problems, 'wrong_type', path);
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return Object.fromEntries(
      members.map(([key, member]) => {
        const memberPath = path === '' ? key : `${path}.${key}`;
        const reader = readerOf(key);
        return [key, reader ? reader(member, memberPath, problems) : refuse(problems, 'unknown', memberPath)];
      }),
    );
  };

const object = (members: Readonly<Record<string, Reader>>): Reader => {
  const readers = new Map(Object.entries(members));
  return record((key) => readers.get(key));
};

const namedNumbers = record(() => number);

const LAYER = {
  width: number,
  activation: text,
  activationParameters: namedNumbers,
  bias: boolean,
  normalization: text,
  residual: boolean,
  initializer: text,
  initializerParameters: namedNumbers,
  gain: number,
};

const HYPER_PARAMETERS = {
  learningRate: number,
  optimizerParameters: namedNumbers,
  schedule: object({ kind: text, steps: number, factor: number }),
  clipNorm: number,
  l1: number,
  l2: number,
};

const GENERATED_DATA = {
  dataset: text,
  parameters: namedNumbers,
  samples: number,
  classes: number,
  noise: number,
  trainShare: number,
  seed: number,
  formula: text,
};

const STOP_RULE = {
  lossBelow: number,
  scoreAtLeast: number,
  plateau: object({ epochs: number, tolerance: number }),
  maxEpochs: number,
  maxSteps: number,
  split: text,
  evaluationInterval: number,
};

/** Points are not written as JSON. */
const anything: Reader = (value) => value;

const SPEC = {
  ...HYPER_PARAMETERS,
  task: text,
  classes: number,
  targetCoding: text,
  features: list(text),
  layers: list(object(LAYER)),
  loss: text,
  lossParameters: namedNumbers,
  optimizer: text,
  batchSize: number,
  leftover: text,
  shuffle: boolean,
  seed: number,
  shuffleSeed: number,
  data: anything,
};

/** Copies of plain data whose types are right, ready for JSON; their values are for the core to judge. */
export const readSpec = object(SPEC);
export const readGeneratedData = object(GENERATED_DATA);
export const readHyperParameters = object(HYPER_PARAMETERS);
export const readStopRule = object(STOP_RULE);
