import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { GeneratedData, TrainingLab } from '../../../../web/src/engine/activation-lab';
import { engineErrorOf, loadBuiltTrainingLab } from '../support';

let lab: TrainingLab;
beforeAll(async () => {
  lab = await loadBuiltTrainingLab();
});

describe('the choices', () => {
  it('are sorted and complete', () => {
    for (const name of ['datasets', 'losses', 'optimizers', 'initializers'] as const) {
      const keys = lab.choices[name].map(({ key }) => key);
      expect(keys.length).toBeGreaterThan(5);
      expect(keys).toEqual([...keys].sort());
      for (const { name: english, nameZh, parameters } of lab.choices[name]) {
        expect(english).not.toBe('');
        expect(nameZh).not.toBe('');
        for (const { initial, minimum, maximum } of parameters) {
          expect(initial).toBeGreaterThanOrEqual(minimum);
          expect(initial).toBeLessThanOrEqual(maximum);
        }
      }
    }
  });

  it('can all be made', () => {
    for (const { key, columns, tasks, mostClasses } of lab.choices.datasets) {
      const task = tasks[0] as 'binary' | 'multi_class' | 'regression' | 'curve';
      const classes = Math.max(2, mostClasses);
      const loss = { binary: 'bce_with_logits', multi_class: 'softmax_cross_entropy' } as const;
      const trainer = lab.trainer({
        task,
        classes,
        loss: task === 'binary' || task === 'multi_class' ? loss[task] : 'mse',
        layers: [{ width: 3 }, { width: task === 'multi_class' ? classes : 1, activation: 'identity' }],
        data: { dataset: key },
      });
      expect(trainer.shape.columns, key).toBe(columns);
      expect(trainer.step(3), key).toBe(3);
      trainer.dispose();
    }
  });
});

describe('generate', () => {
  it('gives the points that a trainer of the same data has', () => {
    for (const data of [
      { dataset: 'moons', samples: 40, noise: 0.2, trainShare: 0.75, seed: 9 },
      { dataset: 'iris' },
      { dataset: 'sine', samples: 10 },
    ] satisfies GeneratedData[]) {
      const { columns } = lab.choices.datasets.find(({ key }) => key === data.dataset) ?? { columns: 0 };
      const { train, test } = lab.generate(data);
      expect([train.columns, test.columns]).toEqual([columns, columns]);
      expect(train.inputs).toHaveLength(columns * train.targets.length);
      expect(lab.generate(data)).toEqual({ train, test });
    }
    expect(lab.generate({ dataset: 'moons', samples: 40, trainShare: 0.75 }).train.targets).toHaveLength(30);
    const trainer = lab.trainer({
      layers: [{ width: 1, activation: 'identity' }],
      data: { dataset: 'moons', samples: 40 },
    });
    expect(lab.generate({ dataset: 'moons', samples: 40 })).toEqual(trainer.data);
  });

  it('takes a formula where the data set has one, which a trainer keeps', () => {
    const data = { dataset: 'formula', formula: 'x^2 / 4', samples: 60 };
    const { train } = lab.generate(data);
    const { length } = train.targets;
    for (let i = 0; i < length; i += 1) {
      const [x1, x2] = [train.inputs[i] as number, train.inputs[length + i] as number];
      expect(train.targets[i]).toBe(x2 > x1 ** 2 / 4 ? 1 : 0);
    }
    const trainer = lab.trainer({ layers: [{ width: 1, activation: 'identity' }], data });
    const loaded = lab.loadTrainer(trainer.save());
    expect(loaded.spec.data).toMatchObject(data);
    expect(loaded.hash()).toBe(trainer.hash());
    trainer.dispose();
    loaded.dispose();
  });

  it.each([
    ['2 +', 'formula_unexpected', 3, /after 3 characters/],
    ['sine(x)', 'formula_unknown_name', 0, /unknown name/],
    ['2(x', 'formula_unclosed', 1, /never closed/],
  ])('refuses the formula %s, and says where it is wrong', (formula, code, minimum, sentence) => {
    const error = engineErrorOf(() => lab.generate({ dataset: 'formula', formula }));
    expect(error.problems).toMatchObject([{ code, path: 'formula', minimum }]);
    expect(error.message).toMatch(sentence);
  });

  it('refuses what makes no sense', () => {
    const refused: [unknown, string][] = [
      [{ dataset: 'magic' }, 'data.dataset'],
      [{ dataset: 'moons', samples: 1e6 }, 'data.samples'],
      [{ dataset: 'moons', size: 3 }, 'data.size'],
      [{}, 'data.dataset'],
      [null, 'data'],
      [[], 'data'],
    ];
    for (const [data, argument] of refused) {
      const error = engineErrorOf(() => lab.generate(data as GeneratedData));
      expect([error.code, error.argument]).toEqual(['invalid-setup', argument]);
    }
  });
});

