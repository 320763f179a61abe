import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TrainerSpec, TrainingLab } from '../../../web/src/engine/activation-lab';
import { type PlaygroundSetup, readPlaygroundLink } from '../../../web/src/exchange/playground/read-link';
import { engineSeed, playgroundSeed } from '../../../web/src/exchange/playground/seed';
import { toPlaygroundLink } from '../../../web/src/exchange/playground/write-link';
import { loadBuiltTrainingLab } from '../engine/support';

const ADDRESS = 'https://playground.tensorflow.org/';
/** As its page writes it after the first visit. */
const START =
  'activation=tanh&batchSize=10&dataset=circle&regDataset=reg-plane&learningRate=0.03&regularizationRate=0&noise=0' +
  '&networkShape=4,2&seed=0.41234&showTestData=false&discretize=false&percTrainData=50&x=true&y=true&xTimesY=false' +
  '&xSquared=false&ySquared=false&cosX=false&sinX=false&cosY=false&sinY=false&collectStats=false' +
  '&problem=classification&initZero=false&hideText=false';

function read(text: string): PlaygroundSetup {
  const reading = readPlaygroundLink(text);
  if ('refusal' in reading) throw new Error(`refused: ${reading.refusal}`);
  return reading;
}

const readState = (hash: string) => read(`${ADDRESS}#${hash}`);
const differencesOf = (hash: string) => readState(`seed=0.1&${hash}`).differences.slice(2);

function write(spec: TrainerSpec, view: Parameters<typeof toPlaygroundLink>[1] = {}): string {
  const writing = toPlaygroundLink(spec, view);
  if ('obstacles' in writing) throw new Error(`obstacles: ${writing.obstacles.join()}`);
  return writing.link;
}

describe('a link is read', () => {
  it('as the set-up that it opens there', () => {
    expect(readState(START)).toEqual({
      spec: {
        task: 'binary',
        targetCoding: 'minus_one_one',
        features: ['x1', 'x2'],
        layers: [
          { width: 4, activation: 'tanh', initializer: 'uniform' },
          { width: 2, activation: 'tanh', initializer: 'uniform' },
          { width: 1, activation: 'tanh', initializer: 'uniform' },
        ],
        loss: 'half_squared',
        optimizer: 'sgd',
        learningRate: 0.03,
        l1: 0,
        l2: 0,
        batchSize: 10,
        leftover: 'keep',
        shuffle: false,
        seed: 41234,
        data: { dataset: 'circle', samples: 500, noise: 0, trainShare: 0.5, seed: 41234 },
      },
      view: {
        showTestData: false,
        discretize: false,
        hideText: false,
        hiddenControls: [],
        hiddenFeatures: [],
      },
      differences: [{ code: 'random_numbers' }, { code: 'single_precision' }],
    });
  });

  it('with a network for values', () => {
    const { spec } = readState(
      'problem=regression&regDataset=reg-gauss&dataset=spiral&activation=relu&networkShape=3&percTrainData=10&noise=35',
    );
    expect(spec).toMatchObject({
      task: 'regression',
      targetCoding: 'automatic',
      data: { dataset: 'gaussian_hills', samples: 1200, noise: 0.35, trainShare: 0.1 },
    });
    expect(spec.layers.map(({ width, activation }) => [width, activation])).toEqual([
      [3, 'relu'],
      [1, 'identity'],
    ]);
  });

  it.each([
    ['gauss', 'gaussians'],
    ['xor', 'xor'],
    ['spiral', 'two_spirals'],
  ])('with the data set %s', (theirs, ours) => {
    expect(readState(`dataset=${theirs}`).spec.data).toMatchObject({ dataset: ours });
  });

  it.each([
    ['L1', { l1: 0.01, l2: 0 }],
    ['L2', { l1: 0, l2: 0.01 }],
    ['none', { l1: 0, l2: 0 }],
  ])('with the regularisation %s', (regularization, penalties) => {
    expect(readState(`regularization=${regularization}&regularizationRate=0.01`).spec).toMatchObject(
      penalties,
    );
  });

  it('with all its inputs, in the order of its units', () => {
    const { spec } = readState('x=false&sinY=true&sinX=1&xTimesY=true&ySquared=true&xSquared=true');
    expect(spec.features).toEqual(['x2', 'x1_squared', 'x2_squared', 'x1_x2', 'sin_x1', 'sin_x2']);
  });

  it('without the inputs it hides', () => {
    const { spec, view } = readState('x=true&xSquared=true&x_hide=true&sinX_hide=true');
    expect(spec.features).toEqual(['x2', 'x1_squared']);
    expect(view.hiddenFeatures).toEqual(['x1', 'sin_x1']);
  });

  it('with zeros where it begins with zeros, and without hidden layers', () => {
    expect(readState('initZero=true&networkShape=').spec.layers).toEqual([
      { width: 1, activation: 'tanh', initializer: 'zeros' },
    ]);
  });

  it('with what it shows and hides', () => {
    const { view } = readState(
      'showTestData=true&discretize=true&hideText=true&dataset_hide=true&playButton_hide=true&noise_hide=false',
    );
    expect(view).toEqual({
      showTestData: true,
      discretize: true,
      hideText: true,
      hiddenControls: ['playButton', 'dataset'],
      hiddenFeatures: [],
    });
  });

  it.each([
    ['a bare address', 'playground.tensorflow.org', ''],
    ['an address without scheme', `playground.tensorflow.org/#${START}`, START],
    ['the old scheme and capitals', `HTTP://PLAYGROUND.TENSORFLOW.ORG/#${START}`, START],
    ['prose around it', `See <${ADDRESS}#${START}>, and then`, START],
    ['a full stop behind it', `${ADDRESS}#${START}.`, START],
    ['Markdown', `[link](${ADDRESS}#${START})`, START],
    ['HTML', `<iframe src="${ADDRESS}#${START.replaceAll('&', '&amp;')}" width="1280"></iframe>`, START],
    ['escaped commas', `${ADDRESS}#${START.replaceAll(',', '%2C')}`, START],
    ['the part behind the number sign', `#${START}`, START],
    ['the state alone', START, START],
  ])('from %s', (_, text, state) => {
    expect(read(text)).toEqual(readState(state));
  });
});

