import { network as inEnglish } from '../../i18n/en/network';
import { type Locale, localeOf, type MessagesLike } from '../../i18n/locale';
import { network as inChinese } from '../../i18n/zh/network';

export type NetworkTexts = MessagesLike<typeof inEnglish>;

/** They come with the element, so that the start page need not fetch them before it is reached. */
export const NETWORK_TEXTS: Readonly<Record<Locale, NetworkTexts>> = { en: inEnglish, 'zh-CN': inChinese };

/** The texts in the language of an element. */
export function textsOf(element: Element): NetworkTexts {
  return NETWORK_TEXTS[localeOf(element)];
}
