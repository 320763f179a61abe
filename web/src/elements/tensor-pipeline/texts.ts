import { pipeline as inEnglish } from '../../i18n/en/pipeline';
import { type Locale, localeOf, type MessagesLike } from '../../i18n/locale';
import { pipeline as inChinese } from '../../i18n/zh/pipeline';

export type PipelineTexts = MessagesLike<typeof inEnglish>;

/** They come with the element, so that the start page need not fetch them before it is reached. */
export const PIPELINE_TEXTS: Readonly<Record<Locale, PipelineTexts>> = { en: inEnglish, 'zh-CN': inChinese };

/** The texts in the language of an element. */
export function textsOf(element: Element): PipelineTexts {
  return PIPELINE_TEXTS[localeOf(element)];
}
