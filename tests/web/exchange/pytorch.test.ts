import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TrainerSpec, TrainingLab } from '../../../web/src/engine/activation-lab';
import type { ExportLab } from '../../../web/src/exchange/export-lab';
import { toPyTorch } from '../../../web/src/exchange/python/pytorch';
import { readTrainedNetwork } from '../../../web/src/exchange/trained-network';
import { loadBuiltTrainingLab } from '../engine/support';
import { EXAMPLES, exampleNetwork, exampleTrainer } from './example-networks';
import { loadExportLab } from './support';

const GOLDEN = new URL('../../golden/', import.meta.url);

/** What PyTorch made of a program of `tests/golden/exports`. */
interface GoldenExport {
  readonly sha256: string;
  /** For the training data, sample by sample. */
  readonly outputs: readonly number[];
  /** Of the training data, before the first epoch and after each. */
  readonly losses: readonly number[];
}

interface GoldenRun {
  readonly name: string;
  readonly setup: Omit<TrainerSpec, 'data'> & { readonly columns: number };
  readonly inputs: readonly number[];
  readonly targets: readonly number[];
  readonly initial: readonly number[];
  /** Of the training data, before each step. */
  readonly losses: readonly number[];
  readonly final: readonly number[];
}

const readGolden = (name: string) => JSON.parse(readFileSync(new URL(name, GOLDEN), 'utf8'));
const exported: Readonly<Record<string, GoldenExport>> = readGolden('exports.json');

let lab: TrainingLab;
let exportLab: ExportLab;
beforeAll(async () => {
  lab = await loadBuiltTrainingLab();
  exportLab = await loadExportLab(lab);
});

/** All of them as near to the others as to float32's digits. */
function expectNear(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  const far = Array.from(actual, (value, i) => [value, expected[i] as number] as const).filter(
    ([value, other]) => !(Math.abs(value - other) <= tolerance * Math.max(1, Math.abs(other))),
  );
  expect(far).toEqual([]);
}

describe.each(EXAMPLES)('the program of $name', (example) => {
  const program = () => toPyTorch(exampleNetwork(lab, example), exportLab, { header: example.name });

  // After a wanted change: `vitest --update`, then tests/golden/make_exports.py.
  it('is the one that was looked at', async () => {
    await expect(program()).toMatchFileSnapshot(fileURLToPath(new URL(`exports/${example.name}.py`, GOLDEN)));
  });

  it('is the one that PyTorch was given', () => {
    expect(createHash('sha256').update(program()).digest('hex')).toBe(exported[example.name]?.sha256);
  });

  it('computes there what the core computes here', () => {
    const trainer = exampleTrainer(lab, example);
    const { outputs, losses } = exported[example.name] as GoldenExport;
    const { inputs, targets } = trainer.data.train;
    const planes = trainer.predict(inputs);
    const units = trainer.shape.outputs;
    const rows = planes.map((_, i) => planes[(i % units) * targets.length + Math.floor(i / units)] as number);
    expectNear(rows, outputs, 1e-5);
    const lossNow = () => trainer.snapshot({ evaluation: true }).train?.loss ?? Number.NaN;
    const own = losses.map((_, epoch) => {
      if (epoch > 0) trainer.epoch();
      return lossNow();
    });
    const comparable = example.steps === 0 ? losses.length : 1;
    expectNear(own.slice(0, comparable), losses.slice(0, comparable), 1e-5);
    trainer.dispose();
  });
});

it('a header cannot leave its comment', () => {
  const network = exampleNetwork(lab, EXAMPLES[0] as (typeof EXAMPLES)[number]);
  const header = 'one\nimport os\r\nimport os\rimport os\u2028import os';
  const lines = toPyTorch(network, exportLab, { header }).split(/[\n\r\u2028]/);
  expect(lines.slice(0, 5)).toEqual(['# one', ...Array(4).fill('# import os')]);
  expect(lines.filter((line) => line.startsWith('import os'))).toEqual([]);
});

