import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boolean, choice, createCodec, list, number, text } from '../../../web/src/state/codec';
import { fromScope, intoScope, readQuery, writeQuery } from '../../../web/src/state/query';

interface Sample {
  readonly x: number;
  readonly steps: number;
  readonly kind: 'line' | 'dots';
  readonly shown: boolean;
  readonly title: string;
  readonly places: readonly number[];
}

const schema = {
  x: number({ initial: 0, minimum: -10, maximum: 10 }),
  steps: number({ initial: 3, minimum: 1, maximum: 9, integer: true }),
  kind: choice(['line', 'dots'], 'line'),
  shown: boolean(true),
  title: text('', 20),
  places: list(number({ initial: 0 }), { initial: [1, 2], maximumLength: 4 }),
};
const codec = createCodec<Sample>(schema);

const samples: fc.Arbitrary<Sample> = fc.record({
  x: fc.double({ min: -10, max: 10, noNaN: true }).map((value) => value + 0),
  steps: fc.integer({ min: 1, max: 9 }),
  kind: fc.constantFrom('line', 'dots'),
  shown: fc.boolean(),
  title: fc.string({ unit: 'grapheme', maxLength: 20 }).filter((value) => value.length <= 20),
  places: fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 4 }),
});

describe('createCodec', () => {
  it('writes nothing for the initial state', () => {
    expect(codec.encode(codec.initial)).toBe('');
    expect(codec.decode('').state).toEqual(codec.initial);
  });

  it('writes readable text', () => {
    const state: Sample = {
      ...codec.initial,
      x: -1.5,
      kind: 'dots',
      title: 'ReLU & 中文',
      places: [1e-7, 2],
    };
    expect(codec.encode(state)).toBe('x=-1.5&kind=dots&title=ReLU%20%26%20%E4%B8%AD%E6%96%87&places=1e-7,2');
  });

  it('reads what it wrote', () => {
    fc.assert(
      fc.property(samples, (state) => {
        const decoded = codec.decode(codec.encode(state));
        expect(decoded.problems).toEqual([]);
        expect({
          ...decoded.state,
          x: decoded.state.x + 0,
          places: decoded.state.places.map((place) => place + 0),
        }).toEqual({
          ...state,
          x: state.x + 0,
          places: state.places.map((place) => place + 0),
        });
      }),
    );
  });

  it('names bad values and keeps the last good ones', () => {
    const last: Sample = { ...codec.initial, x: 4, steps: 5 };
    const { state, problems } = codec.decode(
      'x=11&steps=2.5&kind=bars&shown=yes&title=ok&places=1,b&else=1',
      last,
    );
    expect(problems).toEqual([
      { kind: 'bad-value', key: 'x', value: '11' },
      { kind: 'bad-value', key: 'steps', value: '2.5' },
      { kind: 'bad-value', key: 'kind', value: 'bars' },
      { kind: 'bad-value', key: 'shown', value: 'yes' },
      { kind: 'bad-value', key: 'places', value: '1,b' },
    ]);
    expect(state).toEqual({ ...last, title: 'ok' });
  });

  it.each(['', ' ', '0x10', '1e999', 'NaN', 'Infinity', '1,5', '--1'])('refuses %j as a number', (value) => {
    expect(codec.decode(`x=${encodeURIComponent(value)}`).problems).toHaveLength(1);
  });

  it('shortens what it reports', () => {
    const [problem] = codec.decode(`x=${'9'.repeat(1000)}`).problems;
    expect(problem).toMatchObject({ key: 'x', value: `${'9'.repeat(60)}…` });
  });

  it('writes its version from the second on and reports newer ones', () => {
    const second = createCodec<Sample>(schema, 2);
    expect(second.encode({ ...second.initial, x: 1 })).toBe('v=2&x=1');
    expect(second.encode(second.initial)).toBe('');
    expect(codec.decode('v=2&x=1')).toMatchObject({
      state: { x: 1 },
      problems: [{ kind: 'newer-version', version: 2 }],
    });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => {
        expect(Object.keys(codec.decode(source).state)).toEqual(Object.keys(codec.initial));
      }),
    );
  });
});

describe('query', () => {
  const pairs = fc.array(
    fc.tuple(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'grapheme' })),
  );

  it('reads what it wrote', () => {
    fc.assert(
      fc.property(pairs, (written) => {
        expect(readQuery(writeQuery(written))).toEqual(written);
      }),
    );
  });

  it('puts pairs into a scope and takes them out', () => {
    const scoped = [...intoScope('plot', 'a=1&b.c=2'), ...intoScope('plotter', 'a=3')];
    expect(writeQuery(scoped)).toBe('plot.a=1&plot.b.c=2&plotter.a=3');
    expect(fromScope('plot', scoped)).toBe('a=1&b.c=2');
  });

  it('leaves readable what a fragment may hold', () => {
    expect(writeQuery([['f', 'relu,elu(alpha:1.5;b:2)']])).toBe('f=relu,elu(alpha:1.5;b:2)');
  });
});
