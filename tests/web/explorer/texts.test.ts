import { beforeAll, describe, expect, it } from 'vitest';
import { curveData, exportPositions } from '../../../web/src/elements/activation-explorer/curve-data';
import { shortest, tableCsv, toJson } from '../../../web/src/elements/activation-explorer/data-table';
import { infoOf } from '../../../web/src/elements/activation-explorer/engine-access';
import { filledIn, snippetsOf } from '../../../web/src/elements/activation-explorer/framework-code';
import { curveName, plainSymbol, withPrimes } from '../../../web/src/elements/activation-explorer/naming';
import { searchActivations } from '../../../web/src/elements/activation-explorer/picker-search';
import { probeText, readProbe } from '../../../web/src/elements/activation-explorer/probe-table';
import { intervalText, propertyFacts } from '../../../web/src/elements/activation-explorer/property-facts';
import type { Lab } from '../../../web/src/engine/activation-lab';
import { explorer as english } from '../../../web/src/i18n/en/explorer';
import { explorer as chinese } from '../../../web/src/i18n/zh/explorer';
import { defaultChoice } from '../../../web/src/state/chosen-field';
import { loadBuiltLab, stateOf } from './support';

let lab: Lab;
beforeAll(async () => {
  lab = await loadBuiltLab();
});

describe('names', () => {
  it('say what differs from the defaults', () => {
    const info = infoOf(lab, 'elu');
    expect(curveName(info, defaultChoice(info))).toBe('ELU');
    expect(curveName(info, { key: 'elu', parameters: { alpha: 1.5 } })).toBe('ELU α=1.5');
    expect(withPrimes('f', 2)).toBe('f″');
  });

  it('fall back to the key for a symbol that is no letter', () => {
    const parameter = {
      key: 'scale',
      symbol: 's_{0}',
      initial: 1,
      minimum: 0,
      maximum: 1,
      sliderMinimum: 0,
      sliderMaximum: 1,
      step: 1,
    };
    expect(plainSymbol(parameter)).toBe('scale');
    expect(plainSymbol({ ...parameter, symbol: String.raw`\beta` })).toBe('β');
    expect(plainSymbol({ ...parameter, symbol: 'a' })).toBe('a');
  });
});

describe('framework code', () => {
  it('carries the chosen parameters as floats', () => {
    expect(filledIn('nn.ELU(alpha={alpha})', { alpha: 2 })).toBe('nn.ELU(alpha=2.0)');
    expect(filledIn('f({a}, {b})', { a: 0.125, b: 1e-7 })).toBe('f(0.125, 1e-7)');
  });

  it('leaves no placeholder in any activation', () => {
    for (const info of lab.catalogue.activations) {
      for (const { code } of snippetsOf(info, defaultChoice(info))) expect(code).not.toMatch(/\{\w+\}/);
    }
  });
});

describe('the search', () => {
  const keys = (query: string) =>
    searchActivations(lab.catalogue.activations, query).flatMap(({ activations }) =>
      activations.map(({ key }) => key),
    );

  it('shows the whole catalogue, each once, for nothing', () => {
    expect(keys('').sort()).toEqual(lab.catalogue.activations.map(({ key }) => key).sort());
  });

  it('finds aliases, framework names and Chinese names however they are written', () => {
    expect(keys('swish')).toContain('silu');
    expect(keys('nn.SiLU')).toContain('silu');
    expect(keys('leaky relu')).toContain('leaky_relu');
    expect(keys('LeakyReLU')).toContain('leaky_relu');
    expect(keys('ＲＥＬＵ')).toContain('relu');
    expect(keys('修正线性')).toContain('relu');
    expect(keys('no such thing')).toEqual([]);
  });
});

describe('property facts', () => {
  it('are intervals as mathematicians write them', () => {
    expect(intervalText({ lower: 0, upper: null, lowerClosed: true, upperClosed: false })).toBe('[0, ∞)');
    expect(intervalText({ lower: null, upper: 1, lowerClosed: false, upperClosed: false })).toBe('(−∞, 1)');
  });

  it('tell what is known of the sigmoid', () => {
    const facts = propertyFacts(infoOf(lab, 'sigmoid'), lab.properties('sigmoid'), english);
    const value = (label: string) => facts.find((fact) => fact.label === label)?.value;
    expect(value(english.card.range)).toBe('(0, 1)');
    expect(value(english.card.saturates)).toBe('on both sides');
    expect(value(english.card.largest)).toBe('0.25 at x = 0');
    expect(value(english.card.lipschitz)).toBe('0.25');
    expect(value(english.card.zeroCentred)).toBe('no');
    expect(value(english.card.fixedPoints)).toMatch(/^x = 0\.659, slope 0\.225, attracts$/);
  });

  it('have a text for every activation in both languages', () => {
    for (const messages of [english, chinese]) {
      for (const info of lab.catalogue.activations) {
        const facts = propertyFacts(info, lab.properties(info.key), messages);
        for (const { label, value } of facts) {
          expect(label, info.key).not.toBe('');
          expect(value, `${info.key} ${label}`).not.toMatch(/^$|NaN|undefined|null/);
        }
      }
    }
  });
});

it('the probe is read out with every curve', () => {
  const state = stateOf(lab, 'x=0');
  expect(probeText(0, readProbe(lab, state), english)).toBe(
    'At x = 0; ReLU 0, slope 0; Sigmoid 0.5, slope 0.25',
  );
});

describe('exported data', () => {
  it('writes the shortest decimal that reads back', () => {
    expect(shortest(Math.fround(0.1))).toBe('0.1');
    expect(shortest(0.1)).toBe('0.1');
    expect(shortest(Math.fround(Math.PI))).toBe('3.1415927');
    expect(Math.fround(Number(shortest(Math.fround(1e-30))))).toBe(Math.fround(1e-30));
    expect(shortest(Number.NaN)).toBe('NaN');
  });

  it('is CSV that spreadsheets read', () => {
    const table = {
      name: 'n',
      columns: [
        { name: 'a, "b"', values: ['x,y', 'z'] },
        { name: 'c', values: [1, 0.5] },
      ],
      settings: {},
    };
    expect(tableCsv(table)).toBe('"a, ""b""",c\r\n"x,y",1\r\nz,0.5\r\n');
  });

  it('is JSON, without numbers that JSON lacks', () => {
    const table = {
      name: 'n',
      columns: [{ name: 'c', values: [1, Number.NaN, Infinity] }],
      settings: { seed: 1 },
    };
    expect(JSON.parse(toJson(table))).toEqual({ settings: { seed: 1 }, data: { c: [1, null, null] } });
  });

  it('holds every curve with both derivatives over the window', () => {
    const state = stateOf(lab, 'curves=relu,tanh&window=-1,1,0,1');
    const { columns } = curveData(lab, state);
    expect(columns.map(({ name }) => name)).toEqual([
      'x',
      'ReLU',
      'ReLU′',
      'ReLU″',
      'Tanh',
      'Tanh′',
      'Tanh″',
    ]);
    expect(new Set(columns.map(({ values }) => values.length)).size).toBe(1);
    expect([exportPositions(state.window)[0], exportPositions(state.window).at(-1)]).toEqual([-1, 1]);
  });
});
