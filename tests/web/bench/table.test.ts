import { describe, expect, it } from 'vitest';
import type { PeerSummary, Summary } from '../../bench/summary.mjs';
import { formatRate, formatSummaries, formatTable } from '../../bench/table.mjs';

describe('formatRate', () => {
  it.each([
    [1.234e10, '12.3 G'],
    [9.876e8, '988 M'],
    [4.5e5, '0.450 M'],
    [12_345, '12.3 k'],
    [80.1, '80.1'],
  ])('%d', (rate, expected) => {
    expect(formatRate(rate)).toBe(expected);
  });
});

describe('formatTable', () => {
  it('lines the columns up', () => {
    expect(
      formatTable([
        ['', 'rate'],
        ['relu f', '1 G'],
      ]),
    ).toBe('        rate\n------  ----\nrelu f   1 G');
  });
});

describe('formatSummaries', () => {
  const peer = (name: string, changes: Partial<PeerSummary> = {}): PeerSummary => ({
    ...{ name, rate: 1e8, spread: 0.1, ratio: 1, difference: 0, agrees: true, remark: null },
    ...changes,
  });
  const summary = (changes: Partial<Summary>): Summary => ({
    ...{ engine: 'node', group: 'g', name: 'n', unit: 'u', peers: [], best: null },
    ...{ derivativeCost: null, failures: {}, ...changes },
  });
  const cells = (table: string, row: number) => table.split('\n')[row]?.split(/ {2,}/);

  it('shows rates, ratios to the others, and the largest difference between those that agree', () => {
    const slow = peer('slow', { rate: 1e7, ratio: 10, difference: 1e-7 });
    const wrong = peer('wrong', { rate: 1e9, ratio: 0.1, difference: 1, agrees: false });
    const table = formatSummaries([
      summary({ name: 'relu', peers: [peer('activation-lab'), slow, wrong], best: slow }),
    ]);
    expect(cells(table, 2)).toEqual([
      'relu',
      '100 M',
      '10.0 M',
      '10.0x',
      '1.00 G!',
      '0.100x',
      '10.0',
      'slow',
      '1e-7',
    ]);
  });

  it('marks what is noisy or done otherwise', () => {
    const odd = peer('odd', { spread: 0.5, remark: 'does less' });
    expect(formatSummaries([summary({ peers: [odd] })])).toContain('100 M~*');
  });

  it('leaves a gap where a peer did not take part', () => {
    const table = formatSummaries([
      summary({ peers: [peer('a'), peer('b')] }),
      summary({ name: 'm', peers: [peer('b')] }),
    ]);
    expect(cells(table, 3)?.slice(0, 2)).toEqual(['m', '-']);
  });

  it('has a column for the cost of derivatives where there are some', () => {
    expect(formatSummaries([summary({})])).not.toContain("f and f'");
    expect(formatSummaries([summary({ derivativeCost: 1.5 })])).toContain("f and f' / f");
  });
});
