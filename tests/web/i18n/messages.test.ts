import { beforeAll, describe, expect, it } from 'vitest';
import { NETWORK_TEXTS } from '../../../web/src/elements/network/texts';
import { PIPELINE_TEXTS } from '../../../web/src/elements/tensor-pipeline/texts';
import { LOCALES, type Locale, loadMessages, messagesOf, resolveLocale } from '../../../web/src/i18n/locale';

/** Every message with its path; functions are called with numbers and names. */
function spoken(messages: object, path = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, message]): [string, string][] => {
    const name = `${path}${key}`;
    if (typeof message === 'string') return [[name, message]];
    if (typeof message !== 'function') return spoken(message, `${name}.`);
    return [1, 2].map((sample) => [
      `${name}(${sample})`,
      String(message(...Array(message.length).fill(sample))),
    ]);
  });
}

const everything = (locale: Locale): object => ({
  ...messagesOf(locale),
  pipeline: PIPELINE_TEXTS[locale],
  network: NETWORK_TEXTS[locale],
});

const HAN = /\p{Script=Han}/u;
/** Names and formulas, which are the same in every language. */
const UNIVERSAL = /^(?:\P{Script=Han}{0,24}|\P{Script=Han}*[=()/]\P{Script=Han}*)$/u;

beforeAll(async () => {
  await Promise.all(LOCALES.map(loadMessages));
});

describe('messages', () => {
  it.each(LOCALES)('say something in %s', (locale) => {
    for (const [name, text] of spoken(everything(locale))) {
      expect(text.trim(), name).not.toBe('');
      expect(text, name).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  it('are Chinese in Chinese', () => {
    const untranslated = spoken(everything('zh-CN')).filter(
      ([, text]) => !HAN.test(text) && !UNIVERSAL.test(text),
    );
    expect(untranslated).toEqual([]);
  });

  it('are not Chinese in English, but for the name of the page', () => {
    const mixed = spoken(everything('en')).filter(
      ([name, text]) => HAN.test(text) && name !== 'shell.otherTitle',
    );
    expect(mixed).toEqual([]);
  });

  it('use full-width punctuation between Chinese characters', () => {
    const mixed = spoken(everything('zh-CN')).filter(([, text]) => /\p{Script=Han}[,;:?!]/u.test(text));
    expect(mixed).toEqual([]);
  });
});

describe('resolveLocale', () => {
  it.each([
    [['zh-TW', 'en'], 'zh-CN'],
    [['fr', 'en-GB', 'zh'], 'en'],
    [[null, undefined, '', 'ZH'], 'zh-CN'],
    [['zhx', 'fr'], undefined],
  ] as const)('%j', (tags, expected) => {
    expect(resolveLocale(tags)).toBe(expected);
  });
});
