import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, toCsv } from '../../../web/src/exchange/csv';
import { historyCsv } from '../../../web/src/exchange/history-csv';

/** Fields of CSV by RFC 4180, written independently of the writer. */
function fieldsOf(csv: string): string[][] {
  const rows: string[][] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  let row: string[] = [];
  while (field.lastIndex < csv.length) {
    const match = field.exec(csv);
    if (!match) throw new Error('not RFC 4180');
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('toCsv', () => {
  it('quotes what needs it', () => {
    expect(toCsv([['a', 'b,c', 'd"e', 'f\ng', '']])).toBe('a,"b,c","d""e","f\ng",\r\n');
  });

  it('leaves out what is no number', () => {
    expect(toCsv([[1, 1e-7, null, Number.NaN, Number.POSITIVE_INFINITY]])).toBe('1,1e-7,,,\r\n');
  });

  it('can be read back, whatever it holds', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab,"\r\n 数') });
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      text,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1 })), (rows) => {
        const written = rows.map((row) => row.map((value) => (value === null ? '' : String(value))));
        expect(fieldsOf(toCsv(rows))).toEqual(written);
      }),
    );
  });
});

describe('historyCsv', () => {
  it('has a line for each epoch below the names', () => {
    const header = {
      epoch: '轮次',
      steps: 'step',
      learningRate: 'rate',
      trainLoss: 'loss, training',
      testLoss: 'loss, test',
      trainScore: 'accuracy',
      testScore: 'accuracy "test"',
    };
    const point = { learningRate: 0.03, testLoss: null, trainScore: 0.5, testScore: null };
    const points = [
      { ...point, epoch: 0, steps: 0, trainLoss: 0.7123456789012345 },
      { ...point, epoch: 1, steps: 25, trainLoss: 1e-9 },
    ];
    expect(historyCsv(points, header)).toBe(
      [
        '轮次,step,rate,"loss, training","loss, test",accuracy,"accuracy ""test"""',
        '0,0,0.03,0.7123456789012345,,0.5,',
        '1,25,0.03,1e-9,,0.5,',
        '',
      ].join('\r\n'),
    );
  });

  it('has the columns that have a name', () => {
    const points = [{ trainLoss: 0.25, epoch: 0.5, testLoss: Number.NaN }];
    const header = { testLoss: 'test', epoch: 'epoch', trainLoss: 'training' };
    expect(historyCsv(points, header)).toBe('epoch,training,test\r\n0.5,0.25,\r\n');
  });
});
