import { describe, expect, it } from 'vitest';
import { SUITES, selectSuites } from '../../web/tooling/suites.mjs';

/** @param {readonly string[] | null} names */
const selected = (names) => selectSuites(names).map((suite) => suite.name);

describe('selectSuites', () => {
  it('takes all without a choice', () => {
    expect(selected(null)).toEqual(SUITES.map((suite) => suite.name));
  });

  it('adds what a suite needs, in the order in which suites run', () => {
    expect(selected(['browser', 'types'])).toEqual(['types', 'core', 'page', 'browser']);
  });

  it('names the suites when one does not exist', () => {
    expect(() => selectSuites(['webb'])).toThrow(/"webb".*format, types/);
  });
});

it('every suite comes after those it needs', () => {
  for (const [index, suite] of SUITES.entries()) {
    const earlier = SUITES.slice(0, index).map((other) => other.name);
    expect(earlier).toEqual(expect.arrayContaining([...suite.after]));
  }
});