describe('a text without link is refused', () => {
  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['hello', 'no_link'],
    ['#v=1&activation=gelu', 'no_link'],
    [`https://example.org/#${START}`, 'other_site'],
    [`https://playground.tensorflow.org.example/#${START}`, 'other_site'],
  ])('%j: %s', (text, refusal) => {
    expect(readPlaygroundLink(text)).toEqual({ refusal });
  });
});

describe('what differs is named', () => {
  it.each([
    ['dataset=xor', [{ code: 'equal_quadrants' }]],
    ['dataset=spiral', [{ code: 'spiral_centre' }]],
    ['dataset=xor&problem=regression', []],
    ['regularization=L1&regularizationRate=0.1', [{ code: 'l1_keeps_zero' }]],
    ['regularization=L2&regularizationRate=0.1', [{ code: 'l2_after_step' }]],
    ['regularization=L2', []],
    ['regularizationRate=3', []],
    ['batchSize=7', [{ code: 'leftover_points' }]],
    ['batchSize=30&percTrainData=5', [{ code: 'batch_too_large' }]],
    ['x=false&y=false', [{ code: 'no_input' }]],
    ['cosX=true', [{ code: 'cosine_input' }]],
    ['tutorial=dp', [{ code: 'tutorial' }]],
    ['networkShape=4,0,x,2', [{ code: 'empty_layer' }]],
    ['colour=red', [{ code: 'unknown_key', key: 'colour' }]],
    ['activation=gelu', [{ code: 'unknown_value', key: 'activation', given: 'gelu' }]],
    ['learningRate=fast', [{ code: 'unknown_value', key: 'learningRate', given: 'fast' }]],
    ['noise=2000', [{ code: 'adjusted_value', key: 'noise', given: '2000', used: '100' }]],
    ['batchSize=2.4', [{ code: 'adjusted_value', key: 'batchSize', given: '2.4', used: '2' }]],
    ['networkShape=9,999', [{ code: 'adjusted_value', key: 'networkShape', given: '9,999', used: '9,256' }]],
  ])('%s', (state, differences) => {
    expect(differencesOf(state)).toEqual(differences);
  });

  it('where there is no seed', () => {
    expect(readState('').differences).toContainEqual({ code: 'no_seed' });
  });

  it('at a length that can be shown', () => {
    const { differences } = readState(
      `activation=${'x'.repeat(5000)}&${Array.from({ length: 500 }, (_, i) => `k${i}=1`).join('&')}`,
    );
    expect(JSON.stringify(differences).length).toBeLessThan(1000);
  });

  it('and what is used lies within the limits of the engine', () => {
    const { spec } = readState(
      `batchSize=1e9&learningRate=-1&regularization=L1&regularizationRate=1e6&networkShape=${Array(99).fill(300).join()}&percTrainData=100`,
    );
    expect(spec).toMatchObject({ batchSize: 500, learningRate: 0, l1: 100 });
    expect(spec.layers).toHaveLength(64);
    expect(spec.layers[0]?.width).toBe(256);
  });
});

