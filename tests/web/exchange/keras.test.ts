import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TrainerSpec, TrainingLab } from '../../../web/src/engine/activation-lab';
import type { ExportLab } from '../../../web/src/exchange/export-lab';
import { toKeras } from '../../../web/src/exchange/python/keras';
import { readTrainedNetwork } from '../../../web/src/exchange/trained-network';
import { loadBuiltTrainingLab } from '../engine/support';
import { EXAMPLES, exampleNetwork } from './example-networks';
import { loadExportLab } from './support';

let lab: TrainingLab;
let exportLab: ExportLab;
beforeAll(async () => {
  lab = await loadBuiltTrainingLab();
  exportLab = await loadExportLab(lab);
});

function programOf(spec: Partial<TrainerSpec>, weights?: readonly number[]): string {
  const trainer = lab.trainer({
    layers: [{ width: 1, activation: 'identity' }],
    data: { train: { columns: 2, inputs: [1, 2, 3, 4, 5, 6], targets: [0, 1, 0] } },
    ...spec,
  });
  if (weights) trainer.setWeights(weights);
  const program = toKeras(readTrainedNetwork(trainer.save(), trainer.shape), exportLab);
  trainer.dispose();
  return program;
}

describe.each(EXAMPLES)('the program of $name', (example) => {
  it('is the one that was looked at', async () => {
    await expect(toKeras(exampleNetwork(lab, example), exportLab)).toMatchFileSnapshot(
      fileURLToPath(new URL(`../../golden/exports-keras/${example.name}.py`, import.meta.url)),
    );
  });
});

describe('the program', () => {
  it('has a row of weights for each input', () => {
    const program = programOf(
      { layers: [{ width: 3 }, { width: 1, activation: 'identity' }] },
      [11, 12, 21, 22, 31, 32, 0.1, 0.2, 0.3, 41, 42, 43, 0.4],
    );
    expect(program).toContain(`model.dense1.set_weights([
    np.array([
        [11.0, 21.0, 31.0],
        [12.0, 22.0, 32.0],
    ], dtype="float32"),
    np.array([0.1, 0.2, 0.3], dtype="float32"),
])
model.dense2.set_weights([
    np.array([
        [41.0],
        [42.0],
        [43.0],
    ], dtype="float32"),
    np.array([0.4], dtype="float32"),
])`);
  });

  it('has a row of inputs for each sample', () => {
    expect(programOf({})).toContain(`inputs = np.array([
    [1.0, 4.0],
    [2.0, 5.0],
    [3.0, 6.0],
], dtype="float32")`);
  });

  it('halves L2, because Keras does not', () => {
    expect(programOf({ l1: 0.5, l2: 0.5 })).toContain('keras.regularizers.L1L2(l1=0.5, l2=0.25)');
  });

  it('gives Keras points in whole numbers, without which it refuses them', () => {
    const program = programOf({
      optimizer: 'momentum',
      optimizerParameters: { momentum: 0 },
      learningRate: 1,
    });
    expect(program).toContain('keras.optimizers.SGD(1.0, momentum=0.0)');
  });
});

describe('there is code for every entry of the catalogue', () => {
  it('of losses', () => {
    expect(lab.choices.losses.filter(({ keras, pytorch }) => keras === '' || pytorch === '')).toEqual([]);
  });

  it('of optimisers', () => {
    expect(lab.choices.optimizers.filter(({ keras, pytorch }) => keras === '' || pytorch === '')).toEqual([]);
  });

  it('of activations', () => {
    expect(exportLab.catalogue.activations.filter(({ code }) => code.keras === '')).toEqual([]);
  });
});

const python = ['python3', 'python'].find((name) => spawnSync(name, ['-c', 'import ast']).status === 0);

describe.skipIf(python === undefined)('in Python, where it is installed', () => {
  it('every program can be read', () => {
    const programs = [
      ...EXAMPLES.map((example) => toKeras(exampleNetwork(lab, example), exportLab)),
      ...lab.choices.optimizers.map(({ key }) => programOf({ optimizer: key, clipNorm: 1 })),
      ...exportLab.catalogue.activations.map(({ key }) =>
        programOf({
          layers: [
            { width: 2, activation: key },
            { width: 1, activation: 'identity' },
          ],
        }),
      ),
    ];
    const read = 'import ast, json, sys\nfor program in json.load(sys.stdin): ast.parse(program)';
    const { status, stderr } = spawnSync(python ?? '', ['-c', read], {
      input: JSON.stringify(programs),
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});
