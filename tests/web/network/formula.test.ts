import { beforeAll, describe, expect, it } from 'vitest';
import { dataSpecOf } from '../../../web/src/elements/network/model/data-spec';
import { networkCodec } from '../../../web/src/elements/network/model/network-state';
import type { TrainingAccess } from '../../../web/src/elements/network/model/training-access';
import { sentence } from '../../../web/src/elements/network/problem-text';
import type { Problem } from '../../../web/src/engine/problem';
import { network as english } from '../../../web/src/i18n/en/network';
import { network as chinese } from '../../../web/src/i18n/zh/network';
import { builtAccess, stateOf } from './support';

let access: TrainingAccess;
beforeAll(async () => {
  access = await builtAccess();
});

describe('a formula', () => {
  it('is part of the data it belongs to, and of no others', () => {
    const { choices } = access;
    const formulaOf = (text: string) => {
      const spec = dataSpecOf(choices, stateOf(choices, text));
      return 'dataset' in spec ? spec.formula : undefined;
    };
    expect(formulaOf('data=formula&formula=x^2')).toBe('x^2');
    expect(formulaOf('data=formula')).toBeUndefined();
    expect(formulaOf('data=circle&formula=x^2')).toBeUndefined();
  });

  it('decides on the class of every point', () => {
    const { train } = access.makeData(stateOf(access.choices, 'data=formula&formula=-x%2B1'));
    const { length } = train.targets;
    expect(length).toBe(200);
    for (let i = 0; i < length; i += 1) {
      const [x1, x2] = [train.inputs[i] as number, train.inputs[length + i] as number];
      expect(train.targets[i]).toBe(x2 > 1 - x1 ? 1 : 0);
    }
  });

  it('in a link is named where it cannot be used, and the last good one stays', () => {
    const codec = networkCodec(access.choices);
    const good = codec.decode('data=formula&formula=x^2').state;
    const { state, problems } = codec.decode('data=formula&formula=sine(x)', good);
    expect(problems).toMatchObject([{ kind: 'bad-value', key: 'formula' }]);
    expect(state.formula).toBe('x^2');
  });

  it.each([
    ['2 +', 'formula_unexpected', /character 4/, /第 4 个字符/],
    ['2 sine(x)', 'formula_unknown_name', /character 3/, /第 3 个字符/],
    ['2 (x', 'formula_unclosed', /character 3/, /第 3 个字符/],
    ['1'.repeat(201), 'formula_too_long', /200/, /200/],
    ['('.repeat(50), 'formula_too_deep', /40/, /40/],
  ])('that is wrong, as %s, says what and where', (formula, code, inEnglish, inChinese) => {
    const fault = access.choices.faultOf(formula);
    expect(fault).toMatchObject({ code, path: 'formula' });
    expect(sentence(english, fault as Problem)).toMatch(inEnglish);
    expect(sentence(chinese, fault as Problem)).toMatch(inChinese);
  });

  it('that is empty stands for that of the data set', () => {
    expect(access.choices.faultOf('')).toBeUndefined();
  });
});