describe('the engine', () => {
  let lab: TrainingLab;
  beforeAll(async () => {
    lab = await loadBuiltTrainingLab();
  });

  it('takes every set-up, and completes it to one with the same link', () => {
    const hash = fc
      .record({
        activation: fc.constantFrom('relu', 'tanh', 'sigmoid', 'linear'),
        problem: fc.constantFrom('classification', 'regression'),
        dataset: fc.constantFrom('circle', 'xor', 'gauss', 'spiral'),
        regDataset: fc.constantFrom('reg-plane', 'reg-gauss'),
        regularization: fc.constantFrom('none', 'L1', 'L2'),
        regularizationRate: fc.constantFrom('0', '0.001', '10', '1000'),
        learningRate: fc.constantFrom('0.00001', '0.03', '10', '-1', '1e9'),
        networkShape: fc
          .array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 })
          .map((widths) => widths.join()),
        batchSize: fc.integer({ min: -1, max: 2000 }).map(String),
        percTrainData: fc.integer({ min: -10, max: 110 }).map(String),
        noise: fc.integer({ min: -10, max: 110 }).map(String),
        sinX: fc.constantFrom('true', 'false'),
        x: fc.constantFrom('true', 'false'),
        seed: fc.string(),
        initZero: fc.constantFrom('true', 'false'),
      })
      .map((state) => new URLSearchParams(state).toString());
    fc.assert(
      fc.property(hash, (state) => {
        const { spec, view } = readState(state);
        const trainer = lab.trainer(spec);
        try {
          expect(write(trainer.spec, view)).toBe(write(spec, view));
        } finally {
          trainer.dispose();
        }
      }),
    );
  });
});