describe('weights come across to the last bit', () => {
  it.each([
    ['as decimals', 3],
    ['as the bytes of many', 40],
  ])('%s', (_, width) => {
    const trainer = lab.trainer({
      layers: [{ width: 10 }, { width }, { width: 1, activation: 'identity' }],
      data: { train: { columns: 2, inputs: [0, 0], targets: [0] } },
    });
    const bits = new Uint32Array(trainer.shape.parameterCount);
    for (let i = 0; i < bits.length; i += 1) bits[i] = (i * 0x9e3779b9) >>> 0;
    const weights = Float32Array.from(new Float32Array(bits.buffer), (value) =>
      Number.isFinite(value) ? value : -0,
    );
    trainer.setWeights(weights);
    const program = toPyTorch(readTrainedNetwork(trainer.save(), trainer.shape), exportLab);
    const written = [
      ...program.matchAll(/\.(?:weight|bias)": (?:torch\.tensor\((.*?)\)|floats\("""(.*?)"""\))/gs),
    ];
    const numbers = written.flatMap(([, decimals, base64]) => {
      if (decimals !== undefined) {
        return decimals.match(/[-\d.e+]+/g)?.map((decimal) => Math.fround(Number(decimal))) ?? [];
      }
      const bytes = Uint8Array.from(Buffer.from(base64 ?? '', 'base64'));
      return [...new Float32Array(bytes.buffer)];
    });
    expect(numbers).toEqual([...weights]);
    trainer.dispose();
  });
});

const pythonWithPyTorch = ['python3', '/usr/bin/python3'].find(
  (python) => spawnSync(python, ['-c', 'import torch']).status === 0,
);

/** Of each program: losses of the training data before the first epoch and after each, and the weights at the end. */
const RUNNER = `
import json, sys, torch
def run(program, epochs):
    names = {"__name__": "exported"}
    exec(program, names)
    model, inputs, targets, loss_function = (names[n] for n in ("model", "inputs", "targets", "loss_function"))
    model.eval()
    def loss():
        with torch.no_grad():
            return loss_function(model(inputs), targets).item()
    losses = [loss()]
    for _ in range(epochs):
        names["train"](1)
        losses.append(loss())
    return {"losses": losses, "final": torch.cat([p.detach().reshape(-1) for p in model.parameters()]).tolist()}
torch.set_num_threads(1)
print(json.dumps([run(*job) for job in json.load(sys.stdin)]))
`;

describe.skipIf(pythonWithPyTorch === undefined)('in PyTorch, where it is installed', () => {
  const { runs } = readGolden('training.json') as { readonly runs: readonly GoldenRun[] };

  it('programs train as PyTorch itself did', { timeout: 120_000 }, () => {
    const jobs = runs.map(({ setup: { columns, ...setup }, inputs, targets, initial, losses }) => {
      const trainer = lab.trainer({ ...setup, data: { train: { columns, inputs, targets } } });
      trainer.setInitialWeights(initial);
      const network = readTrainedNetwork(trainer.save(), trainer.shape);
      const perEpoch = trainer.shape.stepsPerEpoch;
      trainer.dispose();
      return {
        perEpoch,
        program: toPyTorch(network, exportLab),
        epochs: Math.floor(losses.length / perEpoch),
      };
    });
    const { stdout, stderr } = spawnSync(pythonWithPyTorch ?? '', ['-c', RUNNER], {
      input: JSON.stringify(jobs.map(({ program, epochs }) => [program, epochs])),
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    expect(stderr).toBe('');
    const results = JSON.parse(stdout) as readonly Pick<GoldenRun, 'losses' | 'final'>[];
    runs.forEach(({ name, losses, final }, index) => {
      const { perEpoch, epochs } = jobs[index] as (typeof jobs)[number];
      const result = results[index] as (typeof results)[number];
      const compared = losses.filter((_, step) => step % perEpoch === 0);
      expectNear(result.losses.slice(0, compared.length), compared, 1e-5);
      if (epochs * perEpoch === losses.length) expectNear(result.final, final, 1e-5);
      expect(compared.length, name).toBeGreaterThan(1);
    });
  });
});
