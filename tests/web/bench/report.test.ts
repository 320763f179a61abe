import { describe, expect, it } from 'vitest';
import { formatReport, type Results } from '../../bench/report.mjs';
import type { PeerSummary } from '../../bench/summary.mjs';

const peer = (name: string, changes: Partial<PeerSummary> = {}): PeerSummary => ({
  name,
  rate: 1e8,
  spread: 0.1,
  ratio: 1,
  difference: 0,
  agrees: true,
  remark: null,
  ...changes,
});

const RELU = { engine: 'node', group: '65,536 values', name: 'relu f' };

const RESULTS: Results = {
  date: '2025-01-01T00:00:00.000Z',
  quick: false,
  machine: { processor: 'Z80', cores: 1, memory: 8, system: 'CP/M', node: '20.0.0', packages: {} },
  engines: ['Node.js 20.0.0'],
  load: [0.1, 0.2],
  versions: { 'activation-lab': 'dist/activation-lab.js' },
  summaries: [
    {
      ...RELU,
      unit: 'values',
      peers: [
        peer('activation-lab'),
        peer('a', { ratio: 0.5 }),
        peer('b', { agrees: false, difference: 0.02 }),
        peer('d', { remark: 'does less' }),
      ],
      best: peer('a', { ratio: 0.5 }),
      derivativeCost: null,
      failures: { c: 'out of memory' },
    },
  ],
  verdicts: [
    {
      name: 'ratios',
      workload: RELU,
      peer: 'best peer',
      goal: 3,
      reached: 0.5,
      met: false,
    },
    {
      name: 'derivativeCost',
      workload: { ...RELU, name: "relu f and f'" },
      peer: null,
      goal: 1.6,
      reached: 1.5,
      met: true,
    },
  ],
};

describe('formatReport', () => {
  const report = formatReport(RESULTS);

  it.each([
    ['the machine', 'Z80, 1 cores, 8 GiB; CP/M'],
    ['those set aside', '- node, 65,536 values: relu f: b, by 2e-2'],
    ['those that do it otherwise', '- d: does less'],
    ['the goals', '- node, 65,536 values: relu f: 0.500 x best peer, wanted 3, MISSED'],
    ['how many were met', "## Cost of f and f' against f: 1 of 1 met"],
    ['what did not run', '- node, 65,536 values: relu f: c: out of memory'],
  ])('names %s', (_, line) => {
    expect(report.split('\n')).toContain(line);
  });

  it('warns when the machine was busy', () => {
    expect(report).not.toContain('noisy');
    expect(formatReport({ ...RESULTS, load: [0.1, 4] })).toContain('noisy');
  });
});