describe('a link is written', () => {
  const { spec } = readState(START);

  it('as its page writes it', () => {
    expect(write(spec)).toBe(`${ADDRESS}#${START}`);
  });

  it('with what is hidden', () => {
    expect(write(spec, { hiddenControls: ['stepButton'], hiddenFeatures: ['sin_x1', 'x1'] })).toBe(
      `${ADDRESS}#${START}&stepButton_hide=true&sinX_hide=true`,
    );
  });

  it('with the whole training data as a batch', () => {
    expect(readState(new URL(write({ ...spec, batchSize: 0 })).hash.slice(1)).spec.batchSize).toBe(250);
  });

  const layer = { width: 3, activation: 'tanh', initializer: 'uniform' };
  it.each<readonly [string, Partial<TrainerSpec>]>([
    ['task', { task: 'curve' }],
    ['data', { data: { dataset: 'moons', samples: 500 } }],
    ['data', { data: { dataset: 'two_spirals', samples: 500, parameters: { turns: 1 } } }],
    ['data', { data: { train: { columns: 2, inputs: [0, 0], targets: [0] } } }],
    ['sample_count', { data: { dataset: 'circle', samples: 200 } }],
    ['features', { features: ['x1', 'cos_x1'] }],
    ['features', { features: ['x1', 'x1'] }],
    ['target_coding', { targetCoding: 'zero_one' }],
    ['activation', { layers: [layer, { ...layer, activation: 'relu' }, { ...layer, width: 1 }] }],
    [
      'activation',
      {
        layers: [
          { ...layer, activation: 'gelu' },
          { ...layer, width: 1 },
        ],
      },
    ],
    ['output', { layers: [{ ...layer, width: 1, activation: 'identity' }] }],
    ['layer_options', { layers: [{ ...layer, width: 1, bias: false }] }],
    [
      'layer_options',
      {
        layers: [
          { ...layer, normalization: 'batch' },
          { ...layer, width: 1 },
        ],
      },
    ],
    ['initializer', { layers: [{ ...layer, width: 1, initializer: 'xavier_normal' }] }],
    ['initializer', { layers: [layer, { ...layer, width: 1, initializer: 'zeros' }] }],
    ['loss', { loss: 'mse' }],
    ['optimizer', { optimizer: 'adam' }],
    ['schedule', { schedule: { kind: 'step', steps: 10 } }],
    ['clipping', { clipNorm: 1 }],
    ['penalties', { l1: 0.1, l2: 0.1 }],
    ['shuffling', { shuffle: true }],
    ['leftover', { leftover: 'drop' }],
  ])('unless it cannot be done there: %s %j', (obstacle, change) => {
    expect(toPlaygroundLink({ ...spec, ...change })).toEqual({ obstacles: [obstacle] });
  });
});

describe('seeds', () => {
  it.each([
    ['0.41234', 41234],
    ['.5', 50000],
    ['0.00007', 7],
    ['123456', 123456],
  ])('%s is %i', (text, seed) => {
    expect(engineSeed(text)).toBe(seed);
  });

  it('come back', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (seed) => {
        expect(engineSeed(playgroundSeed(seed))).toBe(seed);
      }),
    );
  });

  it('are whole numbers, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Number.isSafeInteger(engineSeed(text))).toBe(true);
        expect(engineSeed(text)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('whatever is pasted', () => {
  const key = fc.constantFrom(
    ...START.split('&').map((pair) => pair.split('=')[0] as string),
    ...['regularization', 'tutorial', 'x_hide', 'sinX_hide', 'batchSize_hide', '__proto__', ''],
  );
  const value = fc.oneof(
    fc.constantFrom(
      'true',
      'false',
      'relu',
      'linear',
      'spiral',
      'reg-gauss',
      'regression',
      'L1',
      'L2',
      '4,2,x',
    ),
    fc.constantFrom('', '%', 'NaN', '-0', '1e999', '0x10', 'constructor'),
    fc.double().map(String),
    fc.integer({ min: -5, max: 130 }).map(String),
    fc.array(fc.integer({ min: -1, max: 300 }), { maxLength: 70 }).map((widths) => widths.join()),
    fc.string(),
  );
  const state = fc
    .array(fc.tuple(key, value), { maxLength: 40 })
    .map((pairs) => pairs.map(([name, text]) => `${name}=${text}`).join('&'));

  it('gives a result or a refusal', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      state,
      state.map((hash) => `${ADDRESS}#${hash}`),
    );
    fc.assert(
      fc.property(text, (pasted) => {
        const reading = readPlaygroundLink(pasted);
        expect('refusal' in reading || reading.spec.layers.length > 0).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('has a link that means the same, and is its own link', () => {
    fc.assert(
      fc.property(state, (hash) => {
        const first = readState(hash);
        const link = write(first.spec, first.view);
        const second = read(link);
        expect(second.spec).toEqual(first.spec);
        expect(second.view).toEqual(first.view);
        expect(write(second.spec, second.view)).toBe(link);
      }),
      { numRuns: 1000 },
    );
  });
});