describe('comma-separated values', () => {
  it('are read with header and labels', () => {
    const { points, names } = lab.readCsv('width;height;kind\r\n1,5;2;"A ""a"""\r\n3;-4e1;B\r\n');
    expect(points).toEqual({
      columns: 2,
      inputs: Float32Array.of(1.5, 3, 2, -40),
      targets: Float32Array.of(0, 1),
    });
    expect(names).toEqual({ inputs: ['width', 'height'], target: 'kind', classes: ['A "a"', 'B'] });
  });

  it('can hold values, with the target in any column', () => {
    const options = { target: 'values', targetColumn: 1, header: 'absent' } as const;
    const { points, names } = lab.readCsv('0.5,1,2\n0.25,3,4', options);
    expect(points.targets).toEqual(Float32Array.of(0.5, 0.25));
    expect(points.inputs).toEqual(Float32Array.of(1, 3, 2, 4));
    expect(names).toEqual({ inputs: [], target: '', classes: [] });
  });

  it('are trained on', () => {
    const { points } = lab.readCsv('-1,-1,no\n1,1,no\n-1,1,yes\n1,-1,yes');
    const trainer = lab.trainer({
      layers: [{ width: 4 }, { width: 1, activation: 'identity' }],
      learningRate: 0.5,
      data: { train: points },
    });
    trainer.epoch(500);
    expect(trainer.snapshot({ evaluation: true }).train?.score).toBe(1);
  });

  it('come back with the same bits after they were written', () => {
    const numbers = fc.float({ noNaN: true, noDefaultInfinity: true });
    const label = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.tuple(numbers, numbers, numbers, numbers), { minLength: 1, maxLength: 8 }),
        fc.uniqueArray(label, { minLength: 1, maxLength: 3 }),
        (columns, rows, inputs) => {
          const points = {
            columns,
            inputs: Float32Array.from({ length: columns * rows.length }, (_, index) => {
              const row = rows[index % rows.length] as readonly number[];
              return row[Math.floor(index / rows.length)] as number;
            }),
            targets: Float32Array.from(rows, (row) => row[3]),
          };
          const names = inputs.length === columns ? { inputs } : {};
          const { points: again } = lab.readCsv(lab.writeCsv(points, names), {
            target: 'values',
            header: 'present',
          });
          expect(again).toEqual(points);
        },
      ),
    );
    const written = lab.writeCsv(
      { columns: 1, inputs: [1, 2], targets: [1, 0] },
      { target: 'kind', classes: ['cat', 'dog, big'] },
    );
    expect(written).toBe('x1,kind\n1,"dog, big"\n2,cat\n');
  });

  it('are refused with line and column', () => {
    const problems = (text: string, options = {}) => {
      const error = engineErrorOf(() => lab.readCsv(text, options));
      expect(error.code).toBe('invalid-csv');
      return error.problems.map(({ code, line, column }) => [code, line, column]);
    };
    expect(problems('')).toEqual([['no_rows', undefined, undefined]]);
    expect(problems('1,2,0\n3,,0\n4,five,1\n', { header: 'absent' })).toEqual([
      ['missing_value', 2, 2],
      ['not_a_number', 3, 2],
    ]);
    expect(problems('1,2\n3,4,5\n')).toEqual([['uneven_row', 2, 3]]);
    expect(problems('1,2\n"3,4')).toEqual([['unclosed_quote', 2, 1]]);
    expect(problems('1,2\n3,4\n', { targetColumn: 9 })).toEqual([['no_such_column', undefined, undefined]]);
    const error = engineErrorOf(() => lab.readCsv('1,2,0\n3,,0\n'));
    expect(error.message).toBe('text, line 2, column 2: is empty');
    expect(problems(' '.repeat(lab.choices.limits.csvBytes + 1))).toEqual([
      ['too_large', undefined, undefined],
    ]);
  });

  it('are refused where an argument is none', () => {
    const points = { columns: 1, inputs: [1], targets: [0] };
    const refused: [() => unknown, string][] = [
      [() => lab.readCsv(7 as never), 'text'],
      [() => lab.readCsv('', { target: 'both' as never }), 'options.target'],
      [() => lab.readCsv('', { targetColumn: 0 }), 'options.targetColumn'],
      [() => lab.readCsv('', { classLimit: 11 }), 'options.classLimit'],
      [() => lab.readCsv('', { header: true as never }), 'options.header'],
      [() => lab.writeCsv(7 as never), 'points'],
      [() => lab.writeCsv({ ...points, inputs: [Number.NaN] }), 'points.inputs[0]'],
      [() => lab.writeCsv({ ...points, inputs: [1, 2] }), 'points.inputs'],
      [() => lab.writeCsv(points, { inputs: ['a', 'b'] }), 'names.inputs'],
      [() => lab.writeCsv({ ...points, targets: [2] }, { classes: ['a', 'b'] }), 'names.classes'],
      [() => lab.writeCsv(points, { classes: [1] as never }), 'names.classes'],
      [() => lab.writeCsv(points, { target: 1 as never }), 'names.target'],
    ];
    for (const [call, argument] of refused) expect(engineErrorOf(call).argument).toBe(argument);
  });
});
