import { lab as inEnglish } from '../../i18n/en/lab';
import type { Locale, MessagesLike } from '../../i18n/locale';
import { lab as inChinese } from '../../i18n/zh/lab';

export type LabTexts = MessagesLike<typeof inEnglish>;

export const LAB_TEXTS: Readonly<Record<Locale, LabTexts>> = { en: inEnglish, 'zh-CN': inChinese };
