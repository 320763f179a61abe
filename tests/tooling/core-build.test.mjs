import { expect, it } from 'vitest';
import { holdsOptions } from '../../web/tooling/core-build.mjs';

const CONFIGURE = ['cmake', '--preset', 'native', '-G', 'Ninja', '-DTESTS=ON', '-DFLAGS=-O3 -march=native'];

it('sees options that were changed by hand', () => {
  const cache = '// a comment\nTESTS:BOOL=ON\nOTHER:PATH=/usr\nFLAGS:UNINITIALIZED=-O3 -march=native\n';
  expect(holdsOptions(CONFIGURE, cache)).toBe(true);
  expect(holdsOptions(CONFIGURE, cache.replace('TESTS:BOOL=ON', 'TESTS:BOOL=OFF'))).toBe(false);
  expect(holdsOptions(CONFIGURE, 'TESTS:BOOL=ON\n')).toBe(false);
  expect(holdsOptions(['cmake', '--preset', 'native'], '')).toBe(true);
});
