import { describe, expect, it } from 'vitest';
import { parseOptions } from '../../bench/options.mjs';

describe('parseOptions', () => {
  it('runs everything in both engines on the production build when nothing is asked for', () => {
    expect(parseOptions([])).toEqual({
      help: false,
      quick: false,
      all: false,
      only: ['activations', 'training'],
      keys: null,
      sizes: null,
      engines: ['chromium', 'node'],
      json: null,
      module: 'dist/activation-lab.js',
    });
  });

  it('reads lists', () => {
    expect(parseOptions(['--keys=relu,gelu', '--sizes=16,65536', '--engines=node'])).toMatchObject({
      keys: ['relu', 'gelu'],
      sizes: [16, 65_536],
      engines: ['node'],
    });
  });

  it('runs only the suites that are asked for', () => {
    expect(parseOptions(['--only=training']).only).toEqual(['training']);
    expect(parseOptions(['--only=activations,training']).only).toEqual(['activations', 'training']);
  });

  it.each(['--keys=relu', '--sizes=16', '--all'])('takes %s to ask for activations', (option) => {
    expect(parseOptions([option]).only).toEqual(['activations']);
    expect(parseOptions([option, '--only=training']).only).toEqual(['training']);
  });

  it.each([
    [['--sizes=0'], '"0"'],
    [['--sizes=1.5'], '"1.5"'],
    [['--sizes=many'], '"many"'],
    [['--engines=netscape'], '"netscape"'],
    [['--only=tensors'], '"tensors"'],
    [['--slow'], '--slow'],
  ])('refuses %j', (args, named) => {
    expect(() => parseOptions(args)).toThrow(named);
  });
});
