import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Messages } from './en';
import { common as commonInEnglish } from './en/common';
import { common as commonInChinese } from './zh/common';

export type { Messages, MessagesLike } from './en';
export type Locale = 'en' | 'zh-CN';

export const LOCALES: readonly Locale[] = ['en', 'zh-CN'];

/** What has to be said while, or although, nothing else could be loaded. */
const COMMON: Readonly<Record<Locale, Messages['common']>> = {
  en: commonInEnglish,
  'zh-CN': commonInChinese,
};

const FETCHERS: Readonly<Record<Locale, () => Promise<Messages>>> = {
  en: async () => (await import('./en')).en,
  'zh-CN': async () => (await import('./zh')).zh,
};

const fetching = new Map<Locale, Promise<void>>();
const catalogues = new Map<Locale, Messages>();
const changes = new EventTarget();

/** The first tag that names a supported language, or `undefined`. */
export function resolveLocale(tags: readonly (string | null | undefined)[]): Locale | undefined {
  for (const tag of tags) {
    if (/^zh\b/i.test(tag ?? '')) return 'zh-CN';
    if (/^en\b/i.test(tag ?? '')) return 'en';
  }
  return undefined;
}

function documentLocale(): Locale {
  const page = typeof document === 'undefined' ? [] : [document.documentElement.lang];
  const reader = typeof navigator === 'undefined' ? [] : (navigator.languages ?? []);
  return resolveLocale([...page, ...reader]) ?? 'en';
}

let current: Locale | undefined;

/** The language of the page: what `setLocale` chose, else `<html lang>`, else the reader's preference. */
export function locale(): Locale {
  current ??= documentLocale();
  return current;
}

/** Changes the language of the page and of every element on it that has no `lang` of its own. */
export function setLocale(next: Locale): void {
  if (next === current) return;
  current = next;
  changes.dispatchEvent(new Event('change'));
}

/** Messages that need no loading. */
export function commonMessagesOf(language: Locale): Messages['common'] {
  return COMMON[language];
}

/** Fetches the messages of a language once; from then on `messagesOf` has them. Tries again after a failure. */
export function loadMessages(language: Locale): Promise<void> {
  let fetched = fetching.get(language);
  if (fetched === undefined) {
    fetched = FETCHERS[language]().then(
      (messages) => {
        catalogues.set(language, messages);
        changes.dispatchEvent(new Event('change'));
      },
      (error: unknown) => {
        fetching.delete(language);
        throw error;
      },
    );
    fetching.set(language, fetched);
  }
  return fetched;
}

/**
 * The messages of one language, or those of another that is there while they are fetched.
 *
 * @throws Error before the first `loadMessages` has ended
 */
export function messagesOf(language: Locale): Messages {
  const messages = catalogues.get(language);
  if (messages !== undefined) return messages;
  const [other] = catalogues.values();
  if (other === undefined) throw new Error(`The messages for ${language} are not loaded yet`);
  // Those who wait for it are told by the change; who shows the other language meanwhile has nothing to catch.
  loadMessages(language).catch(() => {});
  return other;
}

/** The messages of the page's language, by namespace: `t().common.close`. */
export function t(): Messages {
  return messagesOf(locale());
}

/** The language an element is in: its own or the nearest outer `lang`, through shadow roots, else the page's. */
export function localeOf(element: Element): Locale {
  for (let node: Element | undefined = element; node !== undefined; ) {
    const marked = node.closest('[lang]:not(html)');
    const found = resolveLocale([marked?.getAttribute('lang')]);
    if (found !== undefined) return found;
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : undefined;
  }
  return locale();
}

/** Renders its host again when the language of the page changes. */
export class Localized implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #update = (): void => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    changes.addEventListener('change', this.#update);
  }

  hostDisconnected(): void {
    changes.removeEventListener('change', this.#update);
  }
}

export { formatNumber, type NumberFormat } from './number-format';
