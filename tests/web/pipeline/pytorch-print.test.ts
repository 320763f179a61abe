import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printTensor } from '../../../web/src/elements/tensor-pipeline/pytorch-print';
import type { Tensor } from '../../../web/src/elements/tensor-pipeline/tensor';

interface GoldenCase {
  readonly shape: readonly [number] | readonly [number, number];
  readonly bits: readonly number[];
  readonly printed: string;
}

const golden: readonly GoldenCase[] = JSON.parse(
  readFileSync(new URL('../../golden/pytorch-print.json', import.meta.url), 'utf8'),
);

function tensorOf({ shape, bits }: GoldenCase): Tensor {
  const values = new Float32Array(Uint32Array.from(bits).buffer);
  return shape.length === 1
    ? { rank: 1, rows: 1, columns: shape[0], values }
    : { rank: 2, rows: shape[0], columns: shape[1], values };
}

describe('printTensor', () => {
  it.each(golden)('prints what PyTorch prints: shape $shape, $printed', (entry) => {
    expect(printTensor(tensorOf(entry))).toBe(entry.printed);
  });
});
