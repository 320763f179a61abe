import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST_SIDE, sameTensor, type Tensor } from '../../../web/src/elements/tensor-pipeline/tensor';
import {
  bracketedTensor,
  compactTensor,
  parseTensor,
} from '../../../web/src/elements/tensor-pipeline/tensor-text';

function read(text: string): Tensor {
  const parsed = parseTensor(text);
  if ('error' in parsed) throw new Error(JSON.stringify(parsed.error));
  return parsed.tensor;
}

function refusal(text: string): unknown {
  const parsed = parseTensor(text);
  return 'error' in parsed ? parsed.error : parsed;
}

function matrix(...rows: number[][]): Tensor {
  return {
    rank: 2,
    rows: rows.length,
    columns: rows[0]?.length ?? 0,
    values: Float32Array.from(rows.flat()),
  };
}

function vector(...values: number[]): Tensor {
  return { rank: 1, rows: 1, columns: values.length, values: Float32Array.from(values) };
}

const EXAMPLE = matrix([0.5, -0.6], [-1, 3], [1.5, -2]);

describe('parseTensor', () => {
  it.each([
    ['Python brackets', '[[0.5, -0.6], [-1.0, 3.0], [1.5, -2.0]]'],
    [
      'what PyTorch prints',
      'tensor([[ 0.5000, -0.6000],\n        [-1.0000,  3.0000],\n        [ 1.5000, -2.0000]])',
    ],
    [
      'a print of a tensor with its gradient function',
      'tensor([[0.5, -0.6], [-1, 3], [1.5, -2]], grad_fn=<SigmoidBackward0>)',
    ],
    [
      'a line of a PyTorch program',
      'inputs = torch.tensor([[0.5, -0.6],[-1.0, 3.0],[1.5, -2.0]], dtype=torch.float32, requires_grad=True)',
    ],
    ['a print with a label', 'Inputs: tensor([[0.5, -0.6], [-1, 3], [1.5, -2]])\n'],
    ['what NumPy prints', '[[ 0.5 -0.6]\n [-1.   3. ]\n [ 1.5 -2. ]]'],
    ['NumPy code', 'np.array([[.5, -.6], [-1, 3], [1.5, -2]])'],
    ['rows of spaces', '0.5 -0.6\n-1 3\n1.5 -2'],
    ['CSV with Windows line ends', '0.5,-0.6\r\n-1,3\r\n1.5,-2\r\n'],
    ['tabs and empty lines', '\n0.5\t-0.6\n\n-1\t3\n1.5\t-2\n\n'],
    ['semicolons', '0.5,-0.6; -1,3; 1.5,-2'],
    ['semicolons in brackets', '[0.5 -0.6; -1 3; 1.5 -2]'],
    ['commas at line ends', '0.5, -0.6,\n-1, 3,\n1.5, -2,'],
    ['real minus signs', '[[0.5, −0.6], [−1, 3], [1.5, −2]]'],
    ['full-width input', '【［０．５，－０．６］，［－１，３］，［１．５，－２］】'],
    ['commas after the last item', '[[0.5, -0.6,], [-1, 3,], [1.5, -2,],]'],
    ['exponents', '[[5e-1, -6E-1], [-1e0, +.3e1], [15.e-1, -2]]'],
  ])('reads %s', (_, text) => {
    expect(read(text)).toEqual(EXAMPLE);
  });

  it('reads a vector as one', () => {
    expect(read('[1, 2, 3]')).toEqual(vector(1, 2, 3));
    expect(read('1 2 3')).toEqual(vector(1, 2, 3));
    expect(read('tensor([1., 2., 3.])')).toEqual(vector(1, 2, 3));
  });

  it('reads one row as a matrix when it is marked', () => {
    expect(read('1 2 3;')).toEqual(matrix([1, 2, 3]));
    expect(read('[[1, 2, 3]]')).toEqual(matrix([1, 2, 3]));
  });

  it('reads infinities and NaN', () => {
    expect(read('[inf, -inf, +inf, Infinity, ∞, -∞]')).toEqual(
      vector(Infinity, -Infinity, Infinity, Infinity, Infinity, -Infinity),
    );
    expect(read('nan NaN -nan').values.every(Number.isNaN)).toBe(true);
  });

  it('rounds to float32', () => {
    expect(read('[0.1, 1e39, -1e-60]')).toEqual(vector(Math.fround(0.1), Infinity, -0));
  });

  it.each<[string, object]>([
    ['', { code: 'empty', line: 1, column: 1 }],
    [' \n ', { code: 'empty', line: 1, column: 1 }],
    ['[]', { code: 'empty', line: 1, column: 2 }],
    ['[[], []]', { code: 'empty', line: 1, column: 2 }],
    ['1, 2\n3, x4', { code: 'not-a-number', found: 'x4', line: 2, column: 4 }],
    ['1-2', { code: 'not-a-number', found: '1-2', line: 1, column: 1 }],
    ['1,,2', { code: 'number-expected', found: ',', line: 1, column: 3 }],
    ['[[1, 2], [3, 4]', { code: 'unclosed', line: 1, column: 1 }],
    ['[1, 2', { code: 'unclosed', line: 1, column: 6 }],
    ['[[1, 2], 3]', { code: 'row-expected', found: '3', line: 1, column: 10 }],
    ['[[1], [2]] 5', { code: 'text-after-end', found: '5', line: 1, column: 12 }],
    ['[[[1]]]', { code: 'too-deep', line: 1, column: 3 }],
    ['[[1, 2],\n ...,\n [3, 4]]', { code: 'shortened', line: 2, column: 2 }],
    ['tensor([0.1, 0.2,  ..., 0.3])', { code: 'shortened', line: 1, column: 20 }],
    ['1 2\n3 4\n5', { code: 'ragged', row: 3, expected: 2, found: 1, line: 3, column: 1 }],
    ['[[1, 2],\n [3]]', { code: 'ragged', row: 2, expected: 2, found: 1, line: 2, column: 2 }],
  ])('refuses %j with the position', (text, expected) => {
    expect(refusal(text)).toEqual(expected);
  });

  it('takes 64 rows and columns and refuses 65', () => {
    const line = (count: number): string => Array.from({ length: count }, () => '1').join(' ');
    const lines = (count: number): string => Array.from({ length: count }, () => '1').join('\n');
    expect(read(line(LARGEST_SIDE)).columns).toBe(64);
    expect(read(lines(LARGEST_SIDE)).rows).toBe(64);
    expect(refusal(line(LARGEST_SIDE + 1))).toMatchObject({ code: 'too-many-columns', line: 1 });
    expect(refusal(lines(LARGEST_SIDE + 1))).toMatchObject({ code: 'too-many-rows', line: 65 });
  });

  it('never throws', () => {
    const alphabet = fc.constantFrom(...'[](){},;.-+0123456789eE \n\r\tinfatesor=<>\'"…，；【】−∞');
    const soup = fc.string({ unit: alphabet, maxLength: 60 });
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' })), (text) => {
        const parsed = parseTensor(text);
        if ('error' in parsed) {
          expect(parsed.error.line).toBeGreaterThan(0);
          expect(parsed.error.column).toBeGreaterThan(0);
        } else {
          expect(parsed.tensor.values).toHaveLength(parsed.tensor.rows * parsed.tensor.columns);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('reads a long text in time that grows with its length', () => {
    const started = performance.now();
    const units = ['[', 'tensor(', '1,', ' ', 'a ', 'a.', 'a=b', ', ', '\n', ';', '[1],', '-', '(', "='"];
    for (const unit of units) {
      const many = unit.repeat(20_000);
      for (const text of [many, `${many}x`, `tensor([1]${many}x`, `tensor([1], a=1${many}x`, `[[1]${many}`])
        parseTensor(text);
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

const tensors: fc.Arbitrary<Tensor> = fc
  .tuple(fc.constantFrom<1 | 2>(1, 2), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rank, height, columns]) => {
    const rows = rank === 1 ? 1 : height;
    return fc
      .float32Array({ minLength: rows * columns, maxLength: rows * columns })
      .map((values) => ({ rank, rows, columns, values }));
  });

describe('writing a tensor', () => {
  it.each([
    ['compactTensor', compactTensor],
    ['bracketedTensor', bracketedTensor],
  ] as const)('%s reads back bit for bit', (_, write) => {
    fc.assert(
      fc.property(tensors, (tensor) => {
        expect(sameTensor(read(write(tensor)), tensor)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('is short', () => {
    expect(compactTensor(EXAMPLE)).toBe('0.5,-0.6;-1,3;1.5,-2');
    expect(bracketedTensor(EXAMPLE)).toBe('[[0.5, -0.6],\n [-1, 3],\n [1.5, -2]]');
  });
});
