import { describe, expect, it } from 'vitest';
import { tally } from '../../web/tooling/tally.mjs';

describe('tally', () => {
  it('reads doctest, also through ctest', () => {
    const line = '[doctest] test cases:   42 |   41 passed | 1 failed | 3 skipped';
    expect(tally(`${line}\n`, 1)).toEqual({ passed: 41, failed: 1 });
    expect(tally(`1: ${line}\n`, 1)).toEqual({ passed: 41, failed: 1 });
  });

  it('adds several programs', () => {
    const line = '[doctest] test cases: 2 | 2 passed | 0 failed |\n';
    expect(tally(line + line, 0)).toEqual({ passed: 4, failed: 0 });
  });

  it('reads Vitest', () => {
    const output = ' Test Files  2 passed (2)\n      Tests  17 passed (17)\n   Duration  1.2s\n';
    expect(tally(output, 0)).toEqual({ passed: 17, failed: 0 });
    expect(tally('      Tests  2 failed | 15 passed (17)\n', 1)).toEqual({ passed: 15, failed: 2 });
    expect(tally('      Tests  2 failed (2)\n', 1)).toEqual({ passed: 0, failed: 2 });
    expect(tally('      Tests  5 passed | 1 skipped (6)\n', 0)).toEqual({ passed: 5, failed: 0 });
  });

  it('reads a closing line', () => {
    expect(tally('axe ... ok\n12 passed, 0 failed\n', 0)).toEqual({ passed: 12, failed: 0 });
  });

  it('takes a tool that counts nothing as one test', () => {
    expect(tally('', 0)).toEqual({ passed: 1, failed: 0 });
    expect(tally('error TS2322\n', 2)).toEqual({ passed: 0, failed: 1 });
  });

  it('takes no test at all as a failure', () => {
    const output = '[doctest] test cases: 0 | 0 passed | 0 failed | 0 skipped\n';
    expect(tally(output, 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('does not lose a failure that no test reports', () => {
    expect(tally('12 passed, 0 failed\nterminate called\n', 134)).toEqual({ passed: 12, failed: 1 });
  });

  it('does not lose a failed test that the exit code hides', () => {
    expect(tally('0 passed, 3 failed\n', 0)).toEqual({ passed: 0, failed: 3 });
  });
});
