import { describe, expect, it } from 'vitest';
import createCore, { type BlockCore, type Core, type CoreOptions } from '#core';
import createTrainingCore, { type TrainingCore } from '#training-core';
import { readTrainingWasm, readWasm } from './support';

/** The compiler refuses a missing or extra entry; the test compares the numbers with the real module. */
type Arity<Module> = {
  readonly [Name in keyof Module]: Module[Name] extends (...all: infer All) => unknown
    ? All['length']
    : never;
};

const BLOCKS: Arity<BlockCore> = {
  inputView: 0,
  valueView: 0,
  derivativeView: 0,
  parameterView: 0,
  evaluate: 3,
};

const CORE: Arity<Core> = {
  ...BLOCKS,
  describeCatalogue: 0,
  secondDerivativeView: 0,
  sample: 2,
  sampleView: 0,
  describeProperties: 1,
  seedRandom: 1,
  fillNormal: 3,
  fillUniform: 3,
  vectorOutputLength: 2,
  evaluateVector: 2,
  jacobianView: 0,
};

const TRAINING_CORE: Arity<TrainingCore> = {
  ...BLOCKS,
  describeChoices: 0,
  problems: 0,
  numbersToGive: 1,
  textToGive: 1,
  numbers: 0,
  text: 0,
  generate: 0,
  readCsv: 4,
  writeCsv: 2,
  createTrainer: 3,
  createTrainerOfDataSet: 0,
  loadTrainer: 0,
  deleteTrainer: 1,
  describeTrainer: 1,
  samples: 2,
  setSamples: 4,
  setDataSet: 1,
  _take_steps: 2,
  stepSamples: 2,
  runEpochs: 2,
  runUntil: 4,
  progress: 1,
  evaluateSplits: 1,
  grid: 7,
  gradientGrid: 6,
  observe: 8,
  confusion: 2,
  trace: 3,
  affineRuns: 1,
  collapse: 3,
  signAgreement: 2,
  predict: 2,
  parameters: 1,
  gradient: 1,
  setParameters: 2,
  setInitialParameters: 2,
  setHyperParameters: 1,
  reset: 1,
  reseed: 2,
  save: 1,
  hash: 1,
};

type Members = Readonly<Record<string, unknown>>;

async function instantiate(
  create: (options: CoreOptions) => Promise<object>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Members> {
  const module = await WebAssembly.compile(bytes);
  const core = await create({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(module, imports).then((instance) => done(instance, module));
      return {};
    },
    onAbort: () => {},
  });
  return core as Members;
}

function arity(call: unknown): unknown {
  try {
    (call as (...all: number[]) => unknown)(...new Array(31).fill(0));
    return 'takes anything';
  } catch (error) {
    return Number(/expected (\d+)/.exec(String(error))?.[1]);
  }
}

/** What is exported without Embind takes the place of what stands for it with its first call, and has a length then. */
function exportedArity(core: Members, name: string): unknown {
  (core[name] as (...all: number[]) => unknown)(0, 0);
  return (core[name] as (...all: number[]) => unknown).length;
}

describe.each([
  ['core', CORE, async () => instantiate(createCore, await readWasm())],
  [
    'core with trainers',
    TRAINING_CORE,
    async () => instantiate(createTrainingCore, await readTrainingWasm()),
  ],
] as const)('the declaration of the %s', (_name, declared, load) => {
  it('names every function the module exports, with its number of arguments', async () => {
    const core = await load();
    const actual = Object.fromEntries(
      Object.keys(declared).map((name) => [
        name,
        name.startsWith('_') ? exportedArity(core, name) : arity(core[name]),
      ]),
    );
    expect(actual).toEqual(declared);
  });

  it('leaves out none', async () => {
    const core = await load();
    const ofEmscripten =
      /^(_|HEAP|asm|ready$|run$|calledRun|preloaded|inspect|on[A-Z]|instantiateWasm|print|wasm)|Error$|^(get|flush|set|count)_?[A-Za-z_]*(emval|Inherited|LiveInstance|Pending|Delay)/i;
    const own = Object.keys(core).filter((name) => typeof core[name] === 'function' && !(name in declared));
    expect(own.filter((name) => !ofEmscripten.test(name))).toEqual([]);
  });
});
